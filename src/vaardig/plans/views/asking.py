"""One question on a page, for every thing of a plan: show it, take the answer, go on or go back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from vaardig.base import access, errors, locking
from vaardig.people.requests import Asked
from vaardig.plans import questions
from vaardig.plans.forms import ChoiceForm, DayForm, UntilForm, WordsForm
from vaardig.plans.models import Action, Goal
from vaardig.plans.questions import Question
from vaardig.plans.services import actions, goals, keeping
from vaardig.plans.services.keeping import CannotPlan

ROUND = "rondje"
Save = Callable[[Form, int], None]


def language() -> str:
    return get_language() or "nl"


def own(request: Asked, model: type[Any], public_id: UUID, now: datetime) -> Any:
    """Hers, to change."""
    return access.get(request.actor, model, public_id, now=now, verb="U")


def question(known: list[Question], key: str) -> Question:
    found = questions.find(known, key)
    if found is None:
        raise Http404
    return found


@dataclass
class Asking:
    """A question about one thing. `save` takes the clean form and the version she saw; `now_there` says how it stands."""

    request: Asked
    thing: Any
    question: Question
    back: str
    onward: str
    heading: str = ""
    number: int = 0
    total: int = 0
    save: Save | None = None
    form: Form | None = None
    template: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    later: str = ""

    def answer(self) -> HttpResponseBase:
        request, now = self.request, timezone.now()
        form = self.form or self._form(now)
        if request.method == "POST" and form.is_valid():
            try:
                (self.save or self._save)(form, form.cleaned_data["seen"])
                return redirect(self.onward)
            except locking.Changed as changed:
                return self._both(form, changed.current)
            except CannotPlan as reason:
                form.add_error(_first(form), str(reason))
        context = {
            "form": form,
            "question": self.question,
            "thing": self.thing,
            "about": self.heading,
            "back": self.back,
            "number": self.number,
            "total": self.total,
            "later": self.later,
            "chosen": self._chosen(form),
            "choices": self.question.choices(),
        }
        template = self.template or TEMPLATES[self.question.kind]
        return render(request, template, context | self.more, status=422 if form.errors else 200)

    def _chosen(self, form: Form) -> str:
        if form.is_bound:
            return str(form.data.get("answer", ""))
        if self.question.kind != "choice":
            return ""
        value = getattr(self.thing, self.question.part)
        return "" if value is None else str(value)

    def _form(self, now: datetime) -> Form:
        data = self.request.POST if self.request.method == "POST" else None
        seen = {"seen": self.thing.version}
        kind, part = self.question.kind, self.question.part
        if kind == "words":
            said = keeping.words_of(self.thing).get(part, "")
            return WordsForm(data, question=self.question, initial={"answer": said} | seen)
        if kind == "choice":
            return ChoiceForm(data, question=self.question, initial=seen)
        if kind == "day":
            initial = {"on": self.thing.on, "at": self.thing.at} | seen
            return DayForm(data, today=timezone.localdate(now), initial=initial)
        return UntilForm(data, initial={"on": self.thing.until_on} | seen)

    def _save(self, form: Form, seen: int) -> None:
        told, part, by, now = form.cleaned_data, self.question.part, self.request.actor, timezone.now()
        if isinstance(self.thing, Action) and self.question.kind == "day":
            actions.plan_action(action=self.thing, on=told["on"], at=told["at"], seen=seen, by=by, now=now)
        elif isinstance(self.thing, Goal) and self.question.kind == "until":
            goals.set_until(goal=self.thing, until_on=told["on"], seen=seen, by=by, now=now)
        elif self.question.kind == "choice":
            keeping.choose(thing=self.thing, seen=seen, by=by, now=now, **{part: self._value(told["answer"])})
        else:
            keeping.say(thing=self.thing, seen=seen, by=by, now=now, **{part: told["answer"]})

    def _value(self, answer: str) -> Any:
        """A number where a number is kept; nothing said is no number."""
        if self.thing._meta.get_field(self.question.part).get_internal_type() == "PositiveSmallIntegerField":
            return int(answer) if answer else None
        return answer

    def _both(self, form: Form, current: Any) -> HttpResponse:
        """Two texts side by side; nothing is lost and nothing wins in silence."""
        words = {one.value: str(one.label) for one in self.question.choices()}
        mine = [str(value) for name, value in form.cleaned_data.items() if name != "seen" and value]
        there = keeping.words_of(current).get(self.question.part)
        if there is None:
            value = getattr(current, self.question.part, "")
            there = words.get(str(value), "" if value is None else str(value))
        said = "\n".join(words.get(one, one) for one in mine)
        return errors.conflict(self.request, mine=said, theirs=there, back=self.request.get_full_path())


TEMPLATES = {
    "words": "plans/ask_words.html",
    "choice": "plans/ask_choice.html",
    "day": "plans/ask_day.html",
    "until": "plans/ask_until.html",
}


def _first(form: Form) -> str | None:
    return next((name for name in ("answer", "on", "own", "situation", "what") if name in form.fields), None)
