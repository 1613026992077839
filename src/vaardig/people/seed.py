"""The demo town, the part of people: two organisations, their units, and the cast. Made through services only."""

from datetime import datetime, timedelta

from vaardig.base.actor import Actor, Hat
from vaardig.people.models import Membership, Organisation, Person
from vaardig.people.services import accounts, cards, organisations, persons

DOMAIN = "@demo.vaardig.example"
PASSWORD = "Zonnebloem-op-tafel-7"  # noqa: S105  the demo town is public
STAFF = [  # name, role, organisation, unit
    ("Bram", Hat.GUIDE, 0, "Werkplein"),
    ("Chantal", Hat.TRAINER, 0, "Training"),
    ("Dirk", Hat.LEADER, 0, "Wijkservice"),
    ("Els", Hat.STEWARD, 0, None),
    ("Farid", Hat.GUIDE, 1, None),
]


def steward_of(organisation: Organisation) -> Actor:
    """The one who sets an organisation up, before anybody works there."""
    return Actor(hat=Hat.STEWARD, organisation=organisation.pk, organisation_code=organisation.public_id)


def make_town(*, now: datetime) -> dict[str, Person]:
    """The cast by name, in lower case. Amira is the only participant; Farid works elsewhere."""
    home, elsewhere = (
        organisations.add_organisation(name=name, kind=kind, size="LARGE", by=Actor(hat=Hat.STEWARD), now=now)
        for name, kind in [("Gemeente Lindeveen", "MUNICIPALITY"), ("Stichting Overkant", "PROVIDER")]
    )
    units = {
        name: organisations.add_unit(organisation=home, name=name, by=steward_of(home), now=now)
        for name in ("Werkplein", "Training", "Wijkservice")
    }
    cast: dict[str, Person] = {}
    for name, role, place, unit in STAFF:
        organisation = (home, elsewhere)[place]
        member = organisations.add_staff(
            organisation=organisation,
            name=name,
            email=f"{name.lower()}{DOMAIN}",
            role=role,
            unit=units.get(unit or ""),
            starts_on=now.date() - timedelta(days=90),
            by=steward_of(organisation),
            now=now,
        )
        person = Person.objects.get(memberships=member)
        _may_sign_in(person, name, now)
        cast[name.lower()] = person
    cast["amira"] = make_amira(now=now)
    _tie(cast, home, now)
    return cast


def make_amira(*, now: datetime) -> Person:
    amira = persons.begin(language="nl", now=now)
    me = persons.as_owner(amira)
    persons.rename(person=amira, name="Amira", language="nl", by=me, now=now)
    cards.make_card(person=amira, by=me, now=now)
    cards.choose_pin(person=amira, pin="27182", by=me, now=now)
    _may_sign_in(amira, "amira", now)
    return amira


def _may_sign_in(person: Person, name: str, now: datetime) -> None:
    accounts.sign_in_with(
        person=person, email=f"{name.lower()}{DOMAIN}", password=PASSWORD, by=persons.as_owner(person), now=now
    )


def _tie(cast: dict[str, Person], home: Organisation, now: datetime) -> None:
    """Bram guides Amira, Chantal trains her; she herself says that both mean her."""
    for name, kind in [("bram", "GUIDES"), ("chantal", "TRAINS")]:
        member = Membership.objects.get(person=cast[name], organisation=home)
        _, code = organisations.add_contact(
            organisation=home, name="Amira", membership=member, kind=kind, by=steward_of(home), now=now
        )
        organisations.link_contact(person=cast["amira"], typed=code, by=persons.as_owner(cast["amira"]), now=now)
