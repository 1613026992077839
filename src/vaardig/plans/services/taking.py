"""Taking a plan along as a file leaves a line in the log."""

from datetime import datetime

from vaardig.base.actor import Actor
from vaardig.plans.models import Goal
from vaardig.plans.services.history import note


def take_plan(*, goal: Goal, form: str, by: Actor, now: datetime) -> None:
    """`form` is pdf or ics."""
    note(goal=goal, action=f"take_plan_{form}", thing=goal, by=by, now=now)
