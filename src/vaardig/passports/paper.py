"""A passport on paper: at most four A4 pages, however full it is. What does not fit is left out by rule, and the sheet says so.

The rule: everything; then without examples; then without explanations; then names only; then as many names as fit.
"""

import importlib.util
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import typst
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vaardig.passports import queries, texts
from vaardig.passports.models import Claim, Evidence, Observation, Passport
from vaardig.passports.queries import Line

PAGES, LINES, WIDTH = 4, 112, 66  # a sheet holds some 28 lines of 66 signs at 14 points
EXAMPLE = 160  # signs of an example; the whole of it stands on the screen
TEMPLATE = Path(__file__).with_name("typst") / "passport.typ"


@dataclass(frozen=True, slots=True)
class Row:
    """One skill on paper."""

    label: str
    plain: str = ""
    own_words: str = ""
    level: int = 0
    level_word: str = ""
    about: str = ""  # where, and what she wishes with it
    seen: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`parts` with rows, or `names` when there are too many; `note` says what is not here."""

    title: str
    owner: str
    made: str
    language: str
    parts: tuple[Part, ...]
    names: tuple[str, ...] = ()
    note: str = ""
    mark: str = ""
    page_word: str = ""

    @property
    def count(self) -> int:
        return sum(len(part.rows) for part in self.parts) + len(self.names)


def sheet_of(
    passport: Passport, *, language: str, now: datetime, claims: QuerySet[Claim] | None = None, mark: str = ""
) -> Sheet:
    """What is printed: never a level 0, never "liever niet", nothing hidden or confidential."""
    shown = queries.live_claims(passport) if claims is None else claims
    lines = queries.lines(shown, language=language, for_others=True)
    whole = Sheet(
        title=_("Dit kan ik"),
        owner=passport.owner.name,
        made=date_format(timezone.localtime(now), "j F Y"),
        language=language,
        parts=tuple(Part(g.title, tuple(_row(line) for line in g.lines)) for g in queries.groups(lines, only="")),
        mark=mark,
        page_word=_("bladzijde"),
    )
    return next(sheet for sheet in _shorter_and_shorter(whole) if height(sheet) <= LINES)


def _row(line: Line) -> Row:
    claim = line.claim
    about = [str(claim.get_place_display())] if claim.place else []
    about += [str(claim.get_wish_display())] if line.wish else []
    return Row(
        label=line.label,
        plain=line.plain,
        own_words=claim.words if claim.concept_id else "",
        level=line.level or 0,
        level_word=line.level_word,
        about=" · ".join(about),
        seen=tuple(_seen(view) for view in line.seen),
        shown_by=tuple(_proof(proof) for proof in line.evidence),
    )


def _seen(view: Observation) -> str:
    who = _("Gezien door %(who)s") % {"who": texts.maker(view)}
    day = date_format(view.observed_on, "j F Y")
    example = f": “{_cut(view.example)}”" if view.example else ""
    return f"{who}, {day}{example}"


def _proof(proof: Evidence) -> str:
    told = next((t for t in (proof.action, proof.situation, proof.result, proof.task) if t), "")
    words = {
        Evidence.Kind.STORY: _cut(told),
        Evidence.Kind.LINK: proof.link,
        Evidence.Kind.WITNESS: ", ".join(filter(None, [proof.witness, _kind_apart(proof)])),
    }.get(Evidence.Kind(proof.kind), proof.title)
    return f"{proof.get_kind_display()}: {words}"


def _kind_apart(proof: Evidence) -> str:
    return "" if proof.title == str(proof.get_kind_display()) else proof.title


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= EXAMPLE else plain[:EXAMPLE].rsplit(" ", 1)[0] + " …"


def _shorter_and_shorter(whole: Sheet) -> Iterable[Sheet]:
    yield whole
    less = _("Op dit papier staat niet alles. In het paspoort op het scherm staat meer.")
    without: list[Callable[[Row], Row]] = [
        lambda row: replace(row, shown_by=(), seen=tuple(seen.split(": “")[0] for seen in row.seen)),
        lambda row: Row(row.label, level=row.level, level_word=row.level_word, about=row.about),
        lambda row: Row(row.label, level=row.level, level_word=row.level_word),
    ]
    for strip in without:
        parts = tuple(Part(part.title, tuple(strip(row) for row in part.rows)) for part in whole.parts)
        yield replace(whole, parts=parts, note=less)
    names = tuple(row.label for part in whole.parts for row in part.rows)
    bare = replace(whole, parts=(), note=less)
    yield replace(bare, names=names)
    kept = _fitting(names)
    yield replace(bare, names=names[:kept], note=texts.shortened(len(names) - kept))


def _fitting(names: tuple[str, ...]) -> int:
    room, kept = (LINES - 10) * WIDTH, 0
    for name in names:
        room -= len(name) + 3
        if room < 0:
            break
        kept += 1
    return kept


def height(sheet: Sheet) -> float:
    """Lines of text that a sheet takes, on the safe side."""
    rows = sum(_height(row) for part in sheet.parts for row in part.rows)
    heads = sum(2.5 for part in sheet.parts if part.title)
    names = _lines(" · ".join(sheet.names)) if sheet.names else 0
    return 6 + rows + heads + names + 2 * bool(sheet.note)


def _height(row: Row) -> float:
    head = _lines(row.label + " " * 3 + row.level_word)
    more = (row.plain, row.own_words, row.about, *row.seen, *row.shown_by)
    return head + sum(_lines(text) for text in more if text) + 0.6


def _lines(text: str) -> int:
    return -(-len(text) // WIDTH)


def as_pdf(sheet: Sheet) -> bytes:
    """A tagged PDF (PDF/UA-1 is checked while it is made). Data goes in as JSON: a name cannot become code."""
    fonts = Path(importlib.util.find_spec("fontpkg_source_sans_3").origin).parent / "files"  # type: ignore[union-attr,arg-type]
    data = asdict(sheet) | {"words": {"on": _("Gemaakt op"), "by": _("Paspoort van"), "own": _("In mijn woorden")}}
    made: bytes = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    return made


def pages_of(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
