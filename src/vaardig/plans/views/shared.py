"""Plans that others share with a member of staff. Every look is in the owner's log before the page is made."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.people.requests import Asked, wearing
from vaardig.plans import queries, texts
from vaardig.plans.access import shared_goal
from vaardig.plans.views.mine import shown

READERS = (Hat.TRAINER, Hat.GUIDE, Hat.LEADER)


@wearing(*READERS)
@require_safe
def received(request: Asked) -> HttpResponse:
    """Who shares a plan with me now; the words of it stay shut until I open it."""
    rows = queries.shared_with(request.actor, timezone.now())
    return render(request, "plans/received.html", {"rows": [(row, texts.kind_word(row.goal.kind)) for row in rows]})


@wearing(*READERS)
@require_safe
def plan(request: Asked, public_id: UUID) -> HttpResponse:
    """The plan as she made it; to read, not to change."""
    now = timezone.now()
    goal, share = shared_goal(request.actor, public_id, now=now)
    context = shown(queries.plan_of(goal), now) | {"share": share, "owner": goal.owner}
    return render(request, "plans/shared_plan.html", context)
