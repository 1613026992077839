"""Her words, sealed: each thing of a plan holds its texts as one sealed sheet, name → text."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from vaardig.base import crypto

Words = dict[str, str]
Reader = Callable[[Any], Words]


def reader(owner: UUID) -> Reader:
    """Opens what one owner sealed; however many sheets, her key is fetched once."""
    opened = crypto.opener(owner)

    def read(thing: Any) -> Words:
        plain = opened(thing.sealed)
        words: Words = json.loads(plain) if plain else {}
        return words

    return read


def sealed(owner: UUID, words: Mapping[str, str]) -> str:
    kept = {name: text for name, text in words.items() if text}
    return crypto.seal(owner, json.dumps(kept, ensure_ascii=False)) if kept else ""


def lines(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
