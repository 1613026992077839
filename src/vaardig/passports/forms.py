"""From what people type to clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaardig.base.text import LONG, NAME, SHORT, PlainText
from vaardig.passports.models import Claim, Evidence, Level
from vaardig.passports.services.stories import MOST_TEXT

STAR: list[tuple[str, Any, Any]] = [
    ("situation", _("Waar was het?"), _("Bijvoorbeeld: bij mijn moeder thuis, toen zij ziek was.")),
    ("task", _("Wat moest er gebeuren?"), _("Bijvoorbeeld: zij kon niet zelf naar de dokter.")),
    ("action", _("Wat deed jij?"), _("Bijvoorbeeld: ik belde de dokter en ging mee.")),
    ("result", _("Hoe liep het af?"), _("Bijvoorbeeld: zij kreeg het goede medicijn.")),
    ("reflection", _("Waar ben je trots op?"), _("Bijvoorbeeld: ik bleef rustig.")),
]


class TellForm(forms.Form):
    """What she tells. `seen` is the version of the story that her page shows."""

    text = PlainText(
        limit=MOST_TEXT,
        lines=9,
        label=_("Wat doe je op een dag?"),
        error_messages={"required": _("Schrijf eerst iets op. Eén zin is genoeg.")},
    )
    seen = forms.IntegerField(min_value=0, max_value=1_000_000_000, required=False, widget=forms.HiddenInput)

    def clean_seen(self) -> int:
        return int(self.cleaned_data["seen"] or 0)


class PartForm(TellForm):
    """One question of a day; it may stay empty."""

    text = PlainText(limit=MOST_TEXT, lines=6, label=_("Vertel"), required=False)


class CvForm(forms.Form):
    cv = forms.FileField(
        label=_("Kies het bestand van je cv"),
        help_text=_("Word (.docx), PDF of tekst. We bewaren het bestand niet."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
    )


class WordsForm(forms.Form):
    words = PlainText(
        limit=SHORT,
        label=_("Wat kun je?"),
        error_messages={"required": _("Schrijf op wat je kunt. Bijvoorbeeld: Ik bak taarten.")},
    )


class LevelForm(forms.Form):
    """A blank is "weet ik niet"; it is never a zero."""

    level = forms.TypedChoiceField(
        choices=[("", ""), *((str(value), label) for value, label in Level.choices)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Kies een van de zinnen.")},
    )


class WishForm(forms.Form):
    wish = forms.ChoiceField(choices=[("", ""), *Claim.Wish.choices], required=False)
    seen = forms.IntegerField(min_value=1, max_value=1_000_000_000)


class PlaceForm(forms.Form):
    place = forms.ChoiceField(choices=[("", ""), *Claim.Place.choices], required=False)
    seen = forms.IntegerField(min_value=1, max_value=1_000_000_000)


class RewordForm(forms.Form):
    words = PlainText(
        limit=SHORT,
        required=False,
        label=_("Hoe zeg jij het?"),
        help_text=_("Bijvoorbeeld: Ik lap ramen bij mijn buren."),
    )
    seen = forms.IntegerField(min_value=1, max_value=1_000_000_000, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """One of the five small questions of a story that shows it."""

    text = PlainText(limit=LONG, lines=4, required=False, label=_("Vertel"))


class PhotoForm(forms.Form):
    upload = forms.FileField(
        label=_("Kies een foto"),
        help_text=_("De foto blijft van jou. Waar je hem maakte, halen we eruit."),
        error_messages={
            "required": _("Kies eerst een foto."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    title = PlainText(limit=SHORT, required=False, label=_("Wat zien we op de foto?"))
    is_confidential = forms.BooleanField(required=False, label=_("Laat deze foto aan niemand anders zien"))


class FileForm(forms.Form):
    upload = forms.FileField(
        label=_("Kies een bestand"),
        help_text=_("Een PDF of Word-bestand (.docx). Bijvoorbeeld een diploma of een brief."),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
    )
    title = PlainText(limit=SHORT, required=False, label=_("Wat staat er in het bestand?"))
    is_confidential = forms.BooleanField(required=False, label=_("Laat dit bestand aan niemand anders zien"))


class LinkForm(forms.Form):
    link = forms.URLField(
        max_length=500,
        assume_scheme="https",
        label=_("Het adres van de bladzijde"),
        help_text=_("Bijvoorbeeld: https://www.voorbeeld.nl/mijn-werk"),
        error_messages={
            "required": _("Typ het adres van de bladzijde."),
            "invalid": _("Dit adres klopt niet. Voorbeeld: https://www.voorbeeld.nl/mijn-werk"),
        },
    )
    title = PlainText(limit=SHORT, required=False, label=_("Wat zien we daar?"))

    def clean_link(self) -> str:
        link = str(self.cleaned_data["link"])
        if not link.startswith(("http://", "https://")):
            raise forms.ValidationError(_("Dit adres klopt niet. Voorbeeld: https://www.voorbeeld.nl/mijn-werk"))
        return link


class WitnessForm(forms.Form):
    witness = PlainText(
        limit=NAME,
        label=_("Wie zag dat je dit kunt?"),
        help_text=_("Een naam is genoeg. Vraag die persoon eerst of het mag."),
        error_messages={"required": _("Typ de naam van wie het zag.")},
    )
    title = PlainText(limit=SHORT, required=False, label=_("Waarvan kent deze persoon jou?"))


EVIDENCE: dict[str, tuple[Evidence.Kind, type[forms.Form]]] = {
    "foto": (Evidence.Kind.PHOTO, PhotoForm),
    "bestand": (Evidence.Kind.FILE, FileForm),
    "link": (Evidence.Kind.LINK, LinkForm),
    "iemand": (Evidence.Kind.WITNESS, WitnessForm),
}


class ObservationForm(LevelForm):
    """What a member of staff saw: an example first, a level only if it helps."""

    example = PlainText(
        limit=LONG,
        lines=5,
        label=_("Wat zag je?"),
        help_text=_("Beschrijf wat de persoon deed. Schrijf niets over gezondheid."),
        error_messages={"required": _("Schrijf op wat je zag. Zo begrijpt iedereen wat je bedoelt.")},
    )
