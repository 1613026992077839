"""Words of a text: lemmas, compounds, separable verbs, slips of the pen."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillcore.recognise.analyse import Analyser
from skillcore.recognise.bridge import rough_dutch
from skillcore.recognise.clauses import CAP, clauses_of
from skillcore.recognise.grams import Grams
from skillcore.recognise.words import key, words_of

NAMES = [
    "ramen lappen",
    "kantoren schoonmaken",
    "magazijn",
    "medewerker",
    "heftruck rijden",
    "chauffeur",
    "personeel aansturen",
]


@pytest.fixture(scope="module")
def dutch():
    return Analyser("nl", NAMES)


def terms(analyser, text):
    words = words_of(text)
    return set(analyser.terms(words, analyser.mended(words)))


@pytest.mark.parametrize(
    ("one", "other"), [("maakt", "gemaakt"), ("tuin", "tuinen"), ("kantoor", "kantoren"), ("begeleid", "begeleiden")]
)
def test_forms_of_one_word_share_a_key(one, other):
    assert key(one, "nl") == key(other, "nl")


@pytest.mark.parametrize(
    "text", ["ik maak elke dag de kantoren schoon", "kantoren schoon te maken", "ik heb kantoren schoongemaakt"]
)
def test_a_separable_verb_is_joined(dutch, text):
    assert terms(dutch, "kantoren schoonmaken") <= terms(dutch, text)


def test_a_compound_shares_its_halves(dutch):
    assert {key("magazijn", "nl"), key("medewerker", "nl")} <= terms(dutch, "magazijnmedewerkers")


@pytest.mark.parametrize("slip", ["chaufeur", "sjauffeur", "chaufffeur"])
def test_a_slip_of_the_pen_is_mended(dutch, slip):
    assert dutch.mended(words_of(slip)) in ({slip: "chauffeur"}, {})
    assert dutch.mended(words_of("chaufeur")) == {"chaufeur": "chauffeur"}


def test_rough_dutch_puts_the_verb_last():
    assert "vloeren schoonmaken" in rough_dutch("clean floors", verb=True)


def test_rough_dutch_keeps_silent_on_an_unknown_word():
    assert rough_dutch("frobnicate floors", verb=True) == []


def test_letters_find_the_nearest_name():
    scores = Grams(["schoonmaker", "schilder", "kok"]).score(["schoonmaakster"])[0]

    assert scores.argmax() == 0


@settings(deadline=None)
@given(st.text(max_size=400))
def test_clauses_stand_in_the_text_in_order(text):
    clauses = clauses_of(text, "nl")

    assert [text[clause.start : clause.end] for clause in clauses] == [clause.text for clause in clauses]
    assert all(one.end <= other.start for one, other in pairwise(clauses))


def test_a_long_text_is_read_from_its_start():
    clauses = clauses_of("ik lap ramen. " * 100_000, "nl")

    assert clauses[-1].end <= CAP
