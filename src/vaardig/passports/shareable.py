"""What of a passport can be shared: the whole, or skill by skill."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vaardig.passports import queries
from vaardig.passports.access import CLAIM, PASSPORT
from vaardig.people.models import Person
from vaardig.people.shareables import Part, register


@register
def parts(person: Person) -> Iterator[Part]:
    passport = queries.passport_of(person)
    if passport is None:
        return
    yield Part(PASSPORT, passport.public_id, _("Mijn hele paspoort"), _("Alles"))
    for line in queries.lines(queries.live_claims(passport), language=get_language() or "nl"):
        yield Part(CLAIM, line.claim.public_id, line.label, _("Mijn vaardigheden"))
