"""The development set: Dutch phrases, stories, titles, wishes and negations, scored on mapped identifiers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from benchmarks.entries import esco_occupations, esco_skills
from benchmarks.measures import found_first, order
from benchmarks.reference import Plain
from skillcore.recognise import Recogniser, Suggestion

FOLDER = Path(__file__).with_name("devset")
SPLITS = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Score:
    """One row of figures: what, on how many questions, and the figures by name (per cent)."""

    what: str
    split: str
    count: int
    figures: dict[str, float]


def read(name: str, split: str) -> list[dict[str, Any]]:
    """The questions of one file and one half."""
    rows = YAML(typ="safe").load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [row for row in rows if row["split"] == split]


def measure(recogniser: Recogniser, splits: Iterable[str] = SPLITS) -> list[Score]:
    """All figures of one recogniser."""
    found = []
    for split in splits:
        found += [
            first_right(recogniser, "phrases", "SKILL", "skills", split),
            stories(recogniser, split),
            first_right(recogniser, "titles", "OCCUPATION", "occupations", split),
            wishes(recogniser, split),
            negations(recogniser, split),
        ]
    return found


def ask(recogniser: Recogniser, row: dict[str, Any], kind: str) -> tuple[Suggestion, ...]:
    return recogniser.suggest(row["text"], language=row.get("language", "nl"), kind=kind, limit=10)


def place_of(found: Sequence[Suggestion], right: set[str]) -> int:
    """Place of the first suggestion that maps on a right identifier; 99 for none."""
    return next((at for at, one in enumerate(found) if right & set(one.mappings)), 99)


def first_right(recogniser: Recogniser, name: str, kind: str, goal: str, split: str) -> Score:
    """Recall at 1 and 5 of one question, one right answer or more."""
    rows = [row for row in read(name, split) if row.get(goal)]
    places = np.array([place_of(ask(recogniser, row, kind), set(row[goal])) for row in rows])
    figures = {f"R@{at}": 100 * float(np.mean(places < at)) for at in (1, 5)}
    return Score(name, split, len(rows), figures)


def stories(recogniser: Recogniser, split: str) -> Score:
    """Share of a story's skills among ten suggestions; share of suggestions that name what she does not do."""
    rows = read("stories", split)
    recalls, precisions, wrong = [], [], 0
    for row in rows:
        found = ask(recogniser, row, "SKILL")
        named = {uri for one in found for uri in one.mappings}
        recalls.append(np.mean([uri in named for uri in row["skills"]]))
        right = [bool(set(one.mappings) & set(row["skills"])) for one in found]
        precisions.append(np.mean(right) if right else 0.0)
        wrong += sum(uri in named for uri in row.get("not") or [])
    denied = max(1, sum(len(row.get("not") or []) for row in rows))
    figures = {
        "recall@10": 100 * float(np.mean(recalls)),
        "precision": 100 * float(np.mean(precisions)),
        "not hers": 100 * wrong / denied,
    }
    return Score("stories", split, len(rows), figures)


def wishes(recogniser: Recogniser, split: str) -> Score:
    """Facet and preference both right."""
    right = asked = told = 0
    for row in read("wishes", split):
        found = {one.concept.rsplit(":", 1)[-1]: one.preference for one in ask(recogniser, row, "CONDITION")}
        goal = {one["facet"]: one["preference"] for one in row["conditions"] or []}
        right += sum(found.get(facet) == preference for facet, preference in goal.items())
        asked, told = asked + len(goal), told + len(found)
    figures = {"recall": 100 * right / max(1, asked), "precision": 100 * right / max(1, told)}
    return Score("wishes", split, asked, figures)


def negations(recogniser: Recogniser, split: str) -> Score:
    """What she does not do is not suggested; look-alikes of a "no" are."""
    kept = goals = wrong = denied = 0
    for row in read("negations", split):
        named = {uri for one in ask(recogniser, row, "SKILL") for uri in one.mappings}
        goal, no = row.get("skills") or [], row.get("not") or []
        goals, kept = goals + bool(goal), kept + bool(goal and named & set(goal))
        denied, wrong = denied + bool(no), wrong + bool(named & set(no))
    figures = {"hers found": 100 * kept / max(1, goals), "not hers": 100 * wrong / max(1, denied)}
    return Score("negations", split, goals + denied, figures)


def raw(plain: Plain, data: Path) -> list[dict[str, Any]]:
    """The reference on the same questions: raw sentence embedding against ESCO's English labels."""
    found = []
    for name, goal, rows in (
        ("phrases", "skills", esco_skills(data, ("en",))),
        ("stories", "skills", esco_skills(data, ("en",))),
        ("titles", "occupations", esco_occupations(data, ("en",))),
    ):
        labels, place = [row.label for row in rows], {row.mappings[0]: at for at, row in enumerate(rows)}
        for split in SPLITS:
            asked = [row for row in read(name, split) if row.get(goal)]
            right = [{place[uri] for uri in row[goal] if uri in place} for row in asked]
            ranked = order(plain.meaning(labels, [row["text"] for row in asked]), 10)
            found.append({"what": name, "split": split, "count": len(asked)} | _figures(name, ranked, right))
    return found


def _figures(name: str, ranked: list[list[int]], right: list[set[int]]) -> dict[str, float]:
    if name == "stories":
        parts = [len(set(found[:10]) & goal) / len(goal) for found, goal in zip(ranked, right, strict=True) if goal]
        return {"recall@10": 100 * float(np.mean(parts))}
    return {f"R@{at}": found_first(ranked, right, at) for at in (1, 5)}
