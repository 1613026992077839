"""`make bench-options`: how fast matching is on full ESCO, for one person and for many, beside others in the same run.

People are made up: each has 30 skills drawn from the profiles of two real occupations, from a fixed seed.
This service uses the ESCO classification of the European Commission.
"""

import argparse
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks import data as official
from skillcore.matching import Demand, Index, Need, Person, build, suggest
from skillcore.matching.many import Crowd, explain_many, suggest_many
from skillcore.matching.rules import FULL

SKILLS = 30
TOP, REASONS = 20, 5
ALONE = 300  # people asked one by one
BY_SCIPY, BY_NEIGHBOURS = 10_000, 2_000  # people at once in the comparisons
MILLION = 1_000_000
ROOM = 8_000  # MB that must be free for a million
SEED = 20261116


def main() -> int:
    asked = arguments()
    place = official.folder()
    if place is None:
        print("Skipped: the official files are not here. Put them in ../shared/data or name them in VAARDIG_DATA.")
        return 0
    found = measured(place, asked)
    print(json.dumps(found, indent=2) if asked.json else table(found))
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--people", type=int, default=100_000, help="how many people (100,000)")
    parser.add_argument("--times", type=int, default=3, help="how often each is measured; the best counts (3)")
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1), help="threads (2)")
    parser.add_argument("--no-million", action="store_true", help="leave out the million")
    return parser.parse_args()


def measured(place: Path, asked: argparse.Namespace) -> dict[str, Any]:
    found: dict[str, Any] = {"load_average": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    start = time.perf_counter()
    demands = esco(place)
    read = time.perf_counter()
    index = build(demands)
    found["build_s"] = round(time.perf_counter() - read, 2)
    found["read_s"] = round(read - start, 2)
    found["demands"], found["skills"] = len(demands), len(index.columns)
    found["relations"] = len(index.need_column)
    crowd = synthetic(index, asked.people, SEED)
    found["people"], found["skills_each"] = len(crowd), round(len(crowd.columns) / len(crowd), 1)
    found["perfect"] = perfect(index, crowd)
    found["one"] = one_by_one(index, crowd)
    found["many"] = many(index, crowd, asked.threads, asked.times)
    found["beside"] = beside(index, crowd, asked.threads, asked.times)
    found["largest_mb_at_100k"] = resident()
    if not asked.no_million:
        found["million"] = million(index, asked.threads)
    found["load_average_after"] = round(os.getloadavg()[0], 1)
    return found


# ── what is matched ──────────────────────────────────────────────────────────────────────────────────
def esco(place: Path) -> list[Demand]:
    """3,039 occupations with 129,004 weighted relations; what has none stands there too."""
    folder = place / official.ESCO_EN
    needs: dict[str, list[Need]] = defaultdict(list)
    for row in official.rows(folder / "occupationSkillRelations_en.reconstructed.csv"):
        needs[row["occupationUri"]].append(Need(row["skillUri"], row["relationType"].upper()))
    works = {row["conceptUri"] for row in official.rows(folder / "occupations_en.csv")} | needs.keys()
    return [Demand(work, tuple(needs.get(work, ()))) for work in sorted(works)]


def synthetic(index: Index, people: int, seed: int) -> Crowd:
    """Each person: SKILLS skills, drawn from the profiles of two occupations; all shown well enough."""
    chance = np.random.default_rng(seed)
    profiles = np.flatnonzero(np.diff(index.need_starts) > 0)
    chosen = chance.choice(profiles, (people, 2))
    begins, ends = index.need_starts[chosen], index.need_starts[chosen + 1]
    lengths = (ends - begins).ravel().astype(np.int64)
    person = np.repeat(np.repeat(np.arange(people, dtype=np.int64), 2), lengths)
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    columns = index.need_column[np.repeat(begins.ravel(), lengths) + within].astype(np.int64)
    bits = len(index.columns).bit_length()
    both = np.unique((person << bits) | columns)
    drawn = (
        ((both >> bits) << 40) | (chance.integers(0, 1 << (40 - bits), len(both)) << bits) | (both & (1 << bits) - 1)
    )
    drawn.sort()
    owner = drawn >> 40
    count = np.bincount(owner, minlength=people)
    turn = np.arange(len(drawn)) - (np.cumsum(count) - count)[owner]
    kept = np.sort(((owner << bits) | (drawn & (1 << bits) - 1))[turn < SKILLS])
    columns = (kept & (1 << bits) - 1).astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(np.bincount(kept >> bits, minlength=people))]).astype(np.int32)
    return Crowd(starts, columns, np.full(len(columns), FULL, np.int32), np.full(len(columns), 2, np.int8))


