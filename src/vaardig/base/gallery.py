"""The gallery: every component with all its examples, and each page form. For makers, in demo and development only."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vaardig.base import components
from vaardig.base.gallery_form import ExampleForm

PAGE_FORMS = ("welkom", "vraag", "keuze", "ding", "overzicht", "vel", "formulier")


def for_makers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The corridor behind the house is closed where people live."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not (settings.DEBUG or settings.DEMO):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@for_makers
def index(request: HttpRequest) -> HttpResponse:
    shown = [
        {
            "component": component,
            "examples": [
                {
                    "name": example["example"],
                    "html": components.render(component, example, form=ExampleForm.filled_in_wrong()),
                    "source": components.source(component, example),
                }
                for example in component.examples
            ],
        }
        for component in components.components()
    ]
    return render(request, "gallery/index.html", {"shown": shown, "page_forms": PAGE_FORMS})


@for_makers
def page_form(request: HttpRequest, form: str) -> HttpResponse:
    if form not in PAGE_FORMS:
        raise Http404
    example = ExampleForm.filled_in_wrong() if "fout" in request.GET else ExampleForm()
    context = {
        "form": example if form in {"vraag", "formulier"} else None,
        "people": ["Bram de Wit"],
        "sources": [{"icon": "user", "word": "jij zelf"}, {"icon": "user-check", "word": "gezien door Bram"}],
    }
    return render(request, f"gallery/{form}.html", context)
