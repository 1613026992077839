"""What she keeps in view: her list, one of them, and three side by side."""

from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vaardig.base import access
from vaardig.base.actor import Hat
from vaardig.base.writing import writes
from vaardig.lexicon import queries as lexicon
from vaardig.options import content, queries, showing
from vaardig.options.models import OptionRun, SavedOption
from vaardig.options.services import saving
from vaardig.options.views.looking import facts_of, language, said_of, work_to_look_at
from vaardig.people.requests import Asked, wearing

SIDE_BY_SIDE = 3


class Kept(NamedTuple):
    saved: SavedOption
    label: str
    plain: str
    begun: list[str]  # tools that hold something


def kept_by(request: Asked) -> list[Kept]:
    rows = list(queries.saved_by(request.person))
    words = lexicon.words_for([row.concept_id for row in rows], language())
    none = lexicon.Words("", "")
    return [Kept(row, *words.get(row.concept_id, none), []) for row in rows]


@wearing(Hat.PARTICIPANT)
@require_safe
def saved(request: Asked) -> HttpResponse:
    """Everything she saved; she ticks what stands side by side."""
    kept = kept_by(request)
    context = {"kept": kept, "can_compare": len(kept) > 1}
    return render(request, "options/saved.html", context)


@wearing(Hat.PARTICIPANT)
@writes
def save(request: Asked, public_id: UUID) -> HttpResponse:
    concept = work_to_look_at(public_id)
    try:
        saving.save_option(owner=request.person, concept=concept, by=request.actor, now=timezone.now())
    except saving.CannotSave as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Dit staat bij “Bewaard”. Alleen jij ziet het."))
    return redirect("options:option", public_id)


@wearing(Hat.PARTICIPANT)
@writes
def remove(request: Asked, public_id: UUID) -> HttpResponse:
    gone = access.get(request.actor, SavedOption, public_id, now=timezone.now())
    saving.remove_option(saved=gone, by=request.actor, now=timezone.now())
    messages.success(request, _("Dit staat niet meer bij “Bewaard”. Bewaar je het weer? Dan is alles terug."))
    return redirect("options:saved")


@wearing(Hat.PARTICIPANT)
@require_safe
def one(request: Asked, public_id: UUID) -> HttpResponse:
    """One saved option: what she thought of it, and what she can do with it."""
    mine = access.get(request.actor, SavedOption, public_id, now=timezone.now())
    notes = queries.notes_of(mine)
    tools = [(tool, len(notes.get(tool.key, {})), len(content.parts_of(tool))) for tool in content.tools()]
    words = lexicon.words_for([mine.concept_id], language())[mine.concept_id]
    context = {
        "saved": mine,
        "words": words,
        "tools": tools,
        "reason": notes.get("decision", {}).get("reason", ""),
        "is_decided": mine.state != SavedOption.State.OPEN,
        "is_work": mine.concept.kind == OptionRun.Kind.OCCUPATION,
    }
    return render(request, "options/saved_one.html", context)


@wearing(Hat.PARTICIPANT)
@require_safe
def compare(request: Asked) -> HttpResponse:
    """At most three side by side: those she ticked, or the first three."""
    kept = kept_by(request)
    asked = set(request.GET.getlist("o"))
    chosen = [one for one in kept if str(one.saved.public_id) in asked] or kept
    columns = [_column(request, one) for one in chosen[:SIDE_BY_SIDE]]
    return render(request, "options/compare.html", {"columns": columns, "rows": _rows(columns)})


def _column(request: Asked, kept: Kept) -> dict[str, Any]:
    concept = kept.saved.concept
    facts = facts_of(lexicon.page_of(concept, language()))
    said = said_of(request.person, concept)
    words = showing.Words([*said["met"], *said["short"], *said["missing"]], language()) if said else None
    parts = ("met", "short", "missing")
    names = {part: [words.name(key) for key in said[part]] for part in parts} if said and words else {}
    needs = [need.label for need in facts["needs"]]
    return {
        "kept": kept,
        "is_looked_at": said is not None,
        "do": [task.label for task in facts["tasks"]] or [kept.plain],
        "can": names.get("met", []),
        "learn": [*names.get("short", []), *names.get("missing", [])] if names else needs,
        "conditions": [facet.words["note"] for facet in facts["conditions"]],
        "begin": [facts["entry"], *map(str, facts["papers"])],
        "after": [one.label for one in facts["growth"]],
    }


MANY = 6  # names in one cell


def _rows(columns: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    heads = [
        ("do", _("Wat doe ik daar?")),
        ("can", _("Wat kan ik al?")),
        ("learn", _("Wat leer ik nog?")),
        ("conditions", _("Hoe is het werk?")),
        ("begin", _("Hoe begin ik?")),
        ("after", _("Wat kan hierna?")),
    ]
    return [(head, [_cell(column, key) for column in columns]) for key, head in heads]


def _cell(column: dict[str, Any], key: str) -> dict[str, Any]:
    names = [name for name in column[key] if name]
    more, is_none = max(0, len(names) - MANY), key == "can" and bool(column["is_looked_at"])
    return {"names": names[:MANY], "more": more, "of": column["kept"].label, "is_none": is_none}
