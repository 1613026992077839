"""Whose doing is it, and is it done? Clause by clause."""

import pytest

from skillcore.recognise.clauses import clauses_of
from skillcore.recognise.stance import preference
from skillcore.recognise.voice import MINE, NEGATED, OTHER, WISH, voices


def heard(text, language="nl"):
    return voices(clauses_of(text, language), language)


@pytest.mark.row("B32")
@pytest.mark.parametrize(
    "text",
    [
        "ik kan geen auto rijden",
        "liever geen kantoorwerk",
        "ik ben niet goed in rekenen",
        "ik heb nooit geleerd te zwemmen",
        "ik heb een hekel aan strijken",
    ],
)
def test_what_she_does_not_do_is_denied(text):
    assert heard(text) == [NEGATED]


@pytest.mark.parametrize("text", ["I can't drive", "I never cook", "I am bad at maths"])
def test_a_no_in_english_is_heard(text):
    assert heard(text, "en") == [NEGATED]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("mijn man doet de administratie", OTHER),
        ("zij kookt elke dag", OTHER),
        ("thuis doet mijn zus de was", OTHER),
        ("ik zorg voor mijn moeder", MINE),
        ("vroeger werkte ik als kok", MINE),
        ("wij laadden de wagen uit", MINE),
        ("mijn moeder leerde mij koken", MINE),
        ("samen met mijn broer repareerde ik brommers", MINE),
        ("ik wil leren lassen", WISH),
        ("ik zou graag kok worden", WISH),
    ],
)
def test_who_does_it(text, voice):
    assert heard(text) == [voice]


@pytest.mark.parametrize(
    "text",
    [
        "ik ben niet alleen goed in koken",
        "ik vind tillen niet erg",
        "ik kom nooit te laat",
        "met klanten praten is geen probleem",
    ],
)
def test_sayings_with_a_no_can_mean_yes(text):
    assert heard(text) == [MINE]


def test_the_subject_carries_over_within_a_sentence():
    assert heard("Mijn man doet de administratie en kookt, ik zorg voor mijn moeder.") == [OTHER, OTHER, MINE]


def test_a_no_carries_over_with_or():
    assert heard("ik kan niet lassen of timmeren") == [NEGATED, NEGATED]


def test_a_no_stays_in_its_clause():
    assert heard("ik kan geen auto rijden maar ik kan wel fietsen") == [NEGATED, MINE]


@pytest.mark.row("B34")
@pytest.mark.parametrize(
    ("clause", "name", "role", "asked"),
    [
        ("ik kan niet tillen", "ik kan niet tillen", "SAID_AGAINST", "no"),
        ("ik kan prima tillen", "ik kan niet tillen", "SAID_AGAINST", "nice"),
        ("graag buiten", "buiten werken", "LABEL", "nice"),
        ("ik moet zitten", "zittend werk", "LABEL", "must"),
        ("liever niet 's nachts", "nachtwerk", "ALSO", "no"),
        ("regen vind ik geen probleem", "ik wil niet in de regen staan", "SAID_AGAINST", "nice"),
        ("mijn rug is slecht", "mijn rug is slecht", "SAID_AGAINST", "no"),
        ("ik wil niet binnen werken", "ik werk liever binnen", "SAID_AGAINST", "nice"),
        ("I can't lift", "lifting", "LABEL", "no"),
    ],
)
def test_what_a_wish_asks(clause, name, role, asked):
    assert preference(clause, name, role, "en" if clause.startswith("I ") else "nl") == asked
