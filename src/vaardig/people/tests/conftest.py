"""What the tests of people share: something to share, and a participant whom nobody here knows."""

import uuid
from datetime import timedelta

import pytest

from tests.cast import NOW
from vaardig.people import shareables
from vaardig.people.models import Contact, Membership
from vaardig.people.services import cards, organisations, persons, shares
from vaardig.people.shareables import Part

PIN = "27182"  # Amira's, from the demo town


@pytest.fixture
def parts(monkeypatch):
    """Two things of Amira that she may tick; nobody else has anything."""
    things = [
        Part("claim", uuid.UUID(int=n), words, "Mijn vaardigheden") for n, words in ((1, "Ramen lappen"), (2, "Koken"))
    ]
    monkeypatch.setattr(shareables, "LISTERS", [lambda person: things if person.name == "Amira" else []])
    return things


@pytest.fixture
def share(cast, parts):
    """Amira shares her first thing with Bram, for guidance, thirty days."""
    return shares.share(
        owner=cast["amira"].person,
        receiver=cast["bram"].membership,
        purpose="GUIDANCE",
        items=[(parts[0].kind, parts[0].thing)],
        ends_at=NOW + timedelta(days=30),
        by=cast["amira"].actor,
        now=NOW,
    )


@pytest.fixture
def contact(cast):
    """Amira as Bram's organisation knows her."""
    return Contact.objects.get(person=cast["amira"].person)


@pytest.fixture
def hanna(cast):
    """A participant at Farid's organisation; she has a card and a PIN."""
    hanna = persons.begin(language="nl", now=NOW)
    me = persons.as_owner(hanna)
    persons.rename(person=hanna, name="Hanna", language="nl", by=me, now=NOW)
    cards.make_card(person=hanna, by=me, now=NOW)
    cards.choose_pin(person=hanna, pin="40718", by=me, now=NOW)
    farid = cast["farid"]
    _, code = organisations.add_contact(
        organisation=farid.membership.organisation,
        name="Hanna",
        membership=farid.membership,
        kind="GUIDES",
        by=farid.actor,
        now=NOW,
    )
    organisations.link_contact(person=hanna, typed=code, by=me, now=NOW)
    return hanna


@pytest.fixture
def gone_membership(cast):
    """Somebody who worked with Bram until yesterday."""
    home = cast["bram"].membership.organisation
    made = organisations.add_staff(
        organisation=home,
        name="Ilse",
        email="ilse@demo.vaardig.example",
        role="CO",
        starts_on=NOW.date() - timedelta(days=9),
        by=cast["els"].actor,
        now=NOW,
    )
    organisations.end_membership(membership=made, by=cast["els"].actor, now=NOW)
    return Membership.objects.get(pk=made.pk)
