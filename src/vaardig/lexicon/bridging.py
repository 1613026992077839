"""Plain Dutch for ESCO skills that have no Dutch name in what was imported (content/lexicon/bridge). It serves to find, never
to show, and falls silent for a concept as soon as the official Dutch name is there."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

from skillcore.recognise import Name
from vaardig.base import content

SKILL = "http://data.europa.eu/esco/skill/"
HEADER = ["skill", "name", "told"]
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _files() -> list[Path]:
    return sorted((settings.CONTENT_DIR / "lexicon" / "bridge").glob("*.tsv"))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1)


@cache
def dutch_names() -> dict[str, tuple[Name, ...]]:
    """ESCO address → names to find it by."""
    return {
        SKILL + row[0]: (Name(row[1], "nl", "ALSO"), *([Name(row[2], "nl", "SAID")] if row[2] else []))
        for path in _files()
        for number, row in _rows(path)
        if number > 1 and len(row) == len(HEADER)
    }


def names_for(uri: str, names: list[Name]) -> list[Name]:
    """The names of a concept, with ours where it has no Dutch name."""
    if any(name.language == "nl" and name.role == "LABEL" for name in names):
        return names
    return [*names, *dutch_names().get(uri, ())]


@content.checker
def bridge_faults() -> Iterator[str]:
    seen: dict[str, str] = {}
    for path in _files():
        for number, row in _rows(path):
            where = f"{content.relative(path)}, line {number}"
            if number == 1:
                if row != HEADER:
                    yield f"{where}: the first line must be {' '.join(HEADER)}"
            elif len(row) != len(HEADER) or not _ID.fullmatch(row[0]) or not row[1].strip():
                yield f"{where}: expected an ESCO id, a name and what people tell, with tabs between"
            elif row[0] in seen:
                yield f"{where}: {row[0]} stands in {seen[row[0]]} too"
            else:
                seen[row[0]] = where
