"""A person as points per column of an index."""

from skillcore.matching.index import Index
from skillcore.matching.rules import CLOSED, RULES, facet_points, points
from skillcore.matching.shapes import Person, Preference


def points_of(index: Index, person: Person, *, closing: bool = False) -> list[tuple[int, int]]:
    """Columns and points, by column. `closing`: "kan niet" pushes a demand far under zero."""
    found: dict[int, int] = {}
    for skill in sorted({*person.skills, *person.wishes}):
        wish = person.wishes.get(skill)
        for column in index.columns_of.get(skill, ()):
            worth = points(person.skills.get(skill), index.columns[column][1], wish, is_shown=skill in person.skills)
            if worth:
                found[column] = worth
    for letter, worth in zip(dict.fromkeys(person.interests), RULES.interest_points, strict=False):
        found[index.letter_column(letter)] = worth
    for facet, preference in sorted(person.conditions.items()):
        at = index.facet_column(facet)
        worth = CLOSED if closing and preference == Preference.NO else facet_points(preference)
        if at is not None and worth:
            found[at] = worth
    return sorted(found.items())


def unknown_of(index: Index, person: Person) -> tuple[str, ...]:
    return tuple(sorted(skill for skill in person.skills if skill not in index.columns_of))


def closing_facets(person: Person) -> tuple[str, ...]:
    return tuple(sorted(facet for facet, preference in person.conditions.items() if preference == Preference.NO))
