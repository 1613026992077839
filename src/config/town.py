"""What a fresh installation is filled with: Basistaal, and in the demo a small town made by the services."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from vaardig.lexicon import setup as language
from vaardig.options import seed as options
from vaardig.passports import seed as passports
from vaardig.people import seed as people
from vaardig.people.models import Person
from vaardig.plans import seed as plans


def load_language() -> None:
    """Basistaal, when it is not there yet or when content/ changed."""
    language.load_basis(Path(settings.CONTENT_DIR) / "lexicon" / "basis")


def fill_index() -> None:
    """Vectors that are missing; words serve meanwhile."""
    language.complete_index()


def make_once(*, now: datetime) -> None:
    """The demo town, all or nothing; a town that stands is left alone."""
    if Person.objects.exists():
        return
    with transaction.atomic():
        cast = people.make_town(now=now)
        passports.make_town(cast, now=now)
        options.make_town(cast, now=now)
        plans.make_town(cast, now=now)


def welcome(address: str = "") -> str:
    """What `make run` prints."""
    lines = ["", "  Vaardig draait." if address else "  De demo staat klaar."]
    if address:
        lines += [f"  {address}", f"  Kies wie je bent: {address}demo/"]
    lines += ["", "  Of log in met e-mail en wachtwoord:"]
    lines += [f"    {name.lower() + people.DOMAIN:<34}{what}" for name, what in _CAST]
    return "\n".join([*lines, f"    wachtwoord van allemaal: {people.PASSWORD}", ""])


_CAST = [
    ("Amira", "deelnemer, eigenaar van haar paspoort"),
    ("Bram", "haar begeleider: ziet wat zij deelt"),
    ("Chantal", "trainer"),
    ("Dirk", "leidinggevende"),
    ("Els", "beheerder van de organisatie"),
    ("Farid", "begeleider ergens anders: ziet niets"),
]