def person_at(index: Index, crowd: Crowd, row: int) -> Person:
    columns = crowd.columns[crowd.starts[row] : crowd.starts[row + 1]]
    return Person(skills={index.columns[column][0]: None for column in columns.tolist()})


def perfect(index: Index, crowd: Crowd) -> dict[str, float]:
    """What a perfect run must do: every multiply-add once, every byte in and out once."""
    adds = int(np.diff(index.starts)[crowd.columns].sum())
    given = crowd.columns.nbytes + crowd.points.nbytes + crowd.starts.nbytes
    kept = index.demand.nbytes + index.weight.nbytes + index.starts.nbytes
    return {
        "multiply_adds_millions": round(adds / 1e6, 1),
        "mb_of_people": round(given / 1e6, 1),
        "mb_of_weights": round(kept / 1e6, 1),
        "mb_of_answers": round(len(crowd) * TOP * 8 / 1e6, 1),
    }


# ── ours ─────────────────────────────────────────────────────────────────────────────────────────────
def one_by_one(index: Index, crowd: Crowd) -> dict[str, float]:
    """Milliseconds from a person to twenty options with all reasons; and with every option explained."""
    people = [person_at(index, crowd, row) for row in range(min(ALONE, len(crowd)))]
    suggest(index, people[0])
    taken = []
    processor = time.process_time()
    for person in people:
        start = time.perf_counter()
        suggest(index, person, limit=TOP)
        taken.append(1000 * (time.perf_counter() - start))
    processor = (time.process_time() - processor) / len(people)
    start = time.perf_counter()
    suggest(index, people[0], limit=None)
    return {
        "processor_ms": round(1000 * processor, 2),
        "median_ms": round(float(np.median(taken)), 2),
        "p95_ms": round(float(np.percentile(taken, 95)), 2),
        "every_option_ms": round(1000 * (time.perf_counter() - start), 1),
    }


