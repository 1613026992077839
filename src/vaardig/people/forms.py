"""From what people type to clean values."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vaardig.base.text import EMAIL, NAME, PlainText, too_long
from vaardig.people import codes
from vaardig.people.models import Organisation, Unit
from vaardig.people.services import cards, shares

CODE = 40
STAFF_ROLES = [
    ("CO", _("begeleider")),
    ("TR", _("trainer")),
    ("FA", _("facilitator")),
    ("LG", _("leidinggevende")),
    ("HR", _("HR-adviseur")),
    ("PB", _("programmabeheerder")),
    ("OG", _("opdrachtgever")),
    ("VW", _("verwijzer")),
]


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("De code op je kaartje"),
        help_text=_("Bijvoorbeeld: K7Q2 9F3M 8TXB"),
        max_length=CODE,
        error_messages={"required": _("Typ de code die op je kaartje staat."), "max_length": too_long(CODE)},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class PinField(forms.CharField):
    """Five digits, of whatever alphabet."""

    default_error_messages = {"invalid": _("Een pincode heeft 5 cijfers. Bijvoorbeeld: 40718")}

    def to_python(self, value: object) -> str:
        return codes.digits(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if not (value.isascii() and value.isdigit() and len(value) == cards.PIN_LENGTH):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class PinForm(forms.Form):
    pin = PinField(
        label=_("Je pincode"),
        help_text=_("5 cijfers"),
        error_messages={"required": _("Typ je pincode van 5 cijfers.")},
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "current-password"}),
    )


class OldPinForm(PinForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["pin"].label = _("Je pincode van nu")


class NewPinForm(PinForm):
    field_order = ["pin", "again"]

    again = PinField(
        label=_("Typ je pincode nog een keer"),
        error_messages={"required": _("Typ je pincode nog een keer.")},
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["pin"].label = _("Je nieuwe pincode")
        self.fields["pin"].widget.attrs["autocomplete"] = "new-password"

    def clean(self) -> dict[str, object]:
        values = super().clean() or {}
        if values.get("pin") and values.get("again") and values["pin"] != values["again"]:
            self.add_error("again", _("De twee pincodes zijn niet gelijk. Typ ze nog een keer."))
        if len(set(str(values.get("pin", "")))) == 1 and values.get("pin"):
            self.add_error("pin", _("Kies niet 5 keer hetzelfde cijfer."))
        return values


class PersonForm(forms.Form):
    name = PlainText(limit=NAME, label=_("Hoe heet je?"), required=False, help_text=_("Je voornaam is genoeg."))
    language = forms.ChoiceField(label=_("In welke taal lees je?"), choices=settings.LANGUAGES)


class LinkForm(forms.Form):
    code = forms.CharField(
        label=_("De code die je kreeg"),
        help_text=_("Je begeleider of trainer geeft je deze code."),
        max_length=CODE,
        error_messages={"required": _("Typ de code die je kreeg."), "max_length": too_long(CODE)},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class EraseForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Ja, wis alles wat van mij is"),
        error_messages={"required": _("Zet een vinkje als je alles wilt wissen.")},
    )


class UntilForm(forms.Form):
    """The last day of a share; `most` days ahead at the most."""

    until = forms.DateField(
        label=_("Tot en met welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag. Bijvoorbeeld: 3-3-2027")},
    )

    def __init__(self, *args: object, purpose: str, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.today, self.most = today, today + timedelta(days=shares.most_days(purpose))
        self.fields["until"].initial = today + timedelta(days=shares.default_days(purpose))

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not self.today <= until <= self.most:
            raise forms.ValidationError(
                _("Kies een dag tussen %(a)s en %(b)s.")
                % {"a": self.today.strftime("%d-%m-%Y"), "b": self.most.strftime("%d-%m-%Y")}
            )
        return until


class ContactForm(forms.Form):
    name = PlainText(
        limit=NAME, label=_("Naam"), error_messages={"required": _("Vul een naam in. Bijvoorbeeld: Amira")}
    )


class StaffForm(forms.Form):
    name = PlainText(limit=NAME, label=_("Naam"), error_messages={"required": _("Vul een naam in.")})
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=EMAIL,
        error_messages={
            "required": _("Vul een e-mailadres in. Voorbeeld: naam@voorbeeld.nl"),
            "invalid": _("Dit e-mailadres klopt niet. Voorbeeld: naam@voorbeeld.nl"),
            "max_length": too_long(EMAIL),
        },
    )
    role = forms.ChoiceField(label=_("Rol"), choices=STAFF_ROLES)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Afdeling of team"), required=False, empty_label=_("Hele organisatie")
    )

    def __init__(self, *args: object, organisation: Organisation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["unit"].queryset = organisation.units.order_by("name")  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    name = PlainText(limit=80, label=_("Naam van de afdeling"), error_messages={"required": _("Vul een naam in.")})
    parent = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Hoort bij"), required=False, empty_label=_("Hele organisatie")
    )

    def __init__(self, *args: object, organisation: Organisation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["parent"].queryset = organisation.units.order_by("name")  # type: ignore[attr-defined]
