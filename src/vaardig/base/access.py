"""The one way to lay hands on a thing that belongs to somebody (SECURITY §4).

A room registers, per model, the row of the matrix and what each scope means. `visible` gives what may be listed,
`get` gives one thing or 404; 403 is for who may look but not touch. What nobody registered is closed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from vaardig.base import permissions
from vaardig.base.actor import Actor

M = TypeVar("M", bound=Model)
Scope = Callable[[Actor, datetime], Q]


@dataclass(frozen=True, slots=True)
class Rule:
    row: str
    scopes: Mapping[str, Scope]


RULES: dict[type[Model], Rule] = {}


def register(model: type[Model], *, row: str, scopes: Mapping[str, Scope]) -> None:
    """Say how this model is reached. `scopes` maps the letters of the matrix to a condition on the model."""
    if row not in permissions.matrix():
        raise ValueError(f"permissions.yaml has no thing '{row}'")
    RULES[model] = Rule(row, scopes)


def reach(actor: Actor, model: type[Model], *, verb: str, now: datetime) -> Q | None:
    """The condition for what this actor may do this verb with; None when that is nothing."""
    rule = RULES.get(model)
    if rule is None:
        return None
    found: Q | None = None
    for letter in permissions.scopes(rule.row, actor.hat, verb):
        if scope := rule.scopes.get(letter):
            condition = scope(actor, now)
            found = condition if found is None else found | condition
    return found


def visible(actor: Actor, model: type[M], *, now: datetime, verb: str = "R") -> QuerySet[M]:
    """Everything of this kind that the actor may do this verb with."""
    condition = reach(actor, model, verb=verb, now=now)
    everything: QuerySet[M] = model._default_manager.all()
    if condition is None:
        return everything.none()
    return everything.filter(pk__in=everything.filter(condition).values("pk"))


def get(actor: Actor, model: type[M], public_id: UUID, *, now: datetime, verb: str = "R", lock: bool = False) -> M:
    """One thing. 404 for who should not know that it exists, 403 for who may look but not do this."""
    things = visible(actor, model, now=now, verb=verb)
    thing = (things.select_for_update() if lock else things).filter(public_id=public_id).first()
    if thing is not None:
        return thing
    if verb != "R" and visible(actor, model, now=now).filter(public_id=public_id).exists():
        raise PermissionDenied
    raise Http404


def ground(actor: Actor, thing: Model, *, now: datetime, verb: str = "R") -> str:
    """Which scope lets this actor in ("o" own, "x" share, …); the audit log keeps it."""
    rule = RULES[type(thing)]
    for letter in permissions.scopes(rule.row, actor.hat, verb):
        scope = rule.scopes.get(letter)
        if scope and type(thing)._default_manager.filter(scope(actor, now), pk=thing.pk).exists():
            return letter
    return ""
