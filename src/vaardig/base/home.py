"""Blocks on the start page of a role. A room signs up in its apps.py; the page that shows them knows no room by name."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from vaardig.base.actor import Actor


class Block(NamedTuple):
    """What waits, in one sentence, with one button. `edge`: sun, petrol or plum."""

    title: str
    text: str
    pictogram: str
    href: str
    button: str
    edge: str = "petrol"


Maker = Callable[[Actor, datetime], Block | None]
MAKERS: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Sign up what gives the block of a room for this actor, or None when nothing is to be said."""
    MAKERS.append(maker)
    return maker


def blocks_for(actor: Actor, *, now: datetime) -> list[Block]:
    return [block for maker in MAKERS if (block := maker(actor, now))]
