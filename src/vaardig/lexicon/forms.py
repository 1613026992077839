"""What a visitor may ask of the words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vaardig.lexicon.models import Concept
from vaardig.lexicon.queries.searching import LEAST, MOST

CHOICES = [
    ("", _("Alles")),
    ("SKILL", _("Iets dat je kunt")),
    ("OCCUPATION", _("Werk")),
    ("TASK", _("Een stuk werk")),
    ("KNOWLEDGE", _("Iets dat je weet")),
    ("CONDITION", _("Hoe het werk is")),
]
SHOWN = ("SKILL", "OCCUPATION", "TASK", "KNOWLEDGE", "CONDITION", "INTEREST")


class SearchForm(forms.Form):
    zoek = forms.CharField(
        min_length=LEAST,
        max_length=MOST,
        error_messages={
            "required": "",
            "min_length": _("Typ minimaal 2 letters."),
            "max_length": _("Typ minder woorden: hooguit 100 letters."),
        },
    )
    soort = forms.CharField(max_length=20, required=False)  # what nobody offers shows everything

    @property
    def kinds(self) -> tuple[str, ...]:
        chosen = self.cleaned_data.get("soort", "")
        return (chosen,) if chosen in Concept.Kind.values else SHOWN
