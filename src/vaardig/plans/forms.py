"""From what people type to clean values. One question, one form; `seen` is the version that her page shows."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaardig.base.text import SHORT, PlainText
from vaardig.plans.models import Goal, Setback
from vaardig.plans.questions import Question

_FIRST = _("Schrijf eerst iets op. Een paar woorden is genoeg.")
_CHOOSE = _("Kies wat het beste past.")


class SeenForm(forms.Form):
    seen = forms.IntegerField(min_value=0, max_value=1_000_000_000, required=False, widget=forms.HiddenInput)

    def clean_seen(self) -> int:
        return int(self.cleaned_data["seen"] or 0)


class WordsForm(SeenForm):
    """One text. Its label is the question."""

    answer: Any

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = PlainText(
            limit=question.limit,
            lines=question.lines,
            required=question.needed,
            label=question.ask,
            error_messages={"required": _FIRST},
        )


class ChoiceForm(SeenForm):
    """One of a few."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = forms.ChoiceField(
            choices=[(one.value, one.label) for one in question.choices()],
            required=question.needed,
            error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
        )


class IdeaForm(SeenForm):
    """One of her own ideas."""

    def __init__(self, *args: Any, ideas: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = forms.ChoiceField(
            choices=[(idea, idea) for idea in ideas],
            required=False,
            error_messages={"invalid_choice": _("Kies een van je ideeën.")},
        )


class IdeasForm(SeenForm):
    """Ideas from the library to tick, and her own, one on a line."""

    def __init__(self, *args: Any, offered: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ticked"] = forms.MultipleChoiceField(
            choices=[(idea, idea) for idea in offered],
            required=False,
            error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
        )
        self.fields["own"] = PlainText(
            limit=Setback.MOST_IDEAS * SHORT,
            lines=5,
            required=False,
            label=_("Jouw eigen ideeën"),
            help_text=_("Elk idee op een nieuwe regel."),
        )


class IfThenForm(SeenForm):
    situation = PlainText(
        limit=SHORT,
        lines=2,
        label=_("Als …"),
        error_messages={"required": _("Schrijf op wanneer het gebeurt. Bijvoorbeeld: de bus niet komt.")},
    )
    action = PlainText(
        limit=SHORT,
        lines=2,
        label=_("Dan …"),
        error_messages={"required": _("Schrijf op wat je dan doet. Bijvoorbeeld: bel ik Samira.")},
    )


class DayForm(SeenForm):
    """Today, tomorrow, the day after, another day, or not known yet."""

    QUICK = {"vandaag": 0, "morgen": 1, "overmorgen": 2}

    answer = forms.ChoiceField(
        choices=[(key, key) for key in [*QUICK, "dag", ""]],
        required=False,
        error_messages={"invalid_choice": _CHOOSE},
    )
    on = forms.DateField(
        required=False,
        label=_("Op deze dag"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag begrijpen we niet. Voorbeeld: 25-11-2026.")},
    )
    at = forms.TimeField(
        required=False,
        label=_("Hoe laat?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Deze tijd begrijpen we niet. Voorbeeld: 10:30.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        chosen = told.get("answer", "")
        if chosen in self.QUICK:
            told["on"] = self.today + timedelta(days=self.QUICK[chosen])
        elif chosen != "dag":
            told["on"] = None
        elif not told.get("on") and "on" not in self.errors:
            self.add_error("on", _("Kies een dag."))
        return told


class UntilForm(SeenForm):
    on = forms.DateField(
        required=False,
        label=_("Op deze dag"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag begrijpen we niet. Voorbeeld: 25-11-2026.")},
    )


class ThemeForm(forms.Form):
    """One of the library, or her own words."""

    theme = forms.CharField(max_length=40, required=False)
    what = PlainText(limit=SHORT, lines=2, required=False, label=_("Zeg het in je eigen woorden"))


class CloseForm(SeenForm):
    state = forms.ChoiceField(
        choices=[one for one in Goal.State.choices if one[0] != Goal.State.OPEN],
        error_messages={"required": _("Kies hoe het afliep."), "invalid_choice": _("Kies hoe het afliep.")},
    )
    reason = PlainText(limit=SHORT, lines=2, required=False, label=_("Waarom?"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("state") == Goal.State.NOT_NEEDED and not told.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Schrijf in een paar woorden waarom het niet meer nodig is."))
        return told


class ReasonForm(SeenForm):
    reason = PlainText(
        limit=SHORT,
        lines=2,
        label=_("Waarom is dit niet meer nodig?"),
        error_messages={"required": _("Schrijf in een paar woorden waarom het niet meer nodig is.")},
    )


class MessageForm(SeenForm):
    message = PlainText(
        limit=5 * SHORT,
        lines=7,
        label=_("Jouw bericht"),
        error_messages={"required": _("Schrijf eerst iets op. Een paar woorden is genoeg.")},
    )
