"""The recogniser is made from the rows, once per generation, and gives back rows."""

import numpy as np
import pytest

from skillcore.recognise import Suggestion
from vaardig.lexicon import recognising
from vaardig.lexicon.drafts import digest
from vaardig.lexicon.entries import read_entries
from vaardig.lexicon.models import Vector
from vaardig.lexicon.services import make_vectors, take_shipped, write_shipped
from vaardig.lexicon.tests.shelf import keep_basis, keep_esco, skill
from vaardig.lexicon.vectors import missing_texts, stored_vectors


@pytest.fixture(autouse=True)
def _anew(monkeypatch):
    monkeypatch.setattr(recognising, "load_embedder", lambda: None)
    recognising.forget()


class Counted:
    """An embedder whose vectors say how long a text is."""

    name = "counted"

    def __init__(self, stop_after=None):
        self.left = stop_after

    def vectors(self, texts):
        if self.left == 0:
            raise KeyboardInterrupt
        if self.left is not None:
            self.left -= 1
        return np.array([[len(text), 1, 0, 0] for text in texts], np.float32)


def test_a_skill_is_recognised_by_its_words_and_never_where_it_is_denied(db):
    keep_basis()

    found = recognising.recognise(text="Ik lap elke dag de ramen.", language="nl")
    denied = recognising.recognise(text="Ik kan geen vrachtwagen rijden.", language="nl")

    assert found[0].concept == "ramen-lappen"
    assert found[0].because
    assert "vrachtwagen-rijden" not in {one.concept for one in denied}


def test_labels_come_in_the_language_of_the_text(db):
    keep_basis()

    found = recognising.recognise(text="I wash the windows every day.", language="en")

    assert found[0].label == "Cleaning windows"


def test_suggestions_lead_to_their_rows_in_the_same_order(db):
    keep_basis()
    keep_esco("esco-1.2.0-en")

    def said(key, scheme):
        return Suggestion(key, key, scheme, (), 0.5, ())

    wanted = [said(skill(1), "esco"), said("dweilen", "basis"), said("weg", "basis")]

    assert [(row.key, row.scheme.key) for _, row in recognising.with_concepts(wanted)] == [
        (skill(1), "esco"),
        ("dweilen", "basis"),
    ]


def test_entries_carry_the_closest_mapping_first(db):
    keep_basis()
    keep_esco("esco-1.2.0-en")
    entries = {entry.key: entry for entry in read_entries()}

    assert entries["dweilen"].mappings == (skill(2), skill(10))
    assert (entries["dweilen"].exact, entries["ramen-lappen"].exact) == ((), (skill(1),))
    assert entries[skill(1)].mappings == (skill(1),)
    assert {entry.scheme for entry in read_entries(["esco"])} == {"esco"}


def test_reading_entries_asks_a_fixed_number_of_queries(db, django_assert_num_queries):
    keep_basis()
    with django_assert_num_queries(4):
        read_entries()

    keep_esco("esco-1.2.0-en")
    with django_assert_num_queries(4):
        read_entries()


def test_an_import_makes_every_process_load_anew(db):
    keep_basis()
    before = recognising._load(None)
    assert recognising._load(None) is before

    keep_esco("esco-1.2.0-en")

    assert recognising._load(None) is not before


def test_making_vectors_goes_on_where_it_was_stopped(db, monkeypatch):
    from vaardig.lexicon.services import vectors

    monkeypatch.setattr(vectors, "BATCH", 3)
    keep_basis()
    waiting = missing_texts(read_entries(), "counted")
    generation = recognising.generation()

    with pytest.raises(KeyboardInterrupt):
        make_vectors(embedder=Counted(stop_after=2), texts=waiting)
    left = missing_texts(read_entries(), "counted")
    make_vectors(embedder=Counted(), texts=left)

    assert (len(waiting) - len(left), missing_texts(read_entries(), "counted")) == (6, [])
    assert recognising.generation() == generation + 2
    assert Vector.objects.count() == len(waiting)


def test_a_vector_belongs_to_its_text(db):
    keep_basis()
    entries = read_entries()
    make_vectors(embedder=Counted(), texts=["Ramen lappen", "Haar knippen"])

    stored = stored_vectors(entries, "counted")

    assert set(stored) == {"Ramen lappen", "Haar knippen"}
    assert stored["Ramen lappen"].tolist() == [127, 11, 0, 0]
    assert stored_vectors(entries, "another") == {}
    assert digest("Ramen lappen") != digest("ramen lappen")


def test_vectors_that_came_along_are_not_made_again(db, tmp_path):
    keep_basis()
    entries = read_entries(["basis"])
    texts = missing_texts(entries, "counted")
    make_vectors(embedder=Counted(), texts=texts[:5])
    file = tmp_path / "basis_vectors.npz"
    assert write_shipped(model="counted", entries=entries, place=file) == 5
    Vector.objects.all().delete()

    left = take_shipped(model="counted", texts=texts, place=file)

    assert (len(left), Vector.objects.count()) == (len(texts) - 5, 5)
    assert take_shipped(model="other weights", texts=texts, place=file) == texts
    assert take_shipped(model="counted", texts=texts, place=tmp_path / "weg.npz") == texts
