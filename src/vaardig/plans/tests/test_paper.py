"""A plan on paper is one page, however full it is; in the calendar each action keeps its name."""

import random
from datetime import date, time, timedelta

import pypdfium2
import pytest
from icalendar import Calendar

from tests.cast import NOW
from vaardig.plans import calendars, paper, queries
from vaardig.plans.models import Action
from vaardig.plans.services import actions, setbacks, supporters

WORD = "ijsberen"


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


def sheet(goal):
    return paper.sheet_of(queries.plan_of(goal), language="nl", now=NOW)


@pytest.mark.row("A10")
def test_a_plan_of_ordinary_size_stands_on_one_page_whole(amira, plan):
    made = sheet(plan)

    assert made.note == ""
    assert pages(paper.as_pdf(made)) == 1
    assert "bel ik Samira" in text_of(paper.as_pdf(made))


def test_the_fullest_plan_stands_on_one_page_and_says_what_is_not_there(amira, plan, me):
    long = ("heel " * 40)[:199]
    for _ in range(20):
        actions.add_action(goal=plan, what=long, where=long, whom=long, on=date(2026, 12, 1), by=me, now=NOW)
    for _ in range(6):
        one = setbacks.expect_setback(goal=plan, what=long, by=me, now=NOW)
        setbacks.answer_setback(setback=one, situation=long, action=long, otherwise=long, by=me, now=NOW)
        supporters.add_supporter(goal=plan, name="x" * 100, how="y" * 200, by=me, now=NOW)

    made = sheet(plan)

    assert made.note
    assert pages(paper.as_pdf(made)) == 1


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_takes_two_pages(seed):
    """Sheets just within the rule: words of every length, also without a space."""
    rnd = random.Random(seed)

    def some(most):
        word = rnd.choice(["W" * rnd.randint(1, 60), "la", WORD, "il"])
        return " ".join([word] * 100)[: rnd.randint(1, most)]

    whole = paper.Sheet(
        title="Mijn plan",
        owner="Amira",
        made="16 november 2026",
        language="nl",
        what=some(200),
        why=some(900),
        can=some(900),
        until="1 januari 2027",
        steps=tuple(paper.Step(some(200), some(300), rnd.random() < 0.3) for _ in range(rnd.randint(0, 12))),
        answers=tuple(paper.Answer(*(some(200) for _ in range(4))) for _ in range(rnd.randint(0, 4))),
        helpers=tuple(some(300) for _ in range(rnd.randint(0, 4))),
        checks="1 december, 2 januari",
    )
    made = next(
        (one for one in paper._shorter_and_shorter(whole) if paper.height(one) <= paper.LINES), paper._least(whole)
    )

    assert pages(paper.as_pdf(made)) == 1


def test_her_words_are_never_read_as_markup(amira, plan, me):
    actions.add_action(goal=plan, what='#panic("x") = *kop* $1$ `raw`', by=me, now=NOW)

    assert '#panic("x") = *kop* $1$ `raw`' in text_of(paper.as_pdf(sheet(plan))).replace("\r\n", " ")


def events(goal):
    found = Calendar.from_ical(calendars.as_calendar(queries.plan_of(goal)))
    return {str(one["uid"]): one for one in found.walk("VEVENT")}


def test_the_calendar_keeps_the_name_and_counts_the_changes(amira, plan, me):
    action = actions.add_action(goal=plan, what="Bellen", on=date(2026, 11, 20), by=me, now=NOW)
    uid = f"action-{action.public_id}@vaardig"
    before = events(plan)[uid]

    actions.plan_action(action=action, on=date(2026, 11, 21), at=time(10, 30), seen=action.version, by=me, now=NOW)
    after = events(plan)[uid]

    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert before["dtstart"].dt == date(2026, 11, 20)
    assert after["dtstart"].dt.strftime("%Y-%m-%d %H:%M %z") == "2026-11-21 10:30 +0100"
    assert calendars.as_calendar(queries.plan_of(plan)) == calendars.as_calendar(queries.plan_of(plan))


def test_what_is_not_needed_leaves_the_calendar(amira, plan, me):
    action = actions.add_action(
        goal=plan, what="Bellen", on=date(2026, 11, 20), repeat=Action.Repeat.FORTNIGHTLY, by=me, now=NOW
    )
    uid = f"action-{action.public_id}@vaardig"
    assert events(plan)[uid]["rrule"]["INTERVAL"] == [2]

    actions.drop_action(action=action, reason="Het is al geregeld", seen=action.version, by=me, now=NOW)

    assert events(plan)[uid]["status"] == "CANCELLED"
    assert events(plan)[uid]["sequence"] == 1


def test_days_to_look_back_stand_in_the_calendar(amira, plan):
    days = sorted(one["dtstart"].dt for uid, one in events(plan).items() if uid.startswith("check-"))

    assert days == [NOW.date() + timedelta(days=n) for n in (14, 42, 91)]
