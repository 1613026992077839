"""The fixed cast: the same six people in tests, demo, screenshots and manuals. Farid must never see anything."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from vaardig.base.actor import Actor, Device, Hat
from vaardig.people import seed
from vaardig.people.models import Account, Membership, Person

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
NAMES = ("amira", "bram", "chantal", "dirk", "els", "farid")


@dataclass(frozen=True)
class Player:
    """One of the cast, with all that a test needs."""

    person: Person
    account: Account
    membership: Membership | None

    @property
    def actor(self) -> Actor:
        if self.membership is None:
            return Actor(
                hat=Hat.PARTICIPANT, person=self.person.pk, account=self.account.pk, code=self.person.public_id
            )
        return Actor(
            hat=Hat(self.membership.role),
            person=self.person.pk,
            account=self.account.pk,
            membership=self.membership.pk,
            organisation=self.membership.organisation_id,
            code=self.person.public_id,
            organisation_code=self.membership.organisation.public_id,
            device=Device.STAFF,
            second_factor=True,
        )


def make_cast(now: datetime = NOW) -> dict[str, Player]:
    people = seed.make_town(now=now)
    return {
        name: Player(
            person=people[name],
            account=Account.objects.get(person=people[name]),
            membership=Membership.objects.select_related("organisation").filter(person=people[name]).first(),
        )
        for name in NAMES
    }


def sign_in(client, player: Player) -> None:
    """As in the demo: one step that counts as second factor for staff, shown a moment ago."""
    client.force_login(player.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(player.account.pk)
    session.save()
