"""TECH and HOUSE: English vacancy sentences in, ESCO labels ranked."""

from pathlib import Path

import numpy as np

from benchmarks.data import SENTENCES, rows, tidy
from benchmarks.measures import order, r_precision, reciprocal, standard
from benchmarks.reference import Plain
from skillcore.recognise import Entry, Name, Recogniser

NONE = {"UNDERSPECIFIED", "LABEL NOT PRESENT", ""}
SHARES = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)


def questions(data: Path, name: str) -> list[tuple[str, set[str]]]:
    """Sentences with their labels, those without any left out."""
    found: dict[str, set[str]] = {}
    for row in rows(data / SENTENCES / f"{name}_annotations.csv"):
        found.setdefault(row["sentence"], set()).update({tidy(row["label"])} - NONE)
    return [(sentence, labels) for sentence, labels in found.items() if labels]


def label_names(data: Path) -> list[str]:
    """The 13,896 labels that are ranked: ESCO 1.1.0's own names."""
    lines = (data / SENTENCES / "skills_en_label.txt").read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(tidy(line) for line in lines if line.strip()))


def measure(ours: np.ndarray, asked: list[tuple[str, set[str]]], labels: list[str]) -> dict[str, float]:
    """RP@5 and MRR of scores [sentences, labels]."""
    place = {label: at for at, label in enumerate(labels)}
    right = [{place[label] for label in goal if label in place} for _, goal in asked]
    ranked = order(ours)
    return {"rp5": r_precision(ranked, right), "mrr": reciprocal(ranked, right)}


def own_scores(recogniser: Recogniser, entries: list[Entry], labels: list[str], sentences: list[str]) -> np.ndarray:
    """The product's joined evidence per label: a name of ESCO 1.1.0 that 1.2.0 lacks has an entry of its own."""
    place = {entry.key: at for at, entry in enumerate(recogniser.shelves["SKILL"].entries)}
    by_label: dict[str, int] = {}
    for entry in entries:
        by_label.setdefault(entry.label, place[entry.key])
    columns = [by_label[label] for label in labels]
    return np.stack([recogniser.evidence(sentence, language="en")[columns] for sentence in sentences])


def with_missing(entries: list[Entry], labels: list[str]) -> list[Entry]:
    """Entries for the labels that were renamed since ESCO 1.1.0."""
    known = {entry.label for entry in entries}
    missing = [label for label in labels if label not in known]
    more = [Entry(f"esco11:{at}", "SKILL", "esco11", label, (Name(label, "en"),)) for at, label in enumerate(missing)]
    return [*entries, *more]


def references(plain: Plain, labels: list[str], sentences: list[str]) -> dict[str, np.ndarray]:
    """Letter groups, raw sentence embedding, and the plain sum of both."""
    letters, meaning = plain.letters(labels, sentences), plain.meaning(labels, sentences)
    return {"letters": letters, "e5": meaning, "sum": standard(letters) + standard(meaning)}
