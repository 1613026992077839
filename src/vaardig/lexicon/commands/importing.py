"""`vaardig lexicon import`: bring a version of a skills language in."""

import argparse
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from vaardig.base.commands import CannotUse, add, print_json
from vaardig.lexicon.commands.indexing import fill
from vaardig.lexicon.commands.ready import prepare_tables
from vaardig.lexicon.console import say, stepping
from vaardig.lexicon.drafts import Draft
from vaardig.lexicon.encoder import load_embedder
from vaardig.lexicon.entries import read_entries
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports import competentnl_endpoint as endpoint
from vaardig.lexicon.imports.basis import read_basis
from vaardig.lexicon.imports.competentnl import read_competentnl
from vaardig.lexicon.imports.esco import read_esco
from vaardig.lexicon.services import Outcome, keep_version, take_shipped
from vaardig.lexicon.vectors import missing_texts

STEPS = 4  # reading, concepts, labels, relations
CHANGE = {
    "type": "object",
    "properties": {name: {"type": "integer"} for name in ("new", "changed", "gone")},
}
SCHEMA = {
    "type": "object",
    "required": ["scheme", "version", "languages", "changes", "skipped", "counts"],
    "properties": {
        "scheme": {"type": "string"},
        "version": {"type": "string"},
        "languages": {"type": "array", "items": {"type": "string"}},
        "changes": {"type": "object", "additionalProperties": CHANGE},
        "skipped": {"type": "object", "description": "reason → how often"},
        "counts": {"type": "object", "description": "what this version holds"},
    },
}


def register(acts: Any) -> None:
    parser = add(
        acts,
        "import",
        import_,
        explain="Bring a skills language in: one transaction; the second time nothing changes; old versions stay.",
        schema=SCHEMA,
    )
    parser.add_argument("source", choices=["esco", "competentnl", "basis"])
    parser.add_argument("path", nargs="?", metavar="PATH", help="folder, zip or file with the official files")
    parser.add_argument("--lang", action="append", metavar="LANG", help="language to import; repeat or use nl,en")
    parser.add_argument("--version", metavar="VERSION", help="when the files do not tell")
    parser.add_argument("--no-index", action="store_true", help="make no vectors now")


def import_(args: argparse.Namespace) -> int:
    languages = tuple(part for given in args.lang or () for part in given.split(",") if part)
    path = Path(args.path) if args.path else None
    try:
        if args.source == "competentnl":
            path = path or _fetched()
        with stepping(args.source, STEPS) as step:
            step("reading")
            draft = _read(args.source, path, languages, args.version)
            prepare_tables()
            outcome = keep_version(draft=draft, now=timezone.now(), step=step)
    except CannotImport as reason:
        raise CannotUse(str(reason)) from reason
    _report(args, outcome)
    if not args.no_index:
        _index(args.source)
    return 0


def _read(source: str, path: Path | None, languages: tuple[str, ...], version: str | None) -> Draft:
    if source == "basis":
        return read_basis(path)
    if source == "esco":
        return read_esco(path, languages, version)
    return read_competentnl(path or Path(), languages, version)


def _fetched() -> Path:
    """The folder with what the endpoint gave: the newest that is complete, else filled now."""
    base = Path(settings.DATA_DIR) / "competentnl"
    if found := endpoint.newest_cache(base):
        return found
    key = os.environ.get("VAARDIG_COMPETENTNL_KEY", "")
    if not key:
        raise CannotImport(
            "Name a folder with CompetentNL's files, or set VAARDIG_COMPETENTNL_KEY. A key is free: register as "
            "afnemer in the Ontwikkelaarsportaal on competentnl.nl."
        )
    folder = base / timezone.localdate().strftime("%Y.%m.%d")
    with stepping("competentnl", len(endpoint.PROPERTIES)) as step:
        endpoint.fetch(folder, endpoint.endpoint(key), step)
    return folder


def _index(source: str) -> None:
    embedder = load_embedder()
    if embedder is None:
        say("No encoder here: recognising works on words alone.")
        return
    waiting = take_shipped(model=embedder.name, texts=missing_texts(read_entries([source]), embedder.name))
    if waiting:
        say(f"{len(waiting)} vectors are made now; you can stop this and go on later with `vaardig lexicon index`.")
        fill(embedder, waiting)


def as_row(outcome: Outcome) -> dict[str, Any]:
    return {
        "scheme": outcome.scheme,
        "version": outcome.version,
        "languages": list(outcome.languages),
        "changes": {
            name: {"new": change.new, "changed": change.changed, "gone": change.gone}
            for name, change in outcome.changes.items()
        },
        "skipped": dict(sorted(outcome.skipped.items())),
        "counts": outcome.counts,
    }


def _report(args: argparse.Namespace, outcome: Outcome) -> None:
    if args.json:
        print_json(as_row(outcome))
        return
    print(f"{outcome.scheme} {outcome.version} ({', '.join(outcome.languages)})")
    for name, change in outcome.changes.items():
        print(f"  {name}: {change.new} new, {change.changed} changed, {change.gone} taken back")
    if outcome.is_empty:
        print("  Nothing changed: this version was here already.")
    for reason, number in sorted(outcome.skipped.items()):
        print(f"  skipped {number} × {reason}")
