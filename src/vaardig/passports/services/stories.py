"""Telling: a story is kept while it is typed, and read when she says so (journey 1)."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vaardig.base import audit, crypto, locking
from vaardig.base.actor import Actor
from vaardig.base.text import tidy
from vaardig.lexicon import recognising
from vaardig.passports.models import Claim, Story, Suggestion
from vaardig.people.models import Person

MOST_SUGGESTIONS = 12
MOST_TEXT = 20_000
PARTS = 20


class CannotTell(Exception):  # noqa: N818
    """The message is fit to show to the person who tried."""


def begin_story(*, owner: Person, way: str, language: str, by: Actor, now: datetime) -> Story:
    """An empty sheet. An empty one of the same kind that she left behind is taken up again."""
    left = Story.objects.filter(owner=owner, way=way, sealed="", read_at=None).order_by("-created_at").first()
    if left:
        return left
    audit.record(actor=by, action="begin_story", now=now, kind="story", subject=owner.public_id)
    return Story.objects.create(owner=owner, way=way, language=language, created_at=now, changed_at=now)


def keep_part(*, story: Story, part: str, text: str, seen: int, now: datetime) -> None:
    """Save one answer while she types. A closed browser loses nothing; two open pages never overwrite each other."""
    parts = parts_of(story)
    if len(text) > MOST_TEXT:
        raise CannotTell(
            _("Je verhaal is te lang: %(x)s van %(n)s tekens. Maak het korter.") % {"x": len(text), "n": MOST_TEXT}
        )
    if part not in parts and len(parts) >= PARTS:
        raise CannotTell(_("Dit verhaal is vol. Begin een nieuw verhaal."))
    parts[part[:40]] = tidy(text)
    sealed = crypto.seal(story.owner.public_id, json.dumps(parts, ensure_ascii=False))
    locking.change(story, seen=seen, sealed=sealed, changed_at=now)


def parts_of(story: Story) -> dict[str, str]:
    """Her answers by name of the question; {"text": …} for a story told in one go."""
    opened = crypto.open_sealed(story.owner.public_id, story.sealed)
    parts: dict[str, str] = json.loads(opened) if opened else {}
    return parts


def text_of(story: Story) -> str:
    return "\n".join(text for text in parts_of(story).values() if text)


@transaction.atomic
def read_story(*, story: Story, by: Actor, now: datetime) -> int:
    """Look for skills in the story; the number of new suggestions. Nothing becomes hers before she confirms."""
    text = text_of(story)
    if not text:
        raise CannotTell(_("Er staat nog niets. Vertel eerst wat je doet."))
    found = recognising.recognise(text=text, language=story.language, kind="SKILL", limit=MOST_SUGGESTIONS)
    known = _known(story)
    rows = [
        Suggestion(
            story=story,
            concept=concept,
            place_in_list=place,
            score=suggestion.score,
            because_sealed=_seal(story, suggestion.because),
        )
        for place, (suggestion, concept) in enumerate(recognising.with_concepts(found))
        if concept.pk not in known
    ]
    Suggestion.objects.bulk_create(rows)
    Story.objects.filter(pk=story.pk).update(read_at=now)
    audit.record(
        actor=by, action="read_story", now=now, kind="story", thing=story.public_id, subject=story.owner.public_id
    )
    return len(rows)


def _known(story: Story) -> set[int | None]:
    """Skills that stand in the passport, or that this story suggested before."""
    hers = Claim.objects.filter(passport__owner=story.owner, removed_at=None).values_list("concept", flat=True)
    return set(hers) | set(story.suggestions.values_list("concept", flat=True))


def _seal(story: Story, words: Iterable[str]) -> str:
    return crypto.seal(story.owner.public_id, json.dumps(list(words), ensure_ascii=False))


def because(suggestion: Suggestion) -> list[str]:
    """Her own words that caused the suggestion."""
    opened = crypto.open_sealed(suggestion.story.owner.public_id, suggestion.because_sealed)
    words: list[str] = json.loads(opened) if opened else []
    return words


@transaction.atomic
def forget_story(*, story: Story, by: Actor, now: datetime) -> None:
    """Throw the words away; what she confirmed stays."""
    audit.record(
        actor=by, action="forget_story", now=now, kind="story", thing=story.public_id, subject=story.owner.public_id
    )
    story.delete()