def many(index: Index, crowd: Crowd, threads: int, times: int) -> dict[str, Any]:
    top, found = best(lambda: suggest_many(index, crowd, top=TOP, threads=threads), times)
    _, alone = best(lambda: suggest_many(index, crowd, top=TOP, threads=1), times)
    _, with_reasons = best(lambda: _with_reasons(index, crowd, threads), times)
    some = list(range(0, len(crowd), max(1, len(crowd) // 200)))
    same = all(_keys(index, top.places[row]) == _alone(index, crowd, row) for row in some)
    return {
        "top_20": found,
        "top_20_one_thread": alone,
        "top_20_and_reasons_for_5": with_reasons,
        "same_order_as_one_person": same,
        "checked": len(some),
    }


def _with_reasons(index: Index, crowd: Crowd, threads: int) -> Any:
    top = suggest_many(index, crowd, top=TOP, threads=threads)
    return explain_many(index, crowd, np.ascontiguousarray(top.places[:, :REASONS]))


def _keys(index: Index, places: Any) -> list[str]:
    return [index.demands[place].key for place in places.tolist() if place >= 0]


def _alone(index: Index, crowd: Crowd, row: int) -> list[str]:
    return [one.key for one in suggest(index, person_at(index, crowd, row), limit=TOP).options if one.fit > 0]


def million(index: Index, threads: int) -> dict[str, Any]:
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    if free < ROOM:
        return {"skipped": f"{free} MB of memory are free, {ROOM} are needed"}
    parts = [synthetic(index, 100_000, SEED + number) for number in range(MILLION // 100_000)]
    cells = np.cumsum([0, *(len(part.columns) for part in parts)])
    starts = [part.starts[1:].astype(np.int64) + cell for part, cell in zip(parts, cells, strict=False)]
    crowd = Crowd(
        np.concatenate([[0], *starts]).astype(np.int32),
        np.concatenate([part.columns for part in parts]),
        np.concatenate([part.points for part in parts]),
        np.concatenate([part.shown for part in parts]),
    )
    del parts
    _, found = best(lambda: suggest_many(index, crowd, top=TOP, threads=threads), 1)
    return {"top_20": found, "largest_mb": resident()}


# ── beside it ────────────────────────────────────────────────────────────────────────────────────────
def beside(index: Index, crowd: Crowd, threads: int, times: int) -> dict[str, Any]:
    """Others on the same people and weights. They give no reasons and no fixed order of equals."""
    shape = index.width, len(index.demands)
    weights = csr_matrix((index.weight.astype(np.float32), index.demand, index.starts), shape=shape)
    people = csr_matrix((crowd.points.astype(np.float32), crowd.columns, crowd.starts), shape=(len(crowd), shape[0]))
    return {
        "scipy product and argpartition, one core": best(lambda: _by_scipy(people, weights), 1)[1],
        "sparse_dot_topn alone": best(lambda: _by_topn(people, weights, threads), times)[1],
        "scikit-learn neighbours": _by_neighbours(people, weights, threads),
    }


def _by_scipy(people: csr_matrix, weights: csr_matrix) -> list[Any]:
    """The product as it is, and argpartition on what each person has in it."""
    found = []
    for first in range(0, people.shape[0], BY_SCIPY):
        fits = people[first : first + BY_SCIPY] @ weights
        for start, end in zip(fits.indptr, fits.indptr[1:], strict=False):
            row = fits.data[start:end]
            found.append(fits.indices[start:end][np.argpartition(row, -TOP)[-TOP:]] if len(row) > TOP else row)
    return found


def _by_topn(people: csr_matrix, weights: csr_matrix, threads: int) -> Any:
    return import_module("sparse_dot_topn").sp_matmul_topn(people, weights, top_n=TOP, threshold=0, n_threads=threads)


def _by_neighbours(people: csr_matrix, weights: csr_matrix, threads: int) -> dict[str, Any]:
    try:
        neighbours = import_module("sklearn.neighbors").NearestNeighbors
    except ImportError:
        return {"skipped": "scikit-learn is not installed (pip install scikit-learn)"}
    work = weights.T.tocsr()
    fitted = neighbours(n_neighbors=TOP, metric="cosine", algorithm="brute", n_jobs=threads).fit(work)
    few = people[:BY_NEIGHBOURS]
    found = best(lambda: fitted.kneighbors(few, return_distance=False), 1)[1]
    share = people.shape[0] / few.shape[0]
    return {name: round(value * share, 2) for name, value in found.items()} | {"measured_on": few.shape[0]}


# ── how it is measured ───────────────────────────────────────────────────────────────────────────────
def best(act: Callable[[], Any], times: int) -> tuple[Any, dict[str, float]]:
    """The best of several runs by the clock, and the processor time of that run: other work may share the machine."""
    runs = []
    answer = None
    for _ in range(times):
        clock, processor = time.perf_counter(), time.process_time()
        answer = act()
        runs.append((time.perf_counter() - clock, time.process_time() - processor))
    clock, processor = min(runs)
    return answer, {"seconds": round(clock, 2), "processor_seconds": round(processor, 2)}


def resident() -> int:
    """Largest memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def table(found: dict[str, Any]) -> str:
    perfect_run, alone, crowd = found["perfect"], found["one"], found["many"]
    rows = [
        f"{found['demands']:,} occupations, {found['skills']:,} skills that are asked, {found['relations']:,} relations",
        f"{found['people']:,} people with {found['skills_each']} skills",
        f"load of the machine {found['load_average']} before, {found['load_average_after']} after, {found['cores']} cores",
        "",
        _line("one person, 20 options with all reasons, median", f"{alone['median_ms']} ms"),
        _line("  p95", f"{alone['p95_ms']} ms"),
        _line("  processor time, mean", f"{alone['processor_ms']} ms"),
        _line("  every option explained", f"{alone['every_option_ms']} ms"),
        _line("all people, top 20", _said(crowd["top_20"])),
        _line("  on one thread", _said(crowd["top_20_one_thread"])),
        _line("all people, top 20, reasons for 5", _said(crowd["top_20_and_reasons_for_5"])),
        *(_line(name, _said(value)) for name, value in found["beside"].items()),
        *([_line("a million people, top 20", _said(_told(found["million"])))] if "million" in found else []),
        _line("same order as one by one", f"{crowd['same_order_as_one_person']} ({crowd['checked']} people)"),
        _line("largest memory", f"{found['largest_mb_at_100k']} MB"),
        _line("making the index ready", f"{found['build_s']} s (reading the files {found['read_s']} s)"),
        _line(
            "a perfect run",
            f"{perfect_run['multiply_adds_millions']} million multiply-adds, {perfect_run['mb_of_people']} MB of people and "
            f"{perfect_run['mb_of_weights']} MB of weights in, {perfect_run['mb_of_answers']} MB out",
        ),
    ]
    return "\n".join(rows)


def _told(million_found: dict[str, Any]) -> dict[str, Any]:
    return million_found.get("top_20", million_found)


def _said(value: dict[str, Any]) -> str:
    if "skipped" in value:
        return f"skipped: {value['skipped']}"
    part = f", counted up from {value['measured_on']:,} people" if "measured_on" in value else ""
    return f"{value['seconds']} s ({value['processor_seconds']} s of processor time{part})"


def _line(name: str, value: str) -> str:
    return f"{name:<50}{value}"


if __name__ == "__main__":
    sys.exit(main())
