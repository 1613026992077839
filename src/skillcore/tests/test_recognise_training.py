"""Held-out texts stay out of training: proved on the training texts themselves."""

import random
from pathlib import Path

import pytest

from benchmarks.data import folder
from benchmarks.splits import forbidden_texts, held_out_synonyms, plain
from tools.train_recogniser.sources import Concept, without_held_out
from tools.train_recogniser.speech import finite, first_person, slip, with_te

DATA = folder()
HOME = Path(__file__).resolve().parents[3]


def texts_of(concept):
    return [
        text
        for shelf in (concept.names, concept.said, concept.descriptions)
        for texts in shelf.values()
        for text in texts
    ]


def test_a_held_out_text_is_dropped_from_every_shelf():
    concept = Concept("a", "SKILL")
    concept.names["nl"] = ["Schoonmaken", "Poetsen"]
    concept.said["nl"] = ["schoonmaken!", "ik poets"]

    dropped = without_held_out([concept], {"schoonmaken"})

    assert (dropped, texts_of(concept)) == (2, ["Poetsen", "ik poets"])


@pytest.mark.data
@pytest.mark.skipif(DATA is None, reason="the official files are not here (VAARDIG_DATA or ../shared/data)")
def test_no_training_text_is_held_out():
    from tools.train_recogniser.batches import kinds_for, texts
    from tools.train_recogniser.prepare import prepare

    forbidden = forbidden_texts(DATA)
    drawer, concepts = prepare(DATA, HOME / "content" / "lexicon" / "basis", seed=20)
    drawn = texts(drawer, [what for _, what in kinds_for(drawer) for _ in range(100)], forbidden)

    assert len(drawn) > 1000
    assert len(held_out_synonyms(DATA)) > 2500
    assert {plain(text) for concept in concepts for text in texts_of(concept)} & forbidden == set()
    assert {plain(text) for text, _ in drawn} & forbidden == set()


@pytest.mark.parametrize(
    ("verb", "form"),
    [("maken", "maak"), ("bakken", "bak"), ("schrijven", "schrijf"), ("lezen", "lees"), ("luisteren", "luister")],
)
def test_first_person_of_a_verb(verb, form):
    assert first_person(verb) == form


def test_a_separable_verb_comes_apart():
    assert finite("kantoren schoonmaken") == "ik maak kantoren schoon"
    assert with_te("kantoren schoonmaken") == "kantoren schoon te maken"


def test_a_slip_changes_one_word():
    words = "ik maak kantoren schoon".split()
    slipped = slip(" ".join(words), random.Random(1)).split()

    assert sum(a != b for a, b in zip(words, slipped, strict=True)) <= 1
