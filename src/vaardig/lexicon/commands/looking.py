"""`vaardig lexicon stats` and `vaardig lexicon search`."""

import argparse
from typing import Any

from vaardig.base.commands import CannotUse, add, print_json
from vaardig.lexicon import queries
from vaardig.lexicon.commands.numbers import whole_number
from vaardig.lexicon.commands.ready import prepare_tables, prepare_words
from vaardig.lexicon.models import Concept
from vaardig.lexicon.queries.searching import LEAST, MOST
from vaardig.lexicon.queries.stats import stats

NUMBERS = {"type": "object", "additionalProperties": {"type": "integer"}}
STATS = {
    "type": "object",
    "required": ["generation", "schemes", "vectors"],
    "properties": {
        "generation": {"type": "integer"},
        "vectors": NUMBERS,
        "schemes": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "scheme": {"type": "string"},
                    "versions": {"type": "array", "items": {"type": "object"}},
                    "concepts": NUMBERS,
                    "concepts_no_longer_current": {"type": "integer"},
                    "concepts_named_in": {"type": "object", "description": "language → kind → number"},
                    "labels": {"type": "object", "description": "language → role → number"},
                    "relations": NUMBERS,
                    "relations_by_list": NUMBERS,
                    "mappings": NUMBERS,
                },
            },
        },
    },
}
FOUND = {
    "type": "object",
    "required": ["found"],
    "properties": {
        "found": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["concept", "kind", "scheme", "label", "matched", "score"],
                "properties": {
                    **{name: {"type": "string"} for name in ("concept", "kind", "scheme", "label", "plain", "matched")},
                    "score": {"type": "number"},
                },
            },
        }
    },
}


def register(acts: Any) -> None:
    add(acts, "stats", print_stats, explain="Count what the lexicon holds.", schema=STATS)
    parser = add(acts, "search", search, explain="Search in all names.", schema=FOUND)
    parser.add_argument("words", nargs="+")
    parser.add_argument("--lang", default="nl", choices=["nl", "en"])
    parser.add_argument("--kind", action="append", choices=[kind.lower() for kind in Concept.Kind.values])
    parser.add_argument("--limit", type=whole_number(1, 200), default=20)


def print_stats(args: argparse.Namespace) -> int:
    prepare_tables()
    told = stats()
    if args.json:
        print_json(told)
        return 0
    for scheme in told["schemes"]:
        versions = ", ".join(f"{one['version']} ({' '.join(one['languages'])})" for one in scheme["versions"])
        print(f"{scheme['name']}: {versions}")
        print("  " + _line(scheme["concepts"]) + f"; {scheme['concepts_no_longer_current']} no longer current")
        for language, roles in scheme["labels"].items():
            print(f"  {language}: {_line(roles)}")
        print("  relations: " + (_line(scheme["relations"]) or "none"))
    print("vectors: " + (_line(told["vectors"]) or "none"))
    return 0


def _line(numbers: dict[str, int]) -> str:
    return ", ".join(f"{name.lower()} {number}" for name, number in numbers.items())


def search(args: argparse.Namespace) -> int:
    words = " ".join(args.words)
    if not LEAST <= len(words) <= MOST:
        raise CannotUse(f"Search with {LEAST} to {MOST} letters; this has {len(words)}.")
    prepare_words()
    kinds = [kind.upper() for kind in args.kind or ()]
    found = queries.search(words, args.lang, kinds=kinds, limit=args.limit)
    if args.json:
        print_json({"found": [_row(one) for one in found]})
        return 0
    for one in found:
        also = f"  ({one.matched})" if one.matched != one.label else ""
        print(f"{one.score:.2f}  {one.label}  [{one.concept.scheme.key} {one.concept.kind.lower()}]{also}")
    if not found:
        print("Nothing fits. Try another word, or a shorter one.")
    return 0


def _row(one: queries.Found) -> dict[str, Any]:
    return {
        "concept": one.concept.key,
        "kind": one.concept.kind,
        "scheme": one.concept.scheme.key,
        "label": one.label,
        "plain": one.plain,
        "matched": one.matched,
        "score": one.score,
    }
