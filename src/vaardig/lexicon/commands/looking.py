"""`vaardig lexicon stats` and `vaardig lexicon search`."""

from typing import Any


def register(acts: Any) -> None:
    """filled below"""
