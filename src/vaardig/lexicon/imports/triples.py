"""Statements out of RDF files (N-Triples, Turtle) and SPARQL answers in JSON: one stream, faults as sentences."""

import io
import json
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import pyoxigraph

from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.files import ADDRESS, AGAIN, LINE, LITERAL, Files

FORMATS = {".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".ttl": pyoxigraph.RdfFormat.TURTLE}
JSON_SIZE = 200_000_000
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NAMES = {"s": 0, "subject": 0, "p": 1, "predicate": 1, "property": 1, "o": 2, "object": 2}


class Statement(NamedTuple):
    """`value` is an address, or a text in `language` ("" when it does not say)."""

    subject: str
    predicate: str
    value: str
    language: str
    is_text: bool


def ending(name: str) -> str:
    name = name.removesuffix(".gz").lower()
    return "." + name.rsplit(".", 1)[-1] if "." in name else ""


def from_rdf(files: Files, name: str) -> Iterator[Statement]:
    """Streamed: a file of any size takes no more memory than one statement."""
    with files.open(name) as handle:
        watched = _Watched(handle, name)
        parsed = pyoxigraph.parse(watched, format=FORMATS[ending(name)])  # type: ignore[arg-type]
        number = 0
        while True:
            try:
                quad = next(parsed, None)
            except SyntaxError as error:
                place = f"{name}, line {error.lineno}" + (f", column {error.offset}" if error.offset else "")
                what = str(error.msg).split(": ", 1)[-1]
                raise CannotImport(f"{place}: {what}. {AGAIN}") from error
            except MemoryError as error:
                raise CannotImport(f"{name}, near line {watched.line}: one statement is longer than 16 MB.") from error
            if quad is None:
                return
            number += 1
            yield _checked(_statement(quad, name), f"{name}, statement {number}")


class _Watched(io.RawIOBase):
    """Counts lines, and stops at one that no vocabulary has."""

    def __init__(self, handle: IO[bytes], name: str) -> None:
        self.handle, self.name = handle, name
        self.line, self.run = 1, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = self.handle.read(size)
        ends = block.count(b"\n")
        self.line += ends
        self.run = len(block) - block.rfind(b"\n") - 1 if ends else self.run + len(block)
        if self.run > LINE:
            raise CannotImport(f"{self.name}, line {self.line}: longer than {LINE:,} bytes. {AGAIN}")
        return block


def _statement(quad: Any, name: str) -> Statement:
    thing = quad.object
    is_text = isinstance(thing, pyoxigraph.Literal)
    value = f"_:{name}:{thing.value}" if isinstance(thing, pyoxigraph.BlankNode) else thing.value
    return Statement(
        _node(quad.subject, name), quad.predicate.value, value, (thing.language or "") if is_text else "", is_text
    )


def _node(node: Any, name: str) -> str:
    """A node without an address is known within its file only."""
    return f"_:{name}:{node.value}" if isinstance(node, pyoxigraph.BlankNode) else str(node.value)


def _checked(one: Statement, place: str) -> Statement:
    if len(one.value) > (LITERAL if one.is_text else ADDRESS) or len(one.subject) > ADDRESS:
        what = f"a text longer than {LITERAL:,} signs" if one.is_text else f"an address longer than {ADDRESS:,} signs"
        raise CannotImport(f"{place}: holds {what}. {AGAIN}")
    return one


# ── SPARQL answers ───────────────────────────────────────────────────────────────────────────────────
def from_sparql(files: Files, name: str, columns: dict[str, str], links: dict[str, str]) -> Iterator[Statement]:
    """Rows of ?s ?p ?o; or rows of one thing with columns named after properties (`columns`: name → predicate).

    A file named after a linking property (`links`: name → predicate) may have two columns: who, and to what.
    """
    names, rows = _answer(files, name)
    if {NAMES.get(one) for one in names} >= {0, 1, 2}:
        places = [next(one for one in names if NAMES.get(one) == at) for at in range(3)]
        for number, row in enumerate(rows, start=1):
            cells = [_cell(row, one, name, number) for one in places]
            if all(cells):
                (subject, *_), (predicate, *_), (value, language, is_text) = cells  # type: ignore[misc]
                yield _checked(Statement(subject, predicate, value, language, is_text), f"{name}, row {number}")
        return
    yield from _wide(names, rows, name, columns, links)


def _wide(
    names: list[str], rows: list[Any], name: str, columns: dict[str, str], links: dict[str, str]
) -> Iterator[Statement]:
    known = {one: columns[one.lower()] for one in names[1:] if one.lower() in columns}
    stem = name.split(".")[0].split("-")[0].lower()
    if not known and len(names) == 2 and stem in links:
        known = {names[1]: links[stem]}
    if not known:
        raise CannotImport(
            f"{name}: the columns {', '.join(names)} are not known. Use ?s ?p ?o, or a first column with the address and "
            f"columns named {', '.join(sorted(columns))}."
        )
    for number, row in enumerate(rows, start=1):
        subject = _cell(row, names[0], name, number)
        if subject is None or subject[2]:
            raise CannotImport(f"{name}, row {number}, column {names[0]}: must be an address. {AGAIN}")
        for column, predicate in known.items():
            if cell := _cell(row, column, name, number):
                yield _checked(Statement(subject[0], predicate, *cell), f"{name}, row {number}")


def _answer(files: Files, name: str) -> tuple[list[str], list[Any]]:
    with files.open(name) as handle:
        raw = handle.read(JSON_SIZE + 1)
    if len(raw) > JSON_SIZE:
        raise CannotImport(f"{name} is larger than {JSON_SIZE // 1_000_000} MB. Fetch it in pages (LIMIT and OFFSET).")
    try:
        answer = json.loads(raw.decode("utf-8-sig"))
        names, rows = answer["head"]["vars"], answer["results"]["bindings"]
    except UnicodeDecodeError as error:
        raise CannotImport(f"{name}, byte {error.start + 1}: this is not UTF-8. {AGAIN}") from error
    except json.JSONDecodeError as error:
        raise CannotImport(
            f"{name}, line {error.lineno}, column {error.colno}: {error.msg}. Is it cut off? {AGAIN}"
        ) from error
    except (KeyError, TypeError, RecursionError) as error:
        raise CannotImport(f"{name} is no SPARQL answer in JSON: head.vars or results.bindings is missing.") from error
    if not isinstance(names, list) or not names or not isinstance(rows, list):
        raise CannotImport(f"{name} is no SPARQL answer in JSON: head.vars and results.bindings must be lists.")
    return [str(one) for one in names], rows


def _cell(row: Any, column: str, name: str, number: int) -> tuple[str, str, bool] | None:
    cell = row.get(column) if isinstance(row, dict) else None
    if cell is None:
        return None
    if not isinstance(cell, dict) or not isinstance(cell.get("value"), str) or "type" not in cell:
        raise CannotImport(f"{name}, row {number}, column {column}: has no type and value. {AGAIN}")
    if cell["type"] == "bnode":
        return f"_:{name.split('-')[0]}:{cell['value']}", "", False
    return cell["value"], str(cell.get("xml:lang", "")), cell["type"] != "uri"
