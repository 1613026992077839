"""A plan on paper: exactly one A4 in large type, however full it is. What does not fit is left out by rule, and the sheet says so.

The rule: everything; then long texts cut; then without places and people; then five actions and two setbacks; then three and one.
"""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import typst
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vaardig.plans import texts
from vaardig.plans.models import Action, Goal
from vaardig.plans.queries import Plan

LINES, WIDTH = 40, 70  # an A4 holds some 40 lines of 70 signs at 14 points
CUT, SHORT = 110, 70
TEMPLATE = Path(__file__).with_name("typst") / "plan.typ"


@dataclass(frozen=True, slots=True)
class Step:
    what: str
    about: str
    done: bool


@dataclass(frozen=True, slots=True)
class Answer:
    situation: str
    action: str
    otherwise: str = ""
    helper: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper, in the order of the page. `note` says that something is not here."""

    title: str
    owner: str
    made: str
    language: str
    what: str
    why: str
    can: str
    until: str
    steps: tuple[Step, ...]
    answers: tuple[Answer, ...]
    helpers: tuple[str, ...]
    checks: str
    note: str = ""


def sheet_of(plan: Plan, *, language: str, now: datetime) -> Sheet:
    whole = _whole(plan, language=language, now=now)
    return next((sheet for sheet in _shorter_and_shorter(whole) if height(sheet) <= LINES), _least(whole))


def _whole(plan: Plan, *, language: str, now: datetime) -> Sheet:
    goal, today = plan.goal, timezone.localdate(now)
    shown = [line for line in plan.actions if line.action.state != Action.State.NOT_NEEDED]
    steps = [
        Step(
            line.words.get("what", ""),
            " · ".join(texts.about_action(line.action, line.words)),
            line.action.state == Action.State.DONE,
        )
        for line in shown
    ]
    answers = [
        Answer(line.then["situation"], line.then["action"], line.then.get("otherwise", ""), line.helper)
        for line in plan.answered
    ]
    helpers = [": ".join(filter(None, [s.words.get("name"), s.words.get("how")])) for s in plan.supporters]
    checks = [date_format(check.due_on, "j F") for check, _w in plan.check_ins if check.due_on >= today]
    return Sheet(
        title=_("Mijn plan"),
        owner=goal.owner.name,
        made=date_format(timezone.localtime(now), "j F Y"),
        language=language,
        what=plan.words.get("what", ""),
        why=plan.words.get("why", ""),
        can=can_it(goal, plan.words),
        until=date_format(goal.until_on, "j F Y") if goal.until_on else "",
        steps=tuple(steps),
        answers=tuple(answers),
        helpers=tuple(helpers),
        checks=", ".join(checks),
    )


def can_it(goal: Goal, words: dict[str, str]) -> str:
    """The reality check always stands there, if only to say that it is not known yet."""
    known = words.get("known", "")
    return " ".join(filter(None, [f"{goal.get_reality_display()}.", known]))


def _shorter_and_shorter(whole: Sheet) -> Iterator[Sheet]:
    yield whole
    less = replace(whole, note=_("Op dit papier past niet alles. Op het scherm staat je hele plan."))
    yield _cut(less, CUT)
    bare = replace(less, steps=tuple(replace(s, about=s.about.split(" · ")[0]) for s in less.steps))
    yield _cut(bare, CUT)
    yield _fewer(_cut(bare, CUT), steps=5, answers=2, helpers=3)
    yield _fewer(_cut(bare, SHORT), steps=3, answers=1, helpers=2)


def _least(whole: Sheet) -> Sheet:
    return list(_shorter_and_shorter(whole))[-1]


def _fewer(sheet: Sheet, *, steps: int, answers: int, helpers: int) -> Sheet:
    """What is still to do comes before what is done."""
    return replace(
        sheet,
        steps=tuple(sorted(sheet.steps, key=lambda s: s.done)[:steps]),
        answers=sheet.answers[:answers],
        helpers=sheet.helpers[:helpers],
    )


def _cut(sheet: Sheet, most: int) -> Sheet:
    return replace(
        sheet,
        what=cut(sheet.what, most),
        why=cut(sheet.why, most),
        can=cut(sheet.can, most),
        steps=tuple(replace(s, what=cut(s.what, most), about=cut(s.about, most)) for s in sheet.steps),
        answers=tuple(Answer(*(cut(text, most) for text in (a.situation, a.action, a.otherwise, a.helper))) for a in sheet.answers),
        helpers=tuple(cut(one, most) for one in sheet.helpers),
    )  # fmt: skip


def cut(text: str, most: int) -> str:
    """The first words, and a sign that there is more. A word without end is cut as well."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 2].rsplit(" ", 1)[0] + " …"


def height(sheet: Sheet) -> float:
    """Lines of text that a sheet takes, on the safe side."""
    tall = 3.0 + _lines(sheet.what, WIDTH * 0.75) * 1.4
    tall += sum(_lines(text) + 0.4 for text in (sheet.why, sheet.can, sheet.until) if text)
    tall += 1.8 * bool(sheet.steps) + sum(_lines(s.what) + _lines(s.about) * 0.9 + 0.5 for s in sheet.steps)
    tall += 1.8 * bool(sheet.answers)
    for one in sheet.answers:
        tall += 1.0 + sum(_lines(t, WIDTH - 14) for t in (one.situation, one.action, one.otherwise, one.helper) if t)
    tall += 1.8 * bool(sheet.helpers) + sum(_lines(one) for one in sheet.helpers)
    return tall + 1.5 * bool(sheet.checks) + 2.2 * bool(sheet.note)


def _lines(text: str, width: float = WIDTH) -> int:
    return sum(-(-len(line) // int(width)) for line in text.splitlines() if line)


def as_pdf(sheet: Sheet) -> bytes:
    """A tagged PDF (PDF/UA-1 is checked while it is made). Data goes in as JSON: a word of hers cannot become code."""
    fonts = Path(importlib.util.find_spec("fontpkg_source_sans_3").origin).parent / "files"  # type: ignore[union-attr,arg-type]
    said = {
        "of": _("Plan van"),
        "on": _("Gemaakt op"),
        "why": _("Want"),
        "can": _("Kan dit nu?"),
        "until": _("Ik wil hier zijn op"),
        "steps": _("Dit ga ik doen"),
        "answers": _("Als het tegenzit"),
        "if": _("Als"),
        "then": _("Dan"),
        "otherwise": _("Lukt dat niet"),
        "helper": _("Wie helpt mij"),
        "helpers": _("Wie mij helpt"),
        "checks": _("Terugkijken op"),
        "done": _("gedaan"),
    }
    made: bytes = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(asdict(sheet) | {"said": said})},
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    return made
