"""A town with a small skills language: four skills, no encoder, so that every answer is the same everywhere."""

import pytest
from django.utils import timezone

from vaardig.lexicon import recognising
from vaardig.lexicon.queries import searching
from vaardig.lexicon.tests.shelf import keep_basis
from vaardig.passports import queries, seed
from vaardig.passports.models import Passport
from vaardig.passports.services import claims
from vaardig.people.models import Share
from vaardig.people.services import persons, shares


@pytest.fixture
def lexicon(db, monkeypatch):
    """Ramen lappen, Vloeren dweilen, Vrachtwagen rijden, Haar knippen."""
    monkeypatch.setattr(recognising, "load_embedder", lambda: None)
    recognising.forget()
    searching.forget() if hasattr(searching, "forget") else searching._loaded.clear()
    keep_basis()


@pytest.fixture
def amira(cast):
    return cast["amira"].person


@pytest.fixture
def me(amira):
    return persons.as_owner(amira)


@pytest.fixture
def town(lexicon, cast):
    """The demo town: Amira's passport, shared with Bram."""
    seed.make_town({name: player.person for name, player in cast.items()}, now=timezone.now())
    return cast


@pytest.fixture
def passport(town, amira):
    return Passport.objects.get(owner=amira)


@pytest.fixture
def claim(passport):
    """Ramen lappen: with a level, a wish, a place and what Bram saw."""
    return passport.claims.get(concept__key="ramen-lappen")


@pytest.fixture
def share_with(town, amira, me):
    """Amira shares her passport, or the named parts, with one of the cast."""

    def share(who, *items, purpose="GUIDANCE", may_download=False):
        now = timezone.now()
        whole = ("passport", queries.passport_of(amira).public_id)
        return shares.share(
            owner=amira,
            receiver=town[who].membership,
            purpose=purpose,
            items=items or [whole],
            ends_at=now + timezone.timedelta(days=7),
            by=me,
            now=now,
            may_download=may_download,
        )

    return share


@pytest.fixture
def stop_sharing(amira, me):
    def stop():
        for share in Share.objects.filter(owner=amira):
            shares.withdraw_share(share=share, by=me, now=timezone.now())

    return stop


@pytest.fixture
def add_many(amira, me):
    def add(number):
        for n in range(number):
            claims.add_own_words(owner=amira, words=f"Klusje {n} in en om het huis", by=me, now=timezone.now())

    return add
