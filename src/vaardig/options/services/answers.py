"""Filling in a form of one's own: one answer at a time, or a whole paper sheet typed over."""

import json
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from vaardig.base import audit, crypto
from vaardig.base.actor import Actor
from vaardig.options import queries
from vaardig.options.models import Answers
from vaardig.people.models import Person

opened = queries.opened


@transaction.atomic
def answer(*, owner: Person, form: str, given: dict[str, Any], by: Actor, now: datetime) -> Answers:
    """Keep these answers beside the others of the same form. An empty one takes the answer back."""
    sheet, made = Answers.objects.select_for_update().get_or_create(
        owner=owner, form=form, defaults={"created_at": now, "changed_at": now}
    )
    kept = queries.opened(sheet) | given
    kept = {key: value for key, value in kept.items() if value not in ("", None, [])}
    sheet.sealed = crypto.seal(owner.public_id, json.dumps(kept, ensure_ascii=False, sort_keys=True))
    sheet.changed_at = now
    sheet.save(update_fields=["sealed", "changed_at"])
    Answers.objects.filter(pk=sheet.pk).update(version=F("version") + 1)
    _log(sheet, "begin_form" if made else "answer_form", by=by, now=now)
    return sheet


@transaction.atomic
def forget(*, owner: Person, form: str, by: Actor, now: datetime) -> None:
    """Begin anew: what she answered is gone."""
    for sheet in Answers.objects.select_for_update().filter(owner=owner, form=form):
        _log(sheet, "forget_form", by=by, now=now)
        sheet.delete()


def _log(sheet: Answers, action: str, *, by: Actor, now: datetime) -> None:
    """That she filled in a form of hers, never which answer."""
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="option_answers",
        thing=sheet.public_id,
        subject=sheet.owner.public_id,
    )
