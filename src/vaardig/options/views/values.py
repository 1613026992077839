"""Waardenkaarten: choose at most five of twenty-four, and say by what she notices each. No order is right."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from vaardig.base.actor import Hat
from vaardig.base.writing import reads_or_writes
from vaardig.options import content, queries
from vaardig.options.forms import ExampleForm, ValuesForm
from vaardig.options.models import Answers
from vaardig.options.services import answers
from vaardig.people.requests import Asked, wearing

FORM = Answers.Form.VALUES
CHOSEN, EXAMPLES = "chosen", "examples"


@wearing(Hat.PARTICIPANT)
@require_safe
def overview(request: Asked) -> HttpResponse:
    given = queries.answers_of(request.person, FORM)
    by_key = {card.key: card for card in content.values()}
    examples = given.get(EXAMPLES, {})
    rows = [(by_key[key], examples.get(key, "")) for key in given.get(CHOSEN, []) if key in by_key]
    return render(request, "options/values.html", {"rows": rows})


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def choose(request: Asked) -> HttpResponseBase:
    """The cards; the paper sheet is typed over here too."""
    given = queries.answers_of(request.person, FORM)
    form = ValuesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["card"]
        answers.answer(owner=request.person, form=FORM, given={CHOSEN: chosen}, by=request.actor, now=timezone.now())
        return redirect("options:value_example", chosen[0])
    chosen = request.POST.getlist("card") if form.is_bound else given.get(CHOSEN, [])
    context = {"form": form, "cards": content.values(), "chosen": chosen, "most": content.most_values()}
    return render(request, "options/values_choose.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@reads_or_writes
def example(request: Asked, key: str) -> HttpResponseBase:
    given = queries.answers_of(request.person, FORM)
    chosen: list[str] = given.get(CHOSEN, [])
    card = next((one for one in content.values() if one.key == key), None)
    if card is None or key not in chosen:
        raise Http404
    number = chosen.index(key)
    following = chosen[number + 1] if number + 1 < len(chosen) else None
    there = reverse("options:value_example", args=[following]) if following else reverse("options:values")
    examples: dict[str, str] = given.get(EXAMPLES, {})
    form = ExampleForm(request.POST or None, initial={"text": examples.get(key, "")})
    if request.method == "POST" and form.is_valid():
        told = examples | {key: form.cleaned_data["text"]}
        told = {one: text for one, text in told.items() if text and one in chosen}
        answers.answer(owner=request.person, form=FORM, given={EXAMPLES: told}, by=request.actor, now=timezone.now())
        return redirect(there)
    context = {
        "form": form,
        "card": card,
        "number": number + 1,
        "total": len(chosen),
        "back": reverse("options:value_example", args=[chosen[number - 1]])
        if number
        else reverse("options:values_choose"),
        "skip": there,
    }
    return render(request, "options/value_example.html", context, status=422 if form.errors else 200)


@wearing(Hat.PARTICIPANT)
@require_safe
def paper(request: Asked) -> HttpResponse:
    return render(request, "options/values_paper.html", {"cards": content.values(), "lines": range(5)})
