"""Limits of what people type: n−1, n, n+1 and 100×n; accepted or refused in words, never cut (SECURITY §11, I15, I16)."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from vaardig.base import text
from vaardig.base.text import PlainText, tidy

NAMES = {"name": text.NAME, "organisation": text.ORGANISATION, "group": text.GROUP, "phone": text.PHONE}
TEXTS = {"short": text.SHORT, "long": text.LONG, "note": text.NOTE}


def asked(limit, typed, lines=1):
    class Form(forms.Form):
        words = PlainText(limit=limit, lines=lines)

    form = Form({"words": typed})
    return (form.cleaned_data["words"], []) if form.is_valid() else (None, form.errors["words"])


@pytest.mark.parametrize(("what", "limit"), (NAMES | TEXTS).items())
@pytest.mark.parametrize("more", ["n-1", "n", "n+1", "100n"])
def test_a_text_fits_or_is_refused_with_its_limit(what, limit, more):
    length = {"n-1": limit - 1, "n": limit, "n+1": limit + 1, "100n": limit * 100}[more]
    kept, said = asked(limit, "é" * length, lines=4)

    if length <= limit:
        assert kept == "é" * length
    elif what in NAMES:
        assert said == [f"Gebruik maximaal {limit} tekens."]
    else:
        assert said == [f"Je tekst is te lang: {length} van {limit} tekens. Maak hem korter."]


def test_signs_are_counted_after_they_are_put_together():
    assert asked(10, "e\u0301" * 10)[0] == "é" * 10


@pytest.mark.parametrize(
    "sign", ["\u0000", "\u0007", "\u001b", "\u0085", "\u202e", "\u202a", "\u2066", "\u2069", "\ud800"]
)
def test_hidden_signs_are_refused_in_words(sign):
    assert asked(100, f"A{sign}b", lines=4)[1] == ["In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw."]


@pytest.mark.parametrize("sign", ["\n", "\t", "\r\n"])
def test_a_line_end_fits_in_a_story_and_not_in_a_name(sign):
    assert asked(100, f"A{sign}b", lines=4)[0] == f"A{sign}b".replace("\r\n", "\n")
    assert asked(100, f"A{sign}b")[0] is None


@pytest.mark.parametrize(
    "typed", ["İstanbul ıI", "فاطمة", "👩🏽\u200d🍳 kok", "Ωmega", "ﬁets", "नमस्ते", "<script>", "{{ 7*7 }}", "=1+1"]
)
def test_what_people_write_is_kept_as_it_is(typed):
    assert asked(100, typed)[0] == typed


def test_nothing_is_asked_for_in_words():
    assert asked(10, "   ")[1] == ["Dit veld is verplicht."]


@given(st.text())
def test_tidying_twice_is_tidying_once(typed):
    assert tidy(tidy(typed)) == tidy(typed)
