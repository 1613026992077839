"""What may get in the way: choosing it, the eight steps, one question on a page."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from skillcore import if_then
from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes
from vaardig.people.requests import Asked, wearing
from vaardig.plans import library, queries, texts
from vaardig.plans.forms import IdeaForm, IdeasForm, IfThenForm, ThemeForm
from vaardig.plans.models import Goal, IfThen, Setback, Supporter
from vaardig.plans.questions import OF_IF_THEN, SETBACK, STEPS, Question
from vaardig.plans.services import keeping, setbacks, supporters
from vaardig.plans.services.keeping import CannotPlan
from vaardig.plans.views.asking import ROUND, Asking, language, own, question
from vaardig.plans.views.putting_away import removing, restoring

KEYS = tuple(one.key for one in SETBACK)
NEW_HELPER = "new"


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def new(request: Asked, public_id: UUID) -> HttpResponseBase:
    """What may get in the way? One of eighteen, or something of her own."""
    now = timezone.now()
    goal = own(request, Goal, public_id, now)
    themes, lang = library.themes(), _known(language())
    form = ThemeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        theme = form.cleaned_data["theme"]
        said = form.cleaned_data["what"] or (themes[theme].name[lang] if theme in themes else "")
        try:
            made = setbacks.expect_setback(goal=goal, theme=theme, what=said, by=request.actor, now=now)
            return redirect(_in_round(made, KEYS[0]))
        except CannotPlan as reason:
            form.add_error("what", str(reason))
    context = {
        "form": form,
        "goal": goal,
        "words": keeping.words_of(goal),
        "themes": [(theme, theme.name[lang], theme.examples[lang][0]) for theme in themes.values()],
    }
    return render(request, "plans/setback_new.html", context, status=422 if form.errors else 200)


def _known(lang: str) -> str:
    return lang if lang in library.LANGUAGES else "nl"


def _in_round(setback: Setback, key: str) -> str:
    return f"{reverse('plans:setback_ask', args=[setback.public_id, key])}?{ROUND}=1"


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def ask(request: Asked, public_id: UUID, key: str) -> HttpResponseBase:
    """One of the questions of the eight steps; the answer lies with the setback or with its if-then."""
    now = timezone.now()
    setback, asked = own(request, Setback, public_id, now), question(SETBACK, key)
    walking = ROUND in request.GET
    line = queries.setback_line(setback)
    here = reverse("plans:setback", args=[setback.public_id])
    at = KEYS.index(key)
    there = KEYS[at + 1] if walking and at + 1 < len(KEYS) else ""
    asking = Asking(
        request,
        line.if_then if key in OF_IF_THEN else setback,
        asked,
        back=_in_round(setback, KEYS[at - 1]) if walking and at else here,
        onward=_in_round(setback, there) if there else here,
        heading=line.words.get("what", "") if key != "wat" else "",
        number=asked.step if walking else 0,
        total=STEPS if walking else 0,
        later=here if walking else "",
        more={"setback": setback, "together": setback.together, "influence": setback.influence},
    )
    fill = FILL.get(asked.kind)
    if fill:
        fill(asking, line, now)
    elif asked.kind == "choice":
        asking.more["pictures"] = {one.value: one.picture for one in asked.choices()}
    return asking.answer()


def _ideas(asking: Asking, line: queries.SetbackLine, now: datetime) -> None:
    """Ideas of the library to tick, her own below; what she ticked before is ticked."""
    request, setback = asking.request, line.setback
    theme = library.themes().get(setback.theme)
    offered = theme.ideas[_known(language())] if theme else []
    had = line.ideas
    initial = {"own": "\n".join(idea for idea in had if idea not in offered), "seen": setback.version}
    asking.form = IdeasForm(_data(request), offered=offered, initial=initial)
    ticked = request.POST.getlist("ticked") if request.method == "POST" else had
    asking.template = "plans/ask_ideas.html"
    asking.more |= {"offered": [(idea, idea in ticked) for idea in offered], "enough": Setback.ENOUGH_IDEAS}

    def save(form: forms.Form, seen: int) -> None:
        told = [*form.cleaned_data["ticked"], *form.cleaned_data["own"].splitlines()]
        setbacks.think_of(setback=setback, ideas=told, seen=seen, by=request.actor, now=now)
        few = len(setbacks.ideas_of(setback))
        if few < Setback.ENOUGH_IDEAS:
            messages.info(request, _("Je hebt %(n)s ideeën. Met 5 kies je vaak beter. Terug mag altijd.") % {"n": few})

    asking.save = save


def _idea(asking: Asking, line: queries.SetbackLine, now: datetime) -> None:
    """One of her ideas; the second one is another than the first."""
    part = asking.question.part
    ideas = [idea for idea in line.ideas if part == "chosen" or idea != line.then.get("chosen")]
    asking.form = IdeaForm(_data(asking.request), ideas=ideas, initial={"seen": line.if_then.version})
    asking.template = "plans/ask_idea.html"
    asking.more |= {"ideas": [(idea, idea == line.then.get(part)) for idea in ideas]}


def _if_then(asking: Asking, line: queries.SetbackLine, now: datetime) -> None:
    """Als …, dan …. When the form could be better it asks once; a second "Verder" keeps it as it is."""
    request, then, lang = asking.request, line.then, _known(language())
    first = {"situation": line.words.get("where", ""), "action": then.get("chosen", "")}
    initial = {name: then.get(name) or first[name] for name in first} | {"seen": line.if_then.version}
    form = IfThenForm(_data(request), initial=initial)
    asking.form, asking.template = form, "plans/ask_if_then.html"
    if request.method == "POST" and form.is_valid():
        told = {name: if_then.bare(form.cleaned_data[name], part=part, language=lang) for name, part in PARTS.items()}
        found = if_then.advice(told["situation"], told["action"], language=lang)
        if found and "asked" not in request.POST:
            asking.more |= {"advice": texts.advice(found), "told": told}
            asking.form = _Unsure(form)
            return
        asking.save = lambda form, seen: setbacks.answer_setback(
            setback=line.setback, seen=seen, by=request.actor, now=now, **told
        )


PARTS = {"situation": "if", "action": "then"}


class _Unsure(IfThenForm):
    """The same answer, shown again with the questions about its form; not a fault."""

    def __init__(self, form: IfThenForm) -> None:
        super().__init__(initial={name: form.cleaned_data[name] for name in form.cleaned_data})

    def is_valid(self) -> bool:
        return False


def _helper(asking: Asking, line: queries.SetbackLine, now: datetime) -> None:
    """Somebody of this plan, somebody new, or nobody."""
    request, goal = asking.request, line.setback.goal
    known = queries.plan_of(goal).supporters
    asking.form = _HelperForm(_data(request), known=known, initial={"seen": line.if_then.version})
    chosen = line.if_then.supporter
    asking.template = "plans/ask_helper.html"
    asking.more |= {
        "helpers": [(one, bool(chosen and chosen.pk == one.supporter.pk)) for one in known],
        "new_chosen": request.POST.get("answer") == NEW_HELPER or not known,
    }

    def save(form: forms.Form, seen: int) -> None:
        answer, name = form.cleaned_data["answer"], form.cleaned_data["name"]
        helper: Supporter | None = None
        if answer == NEW_HELPER:
            helper = supporters.add_supporter(goal=goal, name=name, by=request.actor, now=now)
        elif answer:
            helper = access.get(request.actor, Supporter, UUID(answer), now=now)
        setbacks.ask_help_of(if_then=line.if_then, supporter=helper, seen=seen, by=request.actor, now=now)

    asking.save = save


class _HelperForm(IdeaForm):
    def __init__(self, data: Any, *, known: list[queries.SupporterLine], **kwargs: Any) -> None:
        super().__init__(data, ideas=[NEW_HELPER, *(str(one.supporter.public_id) for one in known)], **kwargs)
        self.fields["name"] = forms.CharField(required=False, max_length=100, label=_("De naam"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("answer") == NEW_HELPER and not told.get("name"):
            self.add_error("name", _("Schrijf op wie je helpt. Een naam is genoeg."))
        return told


FILL = {"ideas": _ideas, "idea": _idea, "if_then": _if_then, "helper": _helper}


def _data(request: Asked) -> Any:
    return request.POST if request.method == "POST" else None


@wearing(Hat.PARTICIPANT)
@require_safe
def setback(request: Asked, public_id: UUID) -> HttpResponse:
    """All about one thing that may get in the way: its if-then, and the eight steps to go back to."""
    now = timezone.now()
    found = own(request, Setback, public_id, now)
    line = queries.setback_line(found)
    following = next((one for one in SETBACK if not _told(line, one)), None)
    context = {
        "line": line,
        "setback": found,
        "goal": found.goal,
        "goal_words": keeping.words_of(found.goal),
        "following": _in_round(found, following.key) if following else "",
        "answers": [(one, _told(line, one)) for one in SETBACK],
        "outside": found.influence == Setback.Influence.OUTSIDE,
    }
    return render(request, "plans/setback.html", context)


def _told(line: queries.SetbackLine, asked: Question) -> str:
    """What she answered to a question, in words."""
    if asked.kind == "helper":
        return line.helper
    if asked.kind == "if_then":
        return line.then.get("action", "") and f"{line.then.get('situation', '')} → {line.then['action']}"
    if asked.kind == "choice":
        thing: Setback | IfThen = line.if_then if asked.key in OF_IF_THEN else line.setback
        value = getattr(thing, asked.part)
        return str(getattr(thing, f"get_{asked.part}_display")()).capitalize() if value else ""
    return (line.then if asked.key in OF_IF_THEN else line.words).get(asked.part, "")


remove, restore = removing(Setback), restoring(Setback)
