"""What can be shared. Rooms above sign up in their apps.py; people never looks into them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from vaardig.people.models import Person


class Part(NamedTuple):
    """Something to tick: which kind of thing, which one, and its words."""

    kind: str
    thing: UUID
    words: str
    group: str


Lister = Callable[[Person], Iterable[Part]]
LISTERS: list[Lister] = []


def register(lister: Lister) -> Lister:
    LISTERS.append(lister)
    return lister


def parts_of(person: Person) -> list[Part]:
    return [part for lister in LISTERS for part in lister(person)]
