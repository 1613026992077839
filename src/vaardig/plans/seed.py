"""The demo town, the part of plans: Amira's goal with actions, a setback with its if-then, and who helps. By services only."""

from datetime import datetime, timedelta

from django.utils import timezone

from vaardig.base.actor import Actor
from vaardig.people.models import Membership, Person
from vaardig.people.services import persons, shares
from vaardig.plans.models import Five, Goal, Help, IfThen, Setback, Supporter
from vaardig.plans.queries import GOAL
from vaardig.plans.services import actions, goals, keeping, setbacks, supporters

IDEAS = [
    "Nu al iemand vragen die kan oppassen",
    "Twee namen bij de telefoon leggen",
    "Op het werk vertellen dat ik voor iemand zorg",
    "Mijn zus vragen voor de ochtend",
    "Vragen naar andere uren",
]


def make_town(cast: dict[str, Person], *, now: datetime) -> None:
    """Amira wants to look around in care work; Bram may read this plan for 30 days."""
    amira, bram = cast["amira"], cast["bram"]
    me, then = persons.as_owner(amira), now - timedelta(days=3)
    goal = goals.make_goal(
        owner=amira,
        kind=Goal.Kind.MOVE,
        text="Ik wil een dag meelopen in de thuiszorg",
        why="Ik zorg al voor mijn moeder. Ik wil weten of dit werk bij mij past.",
        by=me,
        now=then,
    )
    keeping.choose(thing=goal, reality=Goal.Reality.FITS, seen=goal.version, by=me, now=then)
    keeping.say(thing=goal, known="In Lindeveen zoeken ze mensen in de zorg.", seen=goal.version, by=me, now=then)
    today = timezone.localdate(now)
    goals.set_until(goal=goal, until_on=today + timedelta(days=30), seen=goal.version, by=me, now=then)
    first = actions.add_action(
        goal=goal,
        what="Bij Bram vragen waar ik kan meelopen",
        on=today - timedelta(days=1),
        where="bij het Werkplein",
        whom="Bram",
        difficulty=Five.EASY,
        by=me,
        now=then,
    )
    actions.do_action(action=first, by=me, now=now - timedelta(days=1))
    actions.add_action(
        goal=goal,
        what="De thuiszorg bellen voor een dag",
        on=today + timedelta(days=2),
        where="thuis aan tafel",
        whom="mijn zus Samira",
        difficulty=Five.FAIR,
        by=me,
        now=now,
    )
    actions.add_action(
        goal=goal,
        what="Een dag meelopen",
        on=today + timedelta(days=14),
        difficulty=Five.HARD,
        by=me,
        now=now,
    )
    helper = supporters.add_supporter(goal=goal, name="Samira", how="let op mijn moeder", by=me, now=now)
    _expect(goal, helper, me, now)
    member = Membership.objects.select_related("organisation").get(person=bram)
    shares.share(
        owner=amira,
        receiver=member,
        purpose=shares.Purpose.GUIDANCE,
        items=[(GOAL, goal.public_id)],
        ends_at=now + timedelta(days=30),
        by=me,
        now=now,
    )


def _expect(goal: Goal, helper: Supporter, me: Actor, now: datetime) -> None:
    """Her mother falls ill on the day itself: the eight steps, with Bram at the table."""
    setback = setbacks.expect_setback(
        goal=goal,
        theme="kinderen-en-mantelzorg",
        what="Mijn moeder wordt ziek",
        together=Setback.Together.GUIDE,
        by=me,
        now=now,
    )
    said = {"where": "op de dag zelf, heel vroeg", "think": "Dan denk ik: zie je wel, het lukt nooit."}
    keeping.say(thing=setback, seen=setback.version, by=me, now=now, **said)
    setbacks.think_of(setback=setback, ideas=IDEAS, seen=setback.version, by=me, now=now)
    plan = setback.if_then
    keeping.say(thing=plan, chosen=IDEAS[3], reserve=IDEAS[1], seen=plan.version, by=me, now=now)
    keeping.choose(
        thing=plan,
        helps=Help.GOOD,
        feasible=Five.EASY,
        practised=IfThen.Practised.YES,
        supporter=helper,
        seen=plan.version,
        by=me,
        now=now,
    )
    setbacks.answer_setback(
        setback=setback,
        situation="mijn moeder ziek wordt op de dag van het meelopen",
        action="bel ik Samira voor 7 uur",
        otherwise="bel ik de thuiszorg en vraag ik om een nieuwe dag",
        by=me,
        now=now,
    )
