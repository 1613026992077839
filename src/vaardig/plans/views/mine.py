"""Her plans: all of them, and one on one page."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.people.requests import Asked, wearing
from vaardig.plans import calendars, paper, queries, texts
from vaardig.plans.models import Goal
from vaardig.plans.queries import Plan
from vaardig.plans.views.asking import own


@wearing(Hat.PARTICIPANT)
@require_safe
def plans(request: Asked) -> HttpResponse:
    """What she works at, and what was closed or taken out."""
    today = timezone.localdate()
    lines = [
        (line, texts.kind_picture(line.goal.kind), _next(line, today)) for line in queries.goals_of(request.person)
    ]
    context = {
        "now": [row for row in lines if row[0].goal.state == Goal.State.OPEN],
        "closed": [row for row in lines if row[0].goal.state != Goal.State.OPEN],
        "removed": queries.removed_goals(request.person),
        "today": today,
    }
    return render(request, "plans/plans.html", context)


def _next(line: queries.GoalLine, today: Any) -> str:
    """The next action in one line: what, and when."""
    if line.following is None:
        return ""
    when = texts.day(line.following.action.on, today=today)
    return " · ".join(filter(None, [line.following.words.get("what", ""), when]))


@wearing(Hat.PARTICIPANT)
@require_safe
def plan(request: Asked, public_id: UUID) -> HttpResponse:
    """The whole plan on one page."""
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    whole = queries.plan_of(goal)
    today = timezone.localdate(now)
    due = whole.due(today)
    context = (
        shown(whole, now)
        | who_sees(goal, now)
        | {
            "removed": queries.removed_from(goal),
            "history": queries.history_of(goal),
            "needs_soon": goal.state == Goal.State.OPEN and whole.needs_soon(today),
            "due": due,
            "with_days": calendars.has_days(whole),
            "unfinished": [line for line in whole.setbacks if not line.has_answer],
            "following_check": next((check for check, _w in whole.check_ins if not check.answered_at), None),
            "looked": [(check, words) for check, words in whole.check_ins if check.answered_at],
        }
    )
    return render(request, "plans/plan.html", context)


def shown(whole: Plan, now: datetime) -> dict[str, Any]:
    """What her page and the page of who she shares it with both show."""
    today = timezone.localdate(now)
    return {
        "goal": whole.goal,
        "words": whole.words,
        "plan": whole,
        "can": paper.can_it(whole.goal, whole.words),
        "kind_word": texts.kind_word(whole.goal.kind),
        "kind_picture": texts.kind_picture(whole.goal.kind),
        "actions": [
            (line, " · ".join(texts.about_action(line.action, line.words, today=today))) for line in whole.actions
        ],
    }


def who_sees(goal: Goal, now: datetime) -> dict[str, Any]:
    live = queries.live_shares_of(goal, now)
    names = {share.receiver.called if share.receiver else str(share.function_organisation) for share in live}
    return {"seers": sorted(names), "until": live[0].ends_at if len(live) == 1 else None}
