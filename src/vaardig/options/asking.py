"""From what she gave to what matching takes. What may not count (SECURITY §17) has no place in `Person`."""

from skillcore.matching import Person, Wish
from vaardig.lexicon import queries as lexicon
from vaardig.options import queries
from vaardig.options.models import Answers
from vaardig.passports import queries as passports
from vaardig.people import models as people

Form = Answers.Form


def person_of(owner: people.Person) -> Person:
    """Her skills and wishes from her passport, her conditions and interests from her own forms."""
    given = queries.all_answers_of(owner)
    profile = queries.profile_of(given.get(Form.CONDITIONS, {}))
    skills, wishes = _shown(owner)
    return Person(
        skills=skills,
        wishes=wishes,
        conditions=profile.conditions,
        interests=queries.letters_of(given.get(Form.INTERESTS, {})),
        hours=profile.hours,
        travel=profile.travel,
        dayparts=profile.dayparts,
    )


def _shown(owner: people.Person) -> tuple[dict[str, int | None], dict[str, Wish]]:
    passport = passports.passport_of(owner)
    if passport is None:
        return {}, {}
    lines = [line for line in passports.lines(passports.live_claims(passport), language="nl") if line.claim.concept]
    now = lexicon.current_of([line.claim.concept for line in lines if line.claim.concept])
    skills: dict[str, int | None] = {}
    wishes: dict[str, Wish] = {}
    for line in lines:
        for concept in now[line.claim.concept_id or 0]:
            level = line.own.level if line.own else None
            before = skills.get(concept.key, level)
            skills[concept.key] = None if before is None or level is None else max(before, level)
            if line.claim.wish:
                wishes[concept.key] = Wish(line.claim.wish)
    return skills, wishes
