"""Sentences that several pages say."""

from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaardig.base.templatetags.pictures import hat_name
from vaardig.passports.models import Claim, Level, Observation

FOREIGN = {"competentnl": "CompetentNL", "esco": "ESCO"}


class Choice(NamedTuple):
    value: str
    label: Any
    picture: str


_LEVELS = {  # shared/domain/leadership.md §8.1, in the words of who does it
    Level.NOT_YET: gettext_lazy("Ik kan dit nog niet. Dat geeft niet."),
    Level.WITH_HELP: gettext_lazy("Ik doe dit samen met iemand."),
    Level.ALONE: gettext_lazy("Ik doe dit alleen. Ik deed het al vaker."),
    Level.EXPERIENCED: gettext_lazy("Ik doe dit ook als het druk is. Of als er iets misgaat."),
    Level.TEACHES: gettext_lazy("Ik leg dit uit aan anderen."),
}
_SEEN_LEVELS = {
    Level.NOT_YET: gettext_lazy("Dit gaat nog niet."),
    Level.WITH_HELP: gettext_lazy("Dit gaat samen met iemand."),
    Level.ALONE: gettext_lazy("Dit gaat alleen, in gewone situaties."),
    Level.EXPERIENCED: gettext_lazy("Dit gaat ook bij drukte of problemen."),
    Level.TEACHES: gettext_lazy("Legt dit uit aan anderen."),
}
_PICTURES = {
    Claim.Wish.USE: "heart",
    Claim.Wish.LEARN: "book",
    Claim.Wish.RATHER_NOT: "hand-stop",
    Claim.Place.WORK: "work",
    Claim.Place.HOME: "home",
    Claim.Place.CARE: "care",
    Claim.Place.VOLUNTARY: "together",
    Claim.Place.HOBBY: "hobby",
    Claim.Place.LEARNING: "learn",
}


def levels(*, seen: bool = False) -> list[dict[str, Any]]:
    """Five sentences; choose the one that is you (or, for staff, what was seen)."""
    sentences = _SEEN_LEVELS if seen else _LEVELS
    return [
        {"value": level.value, "word": str(level.label).capitalize(), "sentence": sentences[level]} for level in Level
    ]


def wishes() -> list[Choice]:
    return [Choice(wish.value, wish.label, _PICTURES[wish]) for wish in Claim.Wish]


def places() -> list[Choice]:
    return [Choice(place.value, place.label, _PICTURES[place]) for place in Claim.Place]


def maker(view: Observation) -> str:
    """Who saw it: name, role and organisation as they were then."""
    parts = [view.maker_name or _("iemand"), str(hat_name(view.maker_role)), view.maker_organisation]
    return ", ".join(part for part in parts if part)


def watermark(*, reader: str, purpose: str, until: datetime) -> str:
    """Stands on every page and sheet that somebody else reads."""
    day = date_format(timezone.localtime(until), "j F Y")
    return _("Gedeeld met %(reader)s voor %(purpose)s, tot %(day)s. Geef dit niet door.") % {
        "reader": reader,
        "purpose": purpose,
        "day": day,
    }


def shortened(left_out: int) -> str:
    """Says so when a sheet does not hold everything."""
    return _("Op dit papier past niet alles. Nog %(n)s vaardigheden staan in het paspoort op het scherm.") % {
        "n": left_out
    }
