"""The doors of plans: the owner, and who holds a live share of this very goal."""

from datetime import datetime
from uuid import UUID

from django.db.models import Model, Q
from django.http import Http404

from vaardig.base import access
from vaardig.base.actor import Actor
from vaardig.people import queries as people
from vaardig.people.models import Share
from vaardig.people.services import shares
from vaardig.plans.models import Action, CheckIn, Goal, IfThen, LookBack, Setback, Supporter
from vaardig.plans.queries import GOAL

_PATHS: dict[type[Model], str] = {
    Goal: "",
    Action: "goal",
    Supporter: "goal",
    Setback: "goal",
    IfThen: "setback__goal",
}


def _owner(path: str) -> access.Scope:
    return lambda actor, now: Q(**{f"{path}__owner" if path else "owner": actor.person})


def _shared(path: str) -> access.Scope:
    """Only what stands: what she took out of the plan is out of it for others too."""

    def scope(actor: Actor, now: datetime) -> Q:
        goals = Goal.objects.filter(
            public_id__in=people.shared_things(actor, kind=GOAL, now=now), removed_at=None
        ).values("pk")
        return Q(**{f"{path}__in" if path else "pk__in": goals})

    return scope


for _model, _path in _PATHS.items():
    access.register(_model, row="plan", scopes={"o": _owner(_path), "x": _shared(_path)})
# Looking back is hers alone; a share shows the plan, not how it went.
access.register(CheckIn, row="plan", scopes={"o": _owner("goal")})
access.register(LookBack, row="plan", scopes={"o": _owner("setback__goal")})


def shared_goal(actor: Actor, public_id: UUID, *, now: datetime) -> tuple[Goal, Share]:
    """A goal seen through a share; the look is in her log before the page is made."""
    goal = access.get(actor, Goal, public_id, now=now)
    share = people.share_for(actor, kind=GOAL, thing=goal.public_id, now=now)
    if share is None:
        raise Http404
    shares.use_share(share=share, by=actor, now=now, kind=GOAL, thing=goal.public_id)
    return goal, share
