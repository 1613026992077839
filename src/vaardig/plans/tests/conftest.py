"""Amira with one small plan: a goal, an action, a setback that is answered, and who helps."""

from datetime import timedelta

import pytest

from tests.cast import NOW
from vaardig.people.models import Membership
from vaardig.people.services import shares
from vaardig.plans.models import Goal
from vaardig.plans.queries import GOAL
from vaardig.plans.services import actions, goals, setbacks, supporters


@pytest.fixture
def amira(cast):
    return cast["amira"].person


@pytest.fixture
def me(cast):
    return cast["amira"].actor


@pytest.fixture
def plan(amira, me):
    goal = goals.make_goal(
        owner=amira,
        kind=Goal.Kind.WORK,
        text="Ik wil koken in een kanarierestaurant",
        why="Ik kook graag",
        by=me,
        now=NOW,
    )
    actions.add_action(
        goal=goal, what="De kok bellen", on=NOW.date() + timedelta(days=1), where="thuis", whom="Bram", by=me, now=NOW
    )
    helper = supporters.add_supporter(goal=goal, name="Samira", how="gaat mee", by=me, now=NOW)
    setback = setbacks.expect_setback(goal=goal, theme="zenuwen", what="Ik durf niet te bellen", by=me, now=NOW)
    setbacks.answer_setback(
        setback=setback,
        situation="ik maandag niet durf",
        action="bel ik Samira",
        otherwise="ga ik langs",
        by=me,
        now=NOW,
    )
    setbacks.ask_help_of(if_then=setback.if_then, supporter=helper, seen=setback.if_then.version, by=me, now=NOW)
    return goal


@pytest.fixture
def share(cast, amira, me):
    """Open one goal for one of the staff."""

    def shared(goal, who="bram"):
        return shares.share(
            owner=amira,
            receiver=Membership.objects.get(person=cast[who].person),
            purpose=shares.Purpose.GUIDANCE,
            items=[(GOAL, goal.public_id)],
            ends_at=NOW + timedelta(days=30),
            by=me,
            now=NOW,
        )

    return shared
