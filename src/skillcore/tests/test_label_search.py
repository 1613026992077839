"""The search: a small language of skills, asked as people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore.lexicon.search import Named, NameIndex
from skillcore.lexicon.words import clean, fold, halves, lemmas

NAMES = [
    (1, "SKILL", "nl", "LABEL", "Ramen lappen"),
    (1, "SKILL", "nl", "ALSO", "ruiten wassen"),
    (1, "SKILL", "en", "LABEL", "Cleaning windows"),
    (2, "SKILL", "nl", "LABEL", "Vrachtwagen rijden"),
    (3, "OCCUPATION", "nl", "LABEL", "Vrachtwagenchauffeur"),
    (3, "OCCUPATION", "nl", "ALSO", "chauffeur"),
    (4, "OCCUPATION", "nl", "LABEL", "Magazijnmedewerker"),
    (5, "SKILL", "nl", "LABEL", "Werken in een magazijn"),
    (6, "SKILL", "nl", "LABEL", "Café schoonmaken"),
    (7, "OCCUPATION", "nl", "LABEL", "Medewerker keuken"),
]
INDEX = NameIndex([Named(*name, " ".join(lemmas(name[4], name[2]))) for name in NAMES])


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("ramen lappen", 1),
        ("ruiten", 1),
        ("raam lappen", 1),
        ("vrachtwagn rijden", 2),
        ("vrachtwagenchaufeur", 3),
        ("chauffeur", 3),
        ("magazijn medewerker", 4),
        ("magaz", 4),
        ("cafe schoonmaken", 6),
        ("schonmaken", 6),
    ],
)
def test_a_word_as_people_type_it_finds_its_concept(question, first):
    hits = INDEX.search(question, language="nl")

    assert hits[0].concept == first or first in {hit.concept for hit in hits if hit.score == hits[0].score}


def test_kinds_and_limit_are_kept():
    hits = INDEX.search("vrachtwagen", language="nl", kinds=("OCCUPATION",), limit=1)

    assert [hit.concept for hit in hits] == [3]


def test_nothing_is_found_where_nothing_fits():
    assert [INDEX.search(question, language="nl") for question in ("", "de het een", "xqzw")] == [(), (), ()]


def test_an_index_without_names_answers():
    assert NameIndex([]).search("ramen", language="nl") == ()


@given(st.text(max_size=60))
def test_any_question_gets_an_answer_in_a_fixed_order(question):
    hits = INDEX.search(question, language="nl")

    assert hits == INDEX.search(question, language="nl")
    assert all(0 < hit.score <= 1 for hit in hits)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


def test_a_compound_is_cut_where_both_halves_are_known():
    known = {"magazijn", "medewerker", "kwaliteit", "controle"}

    assert halves("magazijnmedewerker", known) == ("magazijn", "medewerker")
    assert halves("kwaliteitscontrole", known) == ("kwaliteit", "controle")
    assert halves("magazijnbaas", known) is None
