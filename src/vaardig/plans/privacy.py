"""What a plan keeps. All of it is hers; every free text lies sealed."""

from collections.abc import Callable
from typing import Any

from vaardig.base.privacy import declare
from vaardig.plans import words
from vaardig.plans.models import Action, CheckIn, Goal, IfThen, LookBack, PlanEvent, Setback, Supporter

KEPT = "created_at changed_at removed_at"


def _told(owner: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    return lambda thing: {"words": words.reader(owner(thing).public_id)(thing)}


def _of_goal(thing: Any) -> Any:
    return thing.goal.owner


def _of_setback(thing: Any) -> Any:
    return thing.setback.goal.owner


def _declare(model: Any, owner: str, V: str, who: Callable[[Any], Any], O: str = "id public_id version") -> None:  # noqa: E741
    declare(
        model,
        owner=owner,
        purpose="plan",
        keep="account",
        hidden="sealed",
        more=_told(who),
        O=O,
        V=f"{V} sealed",
    )


_declare(
    Goal,
    "owner",
    f"owner kind reality until_on state origin_kind origin_thing template {KEPT}",
    lambda goal: goal.owner,
)
_declare(Action, "goal__owner", f"goal on at difficulty repeat state times_done {KEPT}", _of_goal)
_declare(Supporter, "goal__owner", f"goal asked_on {KEPT}", _of_goal)
_declare(Setback, "goal__owner", f"goal theme influence together {KEPT}", _of_goal)
_declare(IfThen, "setback__goal__owner", "setback helps feasible practised supporter changed_at", _of_setback)
_declare(LookBack, "setback__goal__owner", "setback happened result created_at changed_at", _of_setback)
_declare(CheckIn, "goal__owner", "goal after due_on happened answered_at", _of_goal)
_declare(PlanEvent, "goal__owner", "goal kind at", _of_goal, O="id")
