"""Confirming, changing, adding and removing skills. Every act can be undone."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vaardig.base import audit, locking
from vaardig.base.actor import Actor
from vaardig.lexicon.models import Concept
from vaardig.passports.models import Claim, Passport, Suggestion
from vaardig.people.models import Person

MOST_CLAIMS = 500
State = Suggestion.State


class CannotClaim(Exception):
    """The message is fit to show to the person who tried."""


def passport_of(*, owner: Person, now: datetime) -> Passport:
    """Hers; made at the first skill."""
    found, _made = Passport.objects.get_or_create(owner=owner, defaults={"created_at": now})
    return found


@transaction.atomic
def add_concept(*, owner: Person, concept: Concept, by: Actor, now: datetime, words: str = "") -> Claim:
    """A skill of the lexicon in her passport. Adding it twice gives the one that stands there, or stood there."""
    passport = passport_of(owner=owner, now=now)
    found = passport.claims.filter(concept=concept).order_by(F("removed_at").desc(nulls_first=True), "-pk").first()
    if found:
        return _back(found, by=by, now=now)
    _check_room(passport)
    made = passport.claims.create(concept=concept, words=words, created_at=now)
    _log(made, "add_claim", by=by, now=now)
    return made


@transaction.atomic
def add_own_words(*, owner: Person, words: str, by: Actor, now: datetime) -> Claim:
    """Her own words are always enough; a concept can be joined to them later."""
    passport = passport_of(owner=owner, now=now)
    if not words:
        raise CannotClaim(_("Schrijf op wat je kunt. Bijvoorbeeld: Ik bak taarten."))
    same = passport.claims.filter(concept=None, words__iexact=words)
    found = same.order_by(F("removed_at").desc(nulls_first=True), "-pk").first()
    if found:
        return _back(found, by=by, now=now)
    _check_room(passport)
    made = passport.claims.create(words=words, created_at=now)
    _log(made, "add_claim", by=by, now=now)
    return made


@transaction.atomic
def answer(
    *,
    suggestion: Suggestion,
    state: str,
    by: Actor,
    now: datetime,
    concept: Concept | None = None,
    words: str = "",
) -> Claim | None:
    """Yes, no, or "this is closer" (a concept, or her own words). A new answer takes the skill of the earlier one back."""
    owner, was = suggestion.story.owner, suggestion.claim
    claim = None
    if state == State.CHANGED and words:
        claim = add_own_words(owner=owner, words=words, by=by, now=now)
    elif state in {State.CONFIRMED, State.CHANGED}:
        chosen = concept if state == State.CHANGED and concept else suggestion.concept
        claim = add_concept(owner=owner, concept=chosen, by=by, now=now)
    if was and was != claim and was.removed_at is None:
        remove(claim=was, by=by, now=now)
    suggestion.state, suggestion.claim = State(state), claim
    suggestion.answered_at = None if state == State.OPEN else now
    suggestion.save(update_fields=["state", "claim", "answered_at"])
    return claim


def remove(*, claim: Claim, by: Actor, now: datetime) -> None:
    """Out of the passport; `restore` brings it back with all that hung on it."""
    claim.removed_at = now
    claim.save(update_fields=["removed_at"])
    _log(claim, "remove_claim", by=by, now=now)


@transaction.atomic
def restore(*, claim: Claim, by: Actor, now: datetime) -> None:
    twin = claim.passport.claims.filter(concept=claim.concept, removed_at=None).exclude(concept=None)
    if twin.exists():
        raise CannotClaim(_("Deze vaardigheid staat al in je paspoort."))
    claim.removed_at = None
    claim.save(update_fields=["removed_at"])
    _log(claim, "restore_claim", by=by, now=now)


def _back(claim: Claim, *, by: Actor, now: datetime) -> Claim:
    """What she took out comes back with all that hung on it."""
    if claim.removed_at is not None:
        restore(claim=claim, by=by, now=now)
    return claim


@transaction.atomic
def add_several(*, owner: Person, concepts: Iterable[Concept], by: Actor, now: datetime) -> list[Claim]:
    """The cards that she ticked."""
    return [add_concept(owner=owner, concept=concept, by=by, now=now) for concept in concepts]


def choose_wish(*, claim: Claim, wish: str, seen: int, by: Actor, now: datetime) -> None:
    locking.change(claim, seen=seen, wish=wish)
    _log(claim, "choose_wish", by=by, now=now)


def choose_place(*, claim: Claim, place: str, seen: int, by: Actor, now: datetime) -> None:
    locking.change(claim, seen=seen, place=place)
    _log(claim, "choose_place", by=by, now=now)


def reword(*, claim: Claim, words: str, seen: int, by: Actor, now: datetime) -> None:
    """Her own words beside the name in the lexicon."""
    if not words and claim.concept_id is None:
        raise CannotClaim(_("Schrijf op wat je kunt. Bijvoorbeeld: Ik bak taarten."))
    locking.change(claim, seen=seen, words=words)
    _log(claim, "reword_claim", by=by, now=now)


def _check_room(passport: Passport) -> None:
    if passport.claims.filter(removed_at=None).count() >= MOST_CLAIMS:
        raise CannotClaim(_("Je hebt het maximum van 500 bereikt. Verwijder eerst iets."))


def _log(claim: Claim, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="claim",
        thing=claim.public_id,
        subject=claim.passport.owner.public_id,
        organisation=by.organisation_code,
    )
