"""Why this work stands in the list: what she can, what is short, what is missing, what she wishes, what to mind."""

from collections.abc import Iterable, Sequence

from skillcore.matching.index import Index
from skillcore.matching.rules import RULES, facet_points, points
from skillcore.matching.shapes import (
    Because,
    Demand,
    Met,
    Missing,
    Option,
    Person,
    Preference,
    Reason,
    Short,
    Wish,
    Wished,
)

TURN = {code: turn for turn, code in enumerate(Because)}
SAID = 3  # names in one reason; the rest is counted


def option_of(index: Index, person: Person, place: int, *, rank: int, fit: int, closed: Sequence[str] = ()) -> Option:
    demand, needs, shown = index.demands[place], index.asked[place], person.skills
    met: list[str] = []
    short: list[Short] = []
    missing: list[Missing] = []
    for skill, needed, _weight, relation in needs:
        level = shown.get(skill)
        if level == 0 or skill not in shown:
            missing.append(Missing(skill, relation))
        elif level is not None and level < needed:
            short.append(Short(skill, level, needed))
        else:
            met.append(skill)
    asked = [need[0] for need in needs if need[0] in person.wishes]
    wish = Wished(*(tuple(s for s in asked if person.wishes[s] == kind) for kind in Wish))
    conditions = _conditions(person, demand)
    reasons = [
        *_about_skills(met, short, missing, wish, bool(needs)),
        *_about_conditions(conditions, closed),
        *_about_the_rest(person, demand),
        *_weighed_most(index, person, place),
    ]
    reasons.sort(key=lambda reason: TURN[reason.code])
    return Option(demand.key, rank, fit, tuple(met), tuple(short), tuple(missing), wish, conditions, tuple(reasons))


def _say(code: Because, keys: Iterable[str]) -> list[Reason]:
    about = tuple(keys)
    return [Reason(code, about[:SAID], max(0, len(about) - SAID))] if about else []


def _about_skills(
    met: Sequence[str], short: Sequence[Short], missing: Sequence[Missing], wish: Wished, asks: bool
) -> list[Reason]:
    absent = [one.skill for one in missing]
    return [
        *_say(Because.CAN, met),
        *_say(Because.WITH_HELP, (one.skill for one in short)),
        *_say(Because.LIKES, wish.use),
        *_say(Because.WANTS_TO_LEARN, wish.learn),
        *_say(Because.TO_LEARN, (skill for skill in absent if skill not in wish.learn)),
        *_say(Because.NOT_GLADLY, wish.rather_not),
        *([] if asks else [Reason(Because.NO_NEEDS)]),
    ]


def _conditions(person: Person, demand: Demand) -> tuple[Met, ...]:
    told = sorted(person.conditions.items())
    return tuple(
        Met(facet, preference, facet in demand.conditions)
        for facet, preference in told
        if preference != Preference.NEUTRAL
    )


def _about_conditions(conditions: Sequence[Met], closed: Sequence[str]) -> list[Reason]:
    if not conditions and not closed:
        return []
    there = {kind: [one.facet for one in conditions if one.is_there and one.preference == kind] for kind in Preference}
    lacks = [one.facet for one in conditions if not one.is_there and one.preference == Preference.MUST]
    return [
        *_say(Because.CLOSED, closed),
        *_say(Because.HAS_CONDITION, [*there[Preference.MUST], *there[Preference.NICE]]),
        *_say(Because.LACKS_CONDITION, lacks),
        *_say(Because.MIND_CONDITION, there[Preference.RATHER_NOT]),
    ]


def _about_the_rest(person: Person, demand: Demand) -> list[Reason]:
    """Interest, and what is only said: it moves nothing."""
    liked = [letter for letter in person.interests[: len(RULES.interest_points)] if letter in demand.riasec]
    found = _say(Because.INTEREST, dict.fromkeys(liked))
    if person.speaking and demand.speaking and demand.speaking > person.speaking:
        found.append(Reason(Because.SPEAKING, (str(demand.speaking),)))
    if person.hours is not None and demand.hours is not None and demand.hours > person.hours:
        found.append(Reason(Because.HOURS, (str(demand.hours),)))
    if person.travel is not None and demand.travel is not None and demand.travel > person.travel:
        found.append(Reason(Because.TRAVEL, (str(demand.travel),)))
    if person.dayparts:
        found += _say(Because.DAYPARTS, sorted(set(demand.dayparts) - set(person.dayparts)))
    return [*found, *_say(Because.PAPERS, demand.requires)]


def _weighed_most(index: Index, person: Person, place: int) -> list[Reason]:
    """The one term that did most for this place; nothing when nothing did."""
    best, name = 0, ""
    for skill, needed, weight, _relation in index.asked[place]:
        if skill in person.skills or skill in person.wishes:
            wish = person.wishes.get(skill)
            worth = points(person.skills.get(skill), needed, wish, is_shown=skill in person.skills)
            if worth * weight > best:
                best, name = worth * weight, skill
    for letter, worth in zip(dict.fromkeys(person.interests), RULES.interest_points, strict=False):
        weight = _weight(index, index.letter_column(letter), place)
        if worth * weight > best:
            best, name = worth * weight, f"interest:{letter}"
    for facet, preference in sorted(person.conditions.items()):
        column = index.facet_column(facet)
        weight = 0 if column is None else _weight(index, column, place)
        if facet_points(preference) * weight > best:
            best, name = facet_points(preference) * weight, f"condition:{facet}"
    return [Reason(Because.WEIGHED_MOST, (name,))] if name else []


def _weight(index: Index, column: int, place: int) -> int:
    start, end = int(index.starts[column]), int(index.starts[column + 1])
    at = start + int(index.demand[start:end].searchsorted(place))
    return int(index.weight[at]) if at < end and index.demand[at] == place else 0
