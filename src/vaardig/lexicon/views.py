"""The words, open to anybody: searching, and one page per concept."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from vaardig.lexicon import queries, texts
from vaardig.lexicon.forms import CHOICES, SearchForm

MOST = 30
FIELDS = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Live while she types, and just as well with the button."""
    language = get_language() or "nl"
    form = SearchForm(request.GET)
    found = []
    if form.is_valid():
        found = queries.search(form.cleaned_data["zoek"], language, kinds=form.kinds, limit=MOST)
    words = request.GET.get("zoek", "")
    shown = {
        "words": words,
        "fault": next(iter(form.errors.get("zoek", [])), "") if words else "",
        "found": [(one, *texts.KINDS[one.concept.kind]) for one in found],
        "is_cut": len(found) == MOST,
        "kinds": CHOICES,
        "kind": request.GET.get("soort", ""),
    }
    template = "lexicon/search.html#found" if request.headers.get("HX-Request") else "lexicon/search.html"
    return render(request, template, shown)


@require_safe
def concept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One skill, piece of work or anything else, in plain words."""
    row = queries.concept_by_public_id(public_id)
    if row is None:
        raise Http404
    page = queries.page_of(row, get_language() or "nl")
    kind, picture = texts.KINDS[row.kind]
    shown = {
        "page": page,
        "kind": kind,
        "picture": texts.CONDITIONS.get(row.key, picture) if row.kind == "CONDITION" else picture,
        "conditions": [(one, texts.CONDITIONS.get(one.concept.key, "eye")) for one in page.asked.get("CONDITION", [])],
        "required": [texts.REQUIRED[code] for code in row.extra.get("requires", []) if code in texts.REQUIRED],
        "speaking": texts.SPEAKING.get(row.speaking or 0, ""),
        "elsewhere": [
            (one, texts.SCHEMES.get(one.foreign, one.foreign), texts.MAPPED[one.kind]) for one in page.elsewhere
        ],
        "scheme": texts.SCHEMES.get(row.scheme.key, row.scheme.name),
    }
    return render(request, "lexicon/concept.html", shown)
