"""Her plan in her own calendar (iCalendar). The uid of an action never changes; SEQUENCE grows with each change of it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from vaardig.plans.models import Action, CheckIn
from vaardig.plans.queries import ActionLine, Plan

Repeat = Action.Repeat
RULES: dict[str, dict[str, Any]] = {
    Repeat.DAILY: {"FREQ": "DAILY"},
    Repeat.WEEKLY: {"FREQ": "WEEKLY"},
    Repeat.FORTNIGHTLY: {"FREQ": "WEEKLY", "INTERVAL": 2},
    Repeat.MONTHLY: {"FREQ": "MONTHLY"},
}
HALF_HOUR = timedelta(minutes=30)


def as_calendar(plan: Plan) -> bytes:
    """Actions with a day, and the days to look back. What is not needed any more says so, so that it leaves the calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vaardig//Mijn plan//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for line in plan.actions:
        if line.action.on:
            calendar.add_component(_of_action(line))
    for check, _words in plan.check_ins:
        if not check.answered_at:
            calendar.add_component(_of_check(plan, check))
    calendar.add_missing_timezones()
    made: bytes = calendar.to_ical()
    return made


def has_days(plan: Plan) -> bool:
    return any(line.action.on for line in plan.actions) or any(not check.answered_at for check, _ in plan.check_ins)


def _of_action(line: ActionLine) -> Event:
    action, words = line.action, line.words
    event = _event(f"action-{action.public_id}", words.get("what", ""), action.version, action.changed_at)
    on: date = action.on  # type: ignore[assignment]
    if action.at:
        start = datetime.combine(on, action.at, tzinfo=timezone.get_default_timezone())
        event.add("dtstart", start)
        event.add("dtend", start + HALF_HOUR)
    else:
        event.add("dtstart", on)
        event.add("dtend", on + timedelta(days=1))
    if action.repeat:
        event.add("rrule", RULES[action.repeat])
    if words.get("where"):
        event.add("location", words["where"])
    if words.get("whom"):
        event.add("description", _("met %(whom)s") % {"whom": words["whom"]})
    event.add("status", "CANCELLED" if action.state == Action.State.NOT_NEEDED else "CONFIRMED")
    return event


def _of_check(plan: Plan, check: CheckIn) -> Event:
    summary = _("Terugkijken: %(goal)s") % {"goal": plan.words.get("what", "")}
    event = _event(f"check-{check.public_id}", summary, check.version, plan.goal.created_at)
    event.add("dtstart", check.due_on)
    event.add("dtend", check.due_on + timedelta(days=1))
    event.add("status", "CONFIRMED")
    return event


def _event(uid: str, summary: str, version: int, changed: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uid}@vaardig")
    event.add("sequence", version - 1)
    event.add("summary", summary)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
