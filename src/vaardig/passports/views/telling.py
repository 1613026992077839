"""Telling what you do: choosing how, typing, a day, a CV. A GET makes nothing; the first answer makes everything."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vaardig.base import access, errors, locking
from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes, writes
from vaardig.lexicon import documents
from vaardig.passports import queries
from vaardig.passports.forms import CvForm, PartForm, TellForm
from vaardig.passports.models import Story
from vaardig.passports.services import stories
from vaardig.passports.views import picking
from vaardig.passports.views.begin import language, onward, owner_of, sent, telling
from vaardig.people import throttle
from vaardig.people.requests import Asked, wearing

Way = Story.Way
DAY = [  # name in the address, question, example, pictogram
    (
        "ochtend",
        gettext_lazy("Wat doe je in de ochtend?"),
        gettext_lazy("Bijvoorbeeld: ik maak ontbijt en breng de kinderen naar school."),
        "day",
    ),
    (
        "werk",
        gettext_lazy("Welk werk of welke klussen doe je?"),
        gettext_lazy("Betaald of niet. Bijvoorbeeld: ik maak kantoren schoon."),
        "work",
    ),
    (
        "thuis",
        gettext_lazy("Wat doe je thuis?"),
        gettext_lazy("Bijvoorbeeld: ik kook, ik was en ik regel de post."),
        "home",
    ),
    (
        "zorgen",
        gettext_lazy("Voor wie zorg je?"),
        gettext_lazy("Bijvoorbeeld: ik doe boodschappen voor mijn moeder."),
        "care",
    ),
    (
        "vrij",
        gettext_lazy("Wat doe je in je vrije tijd?"),
        gettext_lazy("Bijvoorbeeld: ik help bij de voetbalclub."),
        "hobby",
    ),
    (
        "trots",
        gettext_lazy("Waar ben je trots op?"),
        gettext_lazy("Bijvoorbeeld: ik heb mijn zus geholpen met verhuizen."),
        "star",
    ),
]
PARTS = [part for part, *_rest in DAY]
TEXT = "text"
LATER = "later"


@require_safe
@telling
def ways(request: Asked) -> HttpResponse:
    """How do you want to tell?"""
    draft = queries.unfinished_story(request.person) if request.actor.is_known else None
    return render(request, "passports/ways.html", {"draft": draft and where_she_was(draft)})


@telling
@reads_or_writes
def begin(request: Asked, way: str) -> HttpResponseBase:
    """Each way to tell has its first page here; other ways do not exist."""
    pages: dict[str, Any] = {
        "typen": _type,
        "praten": _type,
        "dag": _first_of_day,
        "cv": _cv,
        "kaartjes": picking.choose_field,
        "eigen-woorden": picking.own_words,
    }
    if way not in pages:
        raise Http404
    try:
        response: HttpResponseBase = pages[way](request, way)
    except throttle.TooManyTries:
        return errors.too_many(request, minutes=60)
    return response


def _type(request: Asked, way: str) -> HttpResponseBase:
    """Typing, or speaking through the keyboard of the phone: one large field."""
    now = timezone.now()
    draft = queries.draft_of(request.person, Way.TYPED) if request.actor.is_known else None
    form = _tell_form(request, draft, TEXT)
    _still_there(request, form)
    if request.method == "POST" and form.is_valid():
        return _keep_and_go(request, form, way=Way.TYPED, part=TEXT, now=now, back=request.path)
    context = {"form": form, "speaking": way == "praten", "draft": draft, "keep": reverse("passports:keep", args=[way])}
    return render(request, "passports/tell.html", context, status=422 if form.errors else 200)


def _first_of_day(request: Asked, way: str) -> HttpResponse:
    return redirect("passports:day", PARTS[0])


@telling
@reads_or_writes
def day(request: Asked, part: str) -> HttpResponseBase:
    """A day from my life: six small questions, each may be skipped."""
    if part not in PARTS:
        raise Http404
    now, number = timezone.now(), PARTS.index(part)
    draft = queries.draft_of(request.person, Way.DAY) if request.actor.is_known else None
    form = _tell_form(request, draft, part, PartForm)
    _still_there(request, form)
    if request.method == "POST" and form.is_valid():
        try:
            return _next_of_day(request, form, draft, number, now)
        except throttle.TooManyTries:
            return errors.too_many(request, minutes=60)
    context = {
        "form": form,
        "day": DAY[number],
        "number": number + 1,
        "total": len(DAY),
        "previous": PARTS[number - 1] if number else "",
        "keep": reverse("passports:keep_day", args=[part]),
    }
    return render(request, "passports/day.html", context, status=422 if form.errors else 200)


def _next_of_day(request: Asked, form: TellForm, draft: Story | None, number: int, now: datetime) -> HttpResponseBase:
    last = number + 1 == len(PARTS)
    there = reverse("passports:day", args=[PARTS[number if last else number + 1]])
    if form.cleaned_data["text"] or draft:
        return _keep_and_go(
            request, form, way=Way.DAY, part=PARTS[number], now=now, back=request.path, there="" if last else there
        )
    return redirect("passports:ways") if last else redirect(there)


def _cv(request: Asked, way: str) -> HttpResponseBase:
    """The words of a CV become a story that she can look at first; the file itself is not kept."""
    form = CvForm(sent(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            text = documents.text_of(form.cleaned_data["cv"], form.cleaned_data["cv"].name)
            stories.check_length(text)
            story = stories.tell_anew(
                owner=owner_of(request, now=now),
                way=Way.CV,
                text=text,
                language=language(),
                by=request.actor,
                now=now,
            )
            return onward(request, reverse("passports:story", args=[story.public_id]))
        except (documents.CannotRead, stories.CannotTell) as reason:
            form.add_error("cv", str(reason))
    return render(request, "passports/cv.html", {"form": form}, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def story(request: Asked, public_id: UUID) -> HttpResponseBase:
    """A story she told before: look, change, and let it be read (again)."""
    now = timezone.now()
    told = access.get(request.actor, Story, public_id, now=now)
    parts = stories.parts_of(told) or {TEXT: ""}
    forms = [
        (part, TellForm(sent(request), prefix=part, initial={"text": text, "seen": told.version}))
        for part, text in parts.items()
    ]
    for part, form in forms:
        form.fields["text"].label = _question(part, told)
        form.fields["text"].required = len(forms) == 1
    if request.method == "POST" and all(form.is_valid() for _part, form in forms):
        answers = {part: form.cleaned_data["text"] for part, form in forms}
        try:
            stories.retell(story=told, answers=answers, seen=forms[0][1].cleaned_data["seen"], now=now)
            return _go(request, told, now)
        except locking.Changed as changed:
            return _both(request, "\n\n".join(answers.values()), stories.text_of(changed.current), request.path)  # type: ignore[arg-type]
        except stories.CannotTell as reason:
            forms[0][1].add_error("text", str(reason))
    faulty = next((form for _part, form in forms if form.errors), None)
    context = {"story": told, "forms": forms, "form": faulty, "single": len(forms) == 1}
    return render(request, "passports/story.html", context, status=422 if faulty else 200)


def where_she_was(draft: Story) -> str:
    """The page on which she left off."""
    if draft.way == Way.DAY:
        told_parts = stories.parts_of(draft)
        return reverse("passports:day", args=[next((part for part in PARTS if not told_parts.get(part)), PARTS[-1])])
    if draft.way == Way.TYPED:
        return reverse("passports:begin", args=["typen"])
    return reverse("passports:story", args=[draft.public_id])


def _question(part: str, told: Story) -> str:
    by_part = {name: question for name, question, *_rest in DAY}
    plain = _("Je cv") if told.way == Way.CV else _("Wat je vertelde")
    return str(by_part.get(part, plain))


@wearing(Hat.PARTICIPANT)
@require_safe
def told(request: Asked) -> HttpResponse:
    """Everything she told, to read back or throw away."""
    return render(request, "passports/stories.html", {"stories": queries.stories_of(request.person)[:50]})


@wearing(Hat.PARTICIPANT)
@writes
def forget(request: Asked, public_id: UUID) -> HttpResponse:
    now = timezone.now()
    gone = access.get(request.actor, Story, public_id, now=now)
    stories.forget_story(story=gone, by=request.actor, now=now)
    messages.success(request, _("Je verhaal is weg. Wat in je paspoort staat, blijft."))
    return redirect("home")


@telling
@writes
def keep(request: Asked, way: str) -> HttpResponse:
    """Autosave of the typing page."""
    if way not in {"typen", "praten"}:
        raise Http404
    return _keep_quietly(request, Way.TYPED, TEXT)


@telling
@writes
def keep_day(request: Asked, part: str) -> HttpResponse:
    """Autosave of one question of a day."""
    if part not in PARTS:
        raise Http404
    return _keep_quietly(request, Way.DAY, part)


def _keep_quietly(request: Asked, way: str, part: str) -> HttpResponse:
    """204, with what the open page must know to go on: its new version, and after the first answer a new token."""
    now, form = timezone.now(), PartForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    if _was_signed_out(request):
        return HttpResponse(status=401)
    answer = HttpResponse(status=204)
    if not form.cleaned_data["text"] and not request.actor.is_known:
        return answer
    try:
        kept = _tell(request, form, way, part, now)
    except locking.Changed:
        return HttpResponse(status=409)
    except stories.CannotTell:
        return HttpResponse(status=422)
    except throttle.TooManyTries:
        return HttpResponse(status=429)
    answer["X-Seen"], answer["X-Form-Token"] = str(kept.version), get_token(request)
    return answer


def _tell_form(request: Asked, draft: Story | None, part: str, kind: type[TellForm] = TellForm) -> TellForm:
    words = stories.parts_of(draft).get(part, "") if draft else ""
    initial = {"text": words, "seen": draft.version if draft else 0}
    return kind(request.POST, initial=initial) if request.method == "POST" else kind(initial=initial)


def _was_signed_out(request: Asked) -> bool:
    """The page was hers, and her session ended while it was open: what she typed must not begin somebody new."""
    return "mine" in request.POST and not request.actor.is_known


def _still_there(request: Asked, form: TellForm) -> None:
    """Her words stay on the page; she opens her card first."""
    if request.method == "POST" and _was_signed_out(request) and form.is_valid():
        form.add_error("text", _("Je was te lang weg. Kopieer je tekst. Open daarna je kaartje en plak hem terug."))


def _tell(request: Asked, form: TellForm, way: str, part: str, now: datetime) -> Story:
    owner = owner_of(request, now=now)
    return stories.tell(
        owner=owner,
        way=way,
        part=part,
        text=form.cleaned_data["text"],
        seen=form.cleaned_data["seen"],
        language=language(),
        by=request.actor,
        now=now,
    )


def _keep_and_go(
    request: Asked, form: TellForm, *, way: str, part: str, now: datetime, back: str, there: str = ""
) -> HttpResponseBase:
    """Keep the answer; then the next question, or read the story."""
    try:
        kept = _tell(request, form, way, part, now)
    except locking.Changed as changed:
        theirs = stories.parts_of(changed.current).get(part, "")  # type: ignore[arg-type]
        return _both(request, form.cleaned_data["text"], theirs, back)
    if there and "act" not in request.POST:
        return onward(request, there)
    return _go(request, kept, now)


def _go(request: Asked, kept: Story, now: datetime) -> HttpResponse:
    """Stop for now, or see what she can do."""
    if request.POST.get("act") == LATER:
        messages.success(request, _("Je verhaal is bewaard. Je gaat later verder."))
        return onward(request, reverse("home"))
    if stories.text_of(kept):
        stories.read_story(story=kept, by=request.actor, now=now)
    return onward(request, reverse("passports:found", args=[kept.public_id]))


def _both(request: Asked, mine: str, theirs: str, back: str) -> HttpResponse:
    return errors.conflict(request, mine=mine, theirs=theirs, back=back)
