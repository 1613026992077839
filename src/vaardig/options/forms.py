"""From what people type to clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaardig.base.text import SHORT, PlainText
from vaardig.lexicon.queries.fields import NAMES
from vaardig.options import content, texts
from vaardig.options.models import OptionRun, SavedOption
from vaardig.options.services.saving import TEXT
from vaardig.options.showing import SORTS

STORY = 5_000
PREFERENCES = [(choice.value, choice.label) for choice in texts.PREFERENCES]
KINDS: dict[str, str] = {"werk": OptionRun.Kind.OCCUPATION, "klussen": OptionRun.Kind.TASK}


class PreferenceForm(forms.Form):
    answer = forms.ChoiceField(choices=PREFERENCES, error_messages={"required": _("Kies een antwoord.")})


class FrameForm(forms.Form):
    """Hours, travel, parts of the day: one choice or several."""

    def __init__(self, card: content.Card, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = forms.MultipleChoiceField if card.more["many"] else forms.ChoiceField
        self.fields["answer"] = kind(choices=content.choices_of(card), required=False)


class TellForm(forms.Form):
    text = PlainText(
        limit=STORY,
        lines=6,
        label=_("Hoe wil je werken?"),
        error_messages={"required": _("Schrijf eerst iets op. Eén zin is genoeg.")},
    )


class HeardForm(forms.Form):
    """What she confirmed of what was heard: one answer per facet; only facets we know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for facet in content.facets():
            self.fields[facet.key] = forms.ChoiceField(choices=[("", ""), *PREFERENCES], required=False)


class ConditionsSheetForm(forms.Form):
    """The paper sheet typed over: everything on one page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for facet in content.facets():
            choices = [("", _("Niets ingevuld")), *PREFERENCES]
            self.fields[facet.key] = forms.ChoiceField(label=facet.question, choices=choices, required=False)
        for card in content.frame():
            if card.more["many"]:
                widget = forms.CheckboxSelectMultiple
                self.fields[card.slug] = forms.MultipleChoiceField(
                    label=card.question, choices=content.choices_of(card), required=False, widget=widget
                )
            else:
                choices = [("", _("Niets ingevuld")), *content.choices_of(card)]
                self.fields[card.slug] = forms.ChoiceField(label=card.question, choices=choices, required=False)


class FaceForm(forms.Form):
    answer = forms.TypedChoiceField(
        choices=[(str(value), value) for value in range(5)],
        coerce=int,
        error_messages={"required": _("Kies een gezicht.")},
    )


class InterestsSheetForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Niets ingevuld")), *((str(value), words) for value, words, _picture in content.faces())]
        for one in content.statements():
            self.fields[one.key] = forms.TypedChoiceField(
                label=one.words["name"], choices=choices, coerce=int, empty_value=None, required=False
            )


class ValuesForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["card"] = forms.MultipleChoiceField(
            choices=[(card.key, card.words["name"]) for card in content.values()],
            error_messages={"required": _("Kies iets dat je belangrijk vindt.")},
        )

    def clean_card(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["card"]
        if len(chosen) > content.most_values():
            raise forms.ValidationError(_("Kies er hooguit 5. Wat is het allerbelangrijkst?"))
        return chosen


class ExampleForm(forms.Form):
    text = PlainText(limit=SHORT, required=False, lines=3, label=_("Waaraan merk je dat?"))


class NoteForm(forms.Form):
    text = PlainText(limit=TEXT, required=False, lines=4, label=_("Schrijf het op"))
    weight = forms.TypedChoiceField(
        choices=[("", ""), ("1", 1), ("2", 2), ("3", 3)], coerce=int, empty_value=None, required=False
    )


class DecisionForm(forms.Form):
    state = forms.ChoiceField(choices=SavedOption.State.choices, error_messages={"required": _("Kies een antwoord.")})
    reason = PlainText(limit=TEXT, required=False, lines=3, label=_("Waarom? Voor jezelf."))


class ListForm(forms.Form):
    """How she wants to see the list. What nobody offers shows the usual one."""

    soort = forms.CharField(required=False)
    sorteer = forms.CharField(required=False)
    veld = forms.CharField(required=False)
    zoek = forms.CharField(required=False)
    alles = forms.CharField(required=False)

    @property
    def kind(self) -> str:
        return KINDS.get(self.data.get("soort", ""), OptionRun.Kind.OCCUPATION)

    @property
    def sort(self) -> str:
        asked = self.data.get("sorteer", "")
        return asked if asked in SORTS else "past"

    @property
    def field(self) -> str:
        asked = self.data.get("veld", "")
        return asked if asked in NAMES else ""

    @property
    def words(self) -> str:
        return str(self.data.get("zoek", "")).strip()[:100]

    @property
    def is_all(self) -> bool:
        return bool(self.data.get("alles")) or bool(self.field or self.words) or self.sort != "past"
