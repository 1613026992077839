"""The official files as plain rows. They stay in their own folder: VAARDIG_DATA, or ../shared/data."""

import csv
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

csv.field_size_limit(10_000_000)
ESCO_EN, ESCO_NL, SENTENCES, COMPETENTNL = (
    "esco-1.2.0-en",
    "esco-1.2.1-nl",
    "skill-extraction-en",
    "competentnl",
)


def folder() -> Path | None:
    """Where the real data stand, or None."""
    chosen = os.environ.get("VAARDIG_DATA")
    path = Path(chosen) if chosen else Path(__file__).resolve().parents[2] / "shared" / "data"
    return path if (path / ESCO_EN).is_dir() else None


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, packed or not."""
    file = path if path.exists() else path.with_name(path.name + ".gz")
    if file.suffix == ".gz":
        with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as packed:
            yield from packed
    else:
        with file.open(encoding="utf-8-sig", newline="") as plain:
            yield from plain


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The rows of a CSV or TSV file by column name."""
    yield from csv.DictReader(lines(path), delimiter=delimiter)


def labels(row: dict[str, str]) -> tuple[str, list[str]]:
    """Preferred label and alternative labels: one a line, or ` | ` between them in the collections."""
    preferred = tidy(row["preferredLabel"])
    others = [tidy(part) for part in (row.get("altLabels") or "").replace(" | ", "\n").splitlines()]
    return preferred, [other for other in dict.fromkeys(others) if other and other != preferred]


def tidy(text: str) -> str:
    """One line, single spaces, without the invisible marks of the CompetentNL dump."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def concepts(path: Path) -> dict[str, tuple[str, list[str], str]]:
    """URI -> label, alternative labels, description. The last of two equal URIs wins, as in an import."""
    return {row["conceptUri"]: (*labels(row), tidy(row.get("description") or "")) for row in rows(path)}
