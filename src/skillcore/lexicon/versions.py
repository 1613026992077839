"""The order of versions, and which one a name tells of."""

import re

_NUMBER = re.compile(r"(?<![\d.])v?(\d{1,4}(?:\.\d{1,4}){1,3})(?![\d.]*\d)")


def order(version: str) -> tuple[tuple[int, str], ...]:
    """A key to sort by: "1.10" after "1.9", "2026.1" before "2026.1-b"."""
    parts = re.findall(r"\d+|[^\d.]+", version)
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def in_name(name: str) -> str:
    """The version number in a file or folder name; "" when there is none."""
    found = _NUMBER.search(name)
    return found[1] if found else ""


def three_parts(version: str) -> str:
    """ESCO writes 1.1 and 1.1.0 for the same version; 1.1.0 it is."""
    parts = version.removeprefix("v").split(".")
    return ".".join([*parts, "0", "0"][:3]) if all(part.isdigit() for part in parts) and len(parts) < 3 else version
