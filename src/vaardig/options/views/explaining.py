"""How the suggestions work, when a computer looked, and the switch."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from skillcore.matching import RULES
from vaardig.base.actor import Hat
from vaardig.base.pages import to_html
from vaardig.base.writing import writes
from vaardig.options import content, queries
from vaardig.options.services import switching
from vaardig.people.requests import Asked, wearing

MANY = 50


@require_safe
def how(request: Asked) -> HttpResponse:
    """The algorithm card, open to anybody."""
    title, _newline, rest = content.page(get_language() or "nl").partition("\n")
    mine = request.actor.is_known and request.actor.hat == Hat.PARTICIPANT
    context = {
        "title": title.removeprefix("# ").strip(),
        "body": to_html(rest),
        "version": RULES.version,
        "mine": mine,
        "is_off": mine and queries.is_off(request.person),
    }
    return render(request, "options/how.html", context)


@wearing(Hat.PARTICIPANT)
@require_safe
def runs(request: Asked) -> HttpResponse:
    """Every time that the computer looked for her."""
    return render(request, "options/runs.html", {"runs": queries.runs_of(request.person)[:MANY]})


@wearing(Hat.PARTICIPANT)
@writes
def switch(request: Asked) -> HttpResponse:
    off = request.POST.get("voorstellen") == "uit"
    switching.switch(owner=request.person, off=off, by=request.actor, now=timezone.now())
    said = _("De voorstellen staan uit. Wat we bewaarden, is weg.") if off else _("De voorstellen staan weer aan.")
    messages.success(request, said)
    return redirect("options:list")
