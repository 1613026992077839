"""Telling: a story is kept while it is typed, and read when she says so (journey 1)."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from skillcore.recognise.language import language_of
from vaardig.base import audit, crypto, locking
from vaardig.base.actor import Actor
from vaardig.base.text import tidy
from vaardig.lexicon import recognising
from vaardig.lexicon.models import Concept
from vaardig.passports import queries
from vaardig.passports.models import Claim, Story, Suggestion
from vaardig.people.models import Person

MOST_SUGGESTIONS = 12
SURE_ENOUGH = 0.3  # below this, more than half are wrong: she would have to say no too often
MOST_TEXT = 20_000
PARTS = 20
QUOTE = 90  # signs of her story that stand as the reason


class CannotTell(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def tell(*, owner: Person, way: str, part: str, text: str, seen: int, language: str, by: Actor, now: datetime) -> Story:
    """Keep one answer of the story she is telling in this way; the first one begins it. `seen` is 0 for a new sheet."""
    story = queries.draft_of(owner, way)
    if story is None:
        story = begin_story(owner=owner, way=way, language=language, by=by, now=now)
        seen = story.version
    keep_part(story=story, part=part, text=text, seen=seen, now=now)
    return story


@transaction.atomic
def tell_anew(*, owner: Person, way: str, text: str, language: str, by: Actor, now: datetime) -> Story:
    """A whole text at once, such as a CV, on a sheet of its own."""
    story = begin_story(owner=owner, way=way, language=language, by=by, now=now)
    keep_part(story=story, part="text", text=text, seen=story.version, now=now)
    return story


def retell(*, story: Story, answers: dict[str, str], seen: int, now: datetime) -> None:
    """Put right what she told before."""
    words = {part: tidy(text) for part, text in answers.items()}
    if words == parts_of(story):
        return
    check_length("".join(words.values()))
    sealed = crypto.seal(story.owner.public_id, json.dumps(words, ensure_ascii=False))
    locking.change(story, seen=seen, sealed=sealed, changed_at=now)


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
    check_length(text)
    if part not in parts and len(parts) >= PARTS:
        raise CannotTell(_("Dit verhaal is vol. Begin een nieuw verhaal."))
    said, words = parts.get(part, ""), tidy(text)
    if said == words:
        return
    if seen != story.version and words.startswith(said):
        seen = story.version  # she typed on after a save that her page did not hear of
    parts[part[:40]] = words
    sealed = crypto.seal(story.owner.public_id, json.dumps(parts, ensure_ascii=False))
    locking.change(story, seen=seen, sealed=sealed, changed_at=now)


def check_length(text: str) -> None:
    """Refused in words; nothing is cut off."""
    if len(text) > MOST_TEXT:
        raise CannotTell(
            _("Je verhaal is te lang: %(x)s van %(n)s tekens. Maak het korter.") % {"x": len(text), "n": MOST_TEXT}
        )


def parts_of(story: Story) -> dict[str, str]:
    """Her answers by name of the question; {"text": …} for a story told in one go."""
    opened = crypto.open_sealed(story.owner.public_id, story.sealed)
    parts: dict[str, str] = json.loads(opened) if opened else {}
    return parts


def text_of(story: Story) -> str:
    return "\n".join(text for text in parts_of(story).values() if text)


class Seen(NamedTuple):
    """A skill that shows in a story, how sure we are, and her own words that say so."""

    concept: Concept
    score: float
    because: Sequence[str]


@transaction.atomic
def read_story(*, story: Story, by: Actor, now: datetime) -> int:
    """Look for skills in the story; the number of new suggestions. Nothing becomes hers before she confirms.

    "Kun je dit?" is a question about doing, so knowledge is left to the cards and the words.
    """
    text = text_of(story)
    if not text:
        raise CannotTell(_("Er staat nog niets. Vertel eerst wat je doet."))
    found = recognising.recognise(
        text=text, language=language_of(text, default=story.language), kind="SKILL", limit=2 * MOST_SUGGESTIONS
    )
    seen = [
        Seen(concept, one.score, one.because)
        for one, concept in recognising.with_concepts(found)
        if concept.kind == Concept.Kind.SKILL and one.score >= SURE_ENOUGH
    ][:MOST_SUGGESTIONS]
    return suggest(story=story, seen=seen, by=by, now=now)


@transaction.atomic
def suggest(*, story: Story, seen: Iterable[Seen], by: Actor, now: datetime) -> int:
    """Put these skills before her, in this order; what she has or saw before is left out."""
    known, first = _known(story), story.suggestions.count()
    new = [one for one in seen if one.concept.pk not in known]
    rows = [
        Suggestion(
            story=story,
            concept=one.concept,
            place_in_list=place,
            score=one.score,
            because_sealed=_seal(story, one.because),
        )
        for place, one in enumerate(new, first)
    ]
    Suggestion.objects.bulk_create(rows)
    story.read_at = now
    story.save(update_fields=["read_at"])
    audit.record(
        actor=by, action="read_story", now=now, kind="story", thing=story.public_id, subject=story.owner.public_id
    )
    return len(rows)


def _known(story: Story) -> set[int | None]:
    """Skills that stand in the passport, or that this story suggested before."""
    hers = Claim.objects.filter(passport__owner=story.owner, removed_at=None).values_list("concept", flat=True)
    return {*hers, *story.suggestions.values_list("concept", flat=True)}


def _seal(story: Story, words: Iterable[str]) -> str:
    return crypto.seal(story.owner.public_id, json.dumps(list(words), ensure_ascii=False))


def because(suggestion: Suggestion) -> list[str]:
    """Her own words that caused the suggestion."""
    opened = crypto.open_sealed(suggestion.story.owner.public_id, suggestion.because_sealed)
    words: list[str] = json.loads(opened) if opened else []
    return words


def quote(suggestion: Suggestion) -> str:
    """The piece of her story around the words that caused the suggestion, from the first of them to the last."""
    words = because(suggestion)
    for sentence in re.split(r"(?<=[.!?\n])\s*", text_of(suggestion.story)):
        low = sentence.casefold()
        if words and all(word.casefold() in low for word in words):
            start = min(low.find(word.casefold()) for word in words)
            end = max(low.find(word.casefold()) + len(word) for word in words)
            if end - start <= QUOTE:
                return _whole_words(sentence, start, end)
    return " … ".join(words)


def _whole_words(sentence: str, start: int, end: int) -> str:
    """One word more at the front ("ik lap de ramen"), and no word cut in two."""
    before = sentence[:start].split(" ")[-2:]
    after = re.match(r"\w*", sentence[end:])
    return " ".join(before) + sentence[start:end] + (after[0] if after else "")


@transaction.atomic
def forget_story(*, story: Story, by: Actor, now: datetime) -> None:
    """Throw the words away; what she confirmed stays."""
    audit.record(
        actor=by, action="forget_story", now=now, kind="story", thing=story.public_id, subject=story.owner.public_id
    )
    story.delete()
