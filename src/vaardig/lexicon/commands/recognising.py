"""`vaardig recognise`: a text in, suggestions out. Never stores anything."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.utils import translation

from skillcore.recognise import Suggestion
from vaardig.base.commands import CannotUse, add, print_json
from vaardig.lexicon import recognising
from vaardig.lexicon.commands.indexing import fill_when_few
from vaardig.lexicon.commands.numbers import whole_number
from vaardig.lexicon.commands.ready import prepare_words
from vaardig.lexicon.documents import CannotRead, text_of
from vaardig.lexicon.models import Scheme

KINDS = ("skill", "occupation", "condition", "task", "knowledge")
FILES = {".txt", ".md", ".docx", ".pdf", ".odt", ".doc", ".rtf", ".jsonl"}
LINE = 1_000_000
SUGGESTION = {
    "type": "object",
    "required": ["concept", "label", "scheme", "mappings", "score", "because"],
    "properties": {
        "concept": {"type": "string", "description": "the key of the concept within its scheme"},
        "label": {"type": "string"},
        "scheme": {"type": "string", "description": "basis, esco or competentnl"},
        "mappings": {
            "type": "array",
            "items": {"type": "string"},
            "description": "ESCO and CompetentNL addresses, the closest first",
        },
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "because": {"type": "array", "items": {"type": "string"}, "description": "the words that caused it"},
        "preference": {"enum": ["must", "nice", "no"], "description": "for conditions only"},
        "also": {"type": "array", "items": {"type": "string"}, "description": "the same concept in other schemes"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["suggestions"],
    "properties": {
        "id": {"type": ["string", "number"], "description": "with --jsonl: the id of the line"},
        "suggestions": {"type": "array", "items": SUGGESTION},
    },
    "description": "With --jsonl each line in is {id, text} and each line out is this object.",
}


def register(commands: Any) -> None:
    parser = add(commands, "recognise", recognise, explain="Recognise skills and more in a text.", schema=SCHEMA)
    parser.add_argument("text", nargs="?", default="-", metavar="TEXT|FILE|-", help="a text, a file, or - for input")
    parser.add_argument("--file", metavar="FILE", help="a CV: .docx, .pdf or .txt")
    parser.add_argument("--lang", default="nl", choices=["nl", "en"], help="language of the text (nl)")
    parser.add_argument("--limit", type=whole_number(1, 100), default=10, help="at most so many suggestions (10)")
    parser.add_argument("--kind", default="skill", choices=KINDS, help="what to look for (skill)")
    parser.add_argument("--scheme", action="append", help="only this skills language; may be repeated")
    parser.add_argument("--jsonl", action="store_true", help="one {id, text} per line in, one answer per line out")


def recognise(args: argparse.Namespace) -> int:
    lines = _lines(args) if args.jsonl else None
    text = None if args.jsonl else _text(args)
    prepare_words()
    _check_schemes(args)
    fill_when_few()
    if lines is not None:
        _answer_lines(args, lines)
    elif text is not None:
        _answer(args, _suggest(args, text))
    return 0


def _suggest(args: argparse.Namespace, text: str) -> tuple[Suggestion, ...]:
    return recognising.recognise(
        text=text, language=args.lang, kind=args.kind.upper(), limit=args.limit, schemes=args.scheme
    )


def as_row(one: Suggestion) -> dict[str, Any]:
    row = {
        "concept": one.concept,
        "label": one.label,
        "scheme": one.scheme,
        "mappings": list(one.mappings),
        "score": round(one.score, 4),
        "because": list(one.because),
    }
    if one.preference:
        row["preference"] = one.preference
    if one.also:
        row["also"] = list(one.also)
    return row


def _answer(args: argparse.Namespace, found: Iterable[Suggestion]) -> None:
    rows = [as_row(one) for one in found]
    if args.json:
        print_json({"suggestions": rows})
        return
    for row in rows:
        preference = f" [{row['preference']}]" if "preference" in row else ""
        because = ", ".join(row["because"])
        sys.stdout.write(f"{row['score']:.2f}  {row['label']}{preference}  ({because})\n")
    if not rows:
        sys.stdout.write("Nothing was recognised.\n")


def _answer_lines(args: argparse.Namespace, lines: Iterable[dict[str, Any]]) -> None:
    for line in lines:
        rows = [as_row(one) for one in _suggest(args, line["text"])]
        sys.stdout.write(json.dumps({"id": line["id"], "suggestions": rows}, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _check_schemes(args: argparse.Namespace) -> None:
    known = set(Scheme.objects.values_list("key", flat=True))
    if unknown := sorted(set(args.scheme or ()) - known):
        raise CannotUse(
            f"--scheme {unknown[0]} is not in the lexicon. It holds: {', '.join(sorted(known))}. "
            "Import it with `vaardig lexicon import`."
        )


# ── what comes in ────────────────────────────────────────────────────────────────────────────────────
def _text(args: argparse.Namespace) -> str:
    given = args.file or args.text
    path = Path(given) if given != "-" and len(given) < 1_000 and "\n" not in given else None
    if given == "-":
        text = _decoded(sys.stdin.buffer.read(LINE * 4 + 1), "standard input")
    elif path is not None and (args.file or path.is_file() or path.suffix.lower() in FILES):
        text = _from_file(path)
    else:
        text = given
    return checked(text, "The text")


def checked(text: str, what: str) -> str:
    if not text.strip():
        raise CannotUse(f"{what} is empty. Tell in a sentence or more what you do, for example: ik lap de ramen.")
    if len(text) > recognising.TEXT:
        raise CannotUse(
            f"{what} is too long: {len(text)} of at most {recognising.TEXT} characters. Cut it into pieces."
        )
    return text


def _from_file(path: Path) -> str:
    if not path.is_file():
        raise CannotUse(f"There is no file {path}. Check the name.")
    with path.open("rb") as handle, translation.override("en"):
        try:
            return text_of(handle, path.name)
        except CannotRead as reason:
            raise CannotUse(f"{path.name}: {reason}") from reason


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotUse(f"{where} is not UTF-8 (byte {error.start + 1}). Save it as UTF-8 and try again.") from error


def _lines(args: argparse.Namespace) -> Iterable[dict[str, Any]]:
    """A file is checked whole before the first answer; a pipe is answered line by line."""
    given = args.file or args.text
    if given == "-":
        return _read_lines(iter(lambda: sys.stdin.buffer.readline(LINE + 1), b""), "standard input")
    path = Path(given)
    if not path.is_file():
        raise CannotUse(f"There is no file {path}. With --jsonl the input is a file or standard input.")
    with path.open("rb") as handle:
        return list(_read_lines(iter(lambda: handle.readline(LINE + 1), b""), path.name))


def _read_lines(raw_lines: Iterator[bytes], where: str) -> Iterator[dict[str, Any]]:
    for number, raw in enumerate(raw_lines, start=1):
        place = f"{where}, line {number}"
        if len(raw) > LINE:
            raise CannotUse(f"{place}: longer than {LINE} bytes. Cut the text into pieces.")
        if raw.strip():
            yield _line(_decoded(raw, place), place)


def _line(raw: str, place: str) -> dict[str, Any]:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise CannotUse(f"{place}: this is not JSON ({error}). Write one object with id and text per line.") from error
    if not isinstance(line, dict):
        raise CannotUse(f"{place}: must be an object with id and text.")
    if not isinstance(line.get("id"), str | int | float) or isinstance(line["id"], bool):
        raise CannotUse(f"{place}: id is missing or is no text or number.")
    if not isinstance(line.get("text"), str):
        raise CannotUse(f"{place}: text is missing or is no text.")
    return {"id": line["id"], "text": checked(line["text"], f"{place}: text")}
