"""Letting the computer look: what fits her, with the reasons, and a line that says that it looked."""

import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from skillcore.matching import Options, Person, suggest
from vaardig.base import audit, crypto
from vaardig.base.actor import Actor
from vaardig.lexicon import recognising
from vaardig.options import asking, demand, queries
from vaardig.options.models import OptionRun
from vaardig.people import models as people

output_of = queries.output_of


class CannotLook(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def look(*, owner: people.Person, kind: str, by: Actor, now: datetime) -> OptionRun:
    """Match once and keep the line: rule version, hash of what went in, what came out, who asked."""
    if queries.is_off(owner):
        raise CannotLook(_("De voorstellen staan uit. Zet ze eerst aan."))
    person = asking.person_of(owner)
    index = demand.index_of(kind)
    found = suggest(index, person, limit=None)
    opened = suggest(index, person, limit=None, opened=[one.key for one in found.closed]) if found.closed else found
    run = OptionRun.objects.create(
        owner=owner,
        viewer=by.code or owner.public_id,
        kind=kind,
        rule_version=found.rule_version,
        lexicon=recognising.generation(),
        input_hash=hash_of(person),
        output_sealed=crypto.seal(owner.public_id, json.dumps(_as_row(found, opened), ensure_ascii=False)),
        at=now,
    )
    audit.record(
        actor=by, action="look_for_options", now=now, kind="option_run", thing=run.public_id, subject=owner.public_id
    )
    return run


def hash_of(person: Person) -> str:
    """The same answers give the same hash; the answers cannot be read from it."""
    told: dict[str, Any] = {name: getattr(person, name) for name in Person.__dataclass_fields__}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=dict).encode()).hexdigest()


def _as_row(found: Options, opened: Options) -> dict[str, Any]:
    """What the page shows again later, what she put away included. How it was weighed is shown to nobody."""
    shut = {one.key for one in found.closed}
    return {
        "options": [_option(asdict(one)) for one in found.options],
        "away": [_option(asdict(one)) for one in opened.options if one.key in shut],
        "closed": [[one.key, list(one.facets)] for one in found.closed],
        "openings": [[one.facet, one.closes, one.alone] for one in found.openings],
    }


def _option(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": one["key"],
        "met": one["met"],
        "short": [short["skill"] for short in one["short"]],
        "missing": [missing["skill"] for missing in one["missing"]],
        "use": one["wish"]["use"],
        "conditions": [[met["facet"], met["preference"], met["is_there"]] for met in one["conditions"]],
        "reasons": [[reason["code"], list(reason["about"]), reason["more"]] for reason in one["reasons"]],
    }
