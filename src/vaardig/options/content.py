"""The words of content/options: conditions, interests, values, and the small questions about a saved option."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import get_language

from vaardig.base import content

FILES = ("conditions", "interests", "values", "tools")
PAGES = ("hoe-werkt-voorstellen.nl.md", "hoe-werkt-voorstellen.en.md")


class Card(NamedTuple):
    """Something to answer: key, its words in the language of the reader, pictogram."""

    key: str
    slug: str
    picture: str
    words: dict[str, str]
    more: dict[str, Any]

    @property
    def question(self) -> str:
        return self.words.get("question", self.words.get("name", ""))


@cache
def _read(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = content.read_yaml(folder / f"{name}.yaml")
    return found


def read(name: str) -> dict[str, Any]:
    return _read(Path(settings.CONTENT_DIR) / "options", name)


def said(thing: dict[str, Any]) -> Any:
    """The words in the language of the reader; Dutch when there are none."""
    return thing.get(get_language() or "nl", thing["nl"])


def _card(row: dict[str, Any]) -> Card:
    words = said(row)
    words = words if isinstance(words, dict) else {"name": words}
    more = {name: value for name, value in row.items() if name not in {"nl", "en"}}
    return Card(str(row.get("key", row.get("slug", ""))), str(row.get("slug", "")), row.get("picture", ""), words, more)


def facets() -> list[Card]:
    return [_card(row) for row in read("conditions")["facets"]]


def frame() -> list[Card]:
    """Hours, travel, parts of the day; `choices` of each as (key, words)."""
    return [_card(row) for row in read("conditions")["frame"]]


def choices_of(card: Card) -> list[tuple[str, str]]:
    return [(row["key"], said(row)) for row in card.more["choices"]]


def statements() -> list[Card]:
    return [_card(row) for row in read("interests")["statements"]]


def faces() -> list[tuple[int, str, str]]:
    """Value, words, pictogram; the gladdest first."""
    return [(row["value"], said(row), row["picture"]) for row in reversed(read("interests")["faces"])]


def types() -> list[Card]:
    return [_card(row) for row in read("interests")["types"]]


def flat_up_to() -> int:
    return int(read("interests")["flat"])


def values() -> list[Card]:
    return [_card(row) for row in read("values")["cards"]]


def most_values() -> int:
    return int(read("values")["most"])


def tools() -> list[Card]:
    return [_card(row) for row in read("tools")["tools"]]


def tool(key: str) -> Card | None:
    return next((one for one in tools() if one.key == key), None)


def parts_of(one: Card) -> list[Card]:
    return [_card(row) for row in one.more["parts"]]


def weights() -> list[tuple[int, str]]:
    return [(row["value"], said(row)) for row in read("tools")["weights"]]


def page(language: str) -> str:
    name = PAGES[1] if language == "en" else PAGES[0]
    return (Path(settings.CONTENT_DIR) / "options" / name).read_text("utf-8")


@content.checker
def faults() -> Iterator[str]:
    """Numbers as the design says, keys once, both languages everywhere."""
    asked = {
        "conditions": (len(read("conditions")["facets"]), 16),
        "interests": (len(read("interests")["statements"]), 30),
        "values": (len(read("values")["cards"]), 24),
    }
    for name, (found, wanted) in asked.items():
        if found != wanted:
            yield f"options/{name}.yaml: {found} instead of {wanted}"
    for name in FILES:
        for place, row in _rows(read(name), name):
            if ("nl" in row) != ("en" in row):
                yield f"options/{name}.yaml: {place} has one language"
            elif isinstance(row.get("nl"), dict) and row["nl"].keys() != row["en"].keys():
                yield f"options/{name}.yaml: {place} says other things in English"
    by_type: dict[str, int] = {}
    for row in read("interests")["statements"]:
        by_type[row["type"]] = by_type.get(row["type"], 0) + 1
    if set(by_type.values()) != {5} or len(by_type) != 6:
        yield "options/interests.yaml: not five statements for each of six types"


def _rows(thing: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(thing, list):
        for number, one in enumerate(thing, 1):
            yield from _rows(one, f"{place} {number}")
    elif isinstance(thing, dict):
        if "nl" in thing or "en" in thing:
            yield place, thing
        for name, one in thing.items():
            if name not in {"nl", "en"}:
                yield from _rows(one, f"{place} {name}")
