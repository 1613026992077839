"""Reading what she answered, what she saved and what the computer said last."""

import json
from typing import Any, NamedTuple

from django.db.models import QuerySet

from skillcore.matching import Preference
from vaardig.base import crypto
from vaardig.options import content
from vaardig.options.models import Answers, OptionRun, SavedOption, Switch
from vaardig.people.models import Person

Form = Answers.Form
LETTERS = "RIASEC"
LIKED = 3  # letters that a picture of interests shows at most


def opened(sheet: Answers) -> dict[str, Any]:
    return _opened(sheet.owner, sheet.sealed)


def _opened(owner: Person, sealed: str) -> dict[str, Any]:
    text = crypto.open_sealed(owner.public_id, sealed)
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def answers_of(owner: Person, form: str) -> dict[str, Any]:
    sheet = Answers.objects.filter(owner=owner, form=form).first()
    return _opened(owner, sheet.sealed) if sheet else {}


def all_answers_of(owner: Person) -> dict[str, dict[str, Any]]:
    """Every form that she began, in one query (and one for her key)."""
    return {sheet.form: _opened(owner, sheet.sealed) for sheet in Answers.objects.filter(owner=owner).order_by("form")}


def is_off(owner: Person) -> bool:
    return Switch.objects.filter(owner=owner, is_off=True).exists()


class Profile(NamedTuple):
    """How she wants to work, as matching takes it."""

    conditions: dict[str, Preference]
    hours: int | None
    travel: int | None
    dayparts: tuple[str, ...]


def profile_of(given: dict[str, Any]) -> Profile:
    known = {facet.key for facet in content.facets()}
    hours = str(given.get("uren", ""))
    travel = str(given.get("reizen", ""))
    return Profile(
        {key: Preference(value) for key, value in sorted(given.items()) if key in known and value},
        int(hours.partition("-")[2]) if hours else None,
        int(travel) if travel and travel != "90" else None,
        tuple(sorted(given.get("dagdelen", []))),
    )


class Liked(NamedTuple):
    """One of the six kinds of work: how many of five she answered, and how glad in words."""

    card: content.Card
    points: int
    answered: int
    words: str
    width: int  # of its bar, 0 to 5


class Interests(NamedTuple):
    rows: list[Liked]
    top: list[Liked]  # two or three; with ties more
    is_flat: bool
    is_whole: bool


def interests_of(given: dict[str, int], words: tuple[str, ...]) -> Interests:
    """A picture to talk about. `words`: how glad, from not to very."""
    points = dict.fromkeys(LETTERS, 0)
    answered = dict.fromkeys(LETTERS, 0)
    for one in content.statements():
        if one.key in given:
            points[one.more["type"]] += int(given[one.key])
            answered[one.more["type"]] += 1
    rows = [_liked(card, points[card.key], answered[card.key], words) for card in content.types()]
    is_whole = all(number == 5 for number in answered.values())
    is_flat = max(points.values()) - min(points.values()) <= content.flat_up_to()
    ordered = sorted(rows, key=lambda row: -row.points)
    third = ordered[min(LIKED, len(ordered)) - 1].points
    second = ordered[1].points
    top = [row for row in ordered if row.points >= third]
    if len(top) > LIKED:  # a tie at the third place: those above it, or all of them when two would be one
        above = [row for row in ordered if row.points > third]
        top = above if len(above) > 1 else [row for row in ordered if row.points >= second]
    return Interests(rows, [] if is_flat else top, is_flat, is_whole)


def _liked(card: content.Card, points: int, answered: int, words: tuple[str, ...]) -> Liked:
    step = 0 if not answered else min(len(words) - 1, points * len(words) // (4 * answered + 1))
    return Liked(card, points, answered, words[step], step + 1 if answered else 0)


def letters_of(given: dict[str, int]) -> tuple[str, ...]:
    """The letters that may count a little in the order of the list; none when the picture is flat or not whole."""
    found = interests_of(given, ("",))
    return tuple(row.card.key for row in found.top[:LIKED]) if found.is_whole else ()


def saved_by(owner: Person) -> QuerySet[SavedOption]:
    """What she keeps in view, in the order in which she saved it."""
    rows = SavedOption.objects.filter(owner=owner, removed_at=None)
    return rows.select_related("concept__scheme", "owner").order_by("created_at", "pk")


def saved_option(owner: Person, concept: int) -> SavedOption | None:
    return saved_by(owner).filter(concept=concept).first()


def notes_of(saved: SavedOption) -> dict[str, Any]:
    return _opened(saved.owner, saved.sealed)


def last_run(owner: Person, kind: str) -> OptionRun | None:
    return OptionRun.objects.filter(owner=owner, kind=kind).select_related("owner").order_by("-at", "-pk").first()


def runs_of(owner: Person) -> QuerySet[OptionRun]:
    return OptionRun.objects.filter(owner=owner).order_by("-at", "-pk")


def output_of(run: OptionRun) -> dict[str, Any]:
    return _opened(run.owner, run.output_sealed)
