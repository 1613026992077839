"""The version is read from CHANGES.md, so that the two cannot differ."""

import re
from pathlib import Path

CHANGES = Path(__file__).resolve().parents[2] / "CHANGES.md"


def read_version() -> str:
    found = re.search(r"^## (\d{4}\.\d+(?:\.\d+)?)", CHANGES.read_text("utf-8"), re.MULTILINE)
    if not found:
        raise ValueError("CHANGES.md has no line like '## 2026.1'")
    return found[1]


VERSION = read_version()
