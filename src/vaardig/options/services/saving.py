"""Keeping an option in view, thinking about it, and saying how it stands."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vaardig.base import audit, crypto
from vaardig.base.actor import Actor
from vaardig.lexicon.models import Concept
from vaardig.options import content, queries
from vaardig.options.models import SavedOption
from vaardig.people.models import Person

notes_of = queries.notes_of
TEXT = 1_000  # signs of one answer


class CannotSave(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def save_option(*, owner: Person, concept: Concept, by: Actor, now: datetime) -> SavedOption:
    """Saving it twice gives the one that stands there; what she took out comes back with her notes."""
    if concept.kind not in (Concept.Kind.OCCUPATION, Concept.Kind.TASK):
        raise CannotSave(_("Dit kun je niet bewaren. Kies werk of een klus."))
    rows = SavedOption.objects.select_for_update().filter(owner=owner, concept=concept)
    found = rows.order_by(F("removed_at").desc(nulls_first=True), "-pk").first()
    if found and found.removed_at is None:
        return found
    if queries.saved_by(owner).count() >= SavedOption.MOST:
        raise CannotSave(_("Je hebt het maximum van 50 bereikt. Verwijder eerst iets."))
    if found:
        found.removed_at = None
        found.save(update_fields=["removed_at"])
    saved = found or SavedOption.objects.create(owner=owner, concept=concept, created_at=now)
    _log(saved, "save_option", by=by, now=now)
    return saved


def remove_option(*, saved: SavedOption, by: Actor, now: datetime) -> None:
    """Out of her list; saving it again brings her notes back."""
    saved.removed_at = now
    saved.save(update_fields=["removed_at"])
    _log(saved, "remove_option", by=by, now=now)


@transaction.atomic
def note(*, saved: SavedOption, tool: str, part: str, text: str, weight: int = 0, by: Actor, now: datetime) -> None:
    """Her answer to one small question about this option."""
    found = content.tool(tool)
    if found is None or part not in {one.key for one in content.parts_of(found)}:
        raise CannotSave(_("Deze vraag bestaat niet meer."))
    if len(text) > TEXT:
        raise CannotSave(
            _("Je tekst is te lang: %(x)s van %(n)s tekens. Maak hem korter.") % {"x": len(text), "n": TEXT}
        )
    fresh = SavedOption.objects.select_for_update().select_related("owner").get(pk=saved.pk)
    notes = queries.notes_of(fresh)
    mine = notes.setdefault(tool, {})
    if text:
        mine[part] = {"text": text, "weight": weight}
    else:
        mine.pop(part, None)
    _keep(fresh, notes)
    _log(fresh, "note_option", by=by, now=now)


@transaction.atomic
def decide(*, saved: SavedOption, state: str, reason: str, by: Actor, now: datetime) -> None:
    """How it stands now. Every answer is a result, and she may give another one tomorrow."""
    fresh = SavedOption.objects.select_for_update().select_related("owner").get(pk=saved.pk)
    notes = queries.notes_of(fresh)
    notes["decision"] = {"reason": reason, "at": now.isoformat()}
    fresh.state = SavedOption.State(state)
    fresh.save(update_fields=["state"])
    _keep(fresh, notes)
    saved.state = fresh.state
    _log(fresh, "decide_option", by=by, now=now)


def _keep(saved: SavedOption, notes: dict[str, object]) -> None:
    sealed = crypto.seal(saved.owner.public_id, json.dumps(notes, ensure_ascii=False, sort_keys=True))
    SavedOption.objects.filter(pk=saved.pk).update(sealed=sealed, version=F("version") + 1)


def _log(saved: SavedOption, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="saved_option",
        thing=saved.public_id,
        subject=saved.owner.public_id,
    )
