"""What other rooms ask."""

import uuid

from vaardig.base.templatetags.pictures import pictogram
from vaardig.lexicon import queries
from vaardig.lexicon.queries import searching
from vaardig.lexicon.tests.shelf import concept, keep_basis, keep_esco, skill


def test_words_come_in_the_language_of_the_reader_or_the_nearest(db, django_assert_num_queries):
    keep_basis()
    keep_esco("esco-1.2.0-en")
    ids = [concept("ramen-lappen", "basis").pk, concept(skill(1)).pk]

    with django_assert_num_queries(2):
        dutch = queries.words_for(ids, "nl")

    assert dutch[ids[0]] == ("Ramen lappen", "Je maakt ramen schoon met water, een doek en een trekker.")
    assert dutch[ids[1]] == ("clean windows", "")
    assert queries.labels_for(ids, "en")[ids[0]] == "Cleaning windows"


def test_a_concept_is_found_by_its_public_id(db):
    keep_basis()
    windows = concept("ramen-lappen", "basis")

    assert queries.concept_by_public_id(windows.public_id) == windows
    assert queries.concept_by_public_id(uuid.uuid4()) is None
    assert queries.concept_by_key("basis", "ramen-lappen") == windows


def test_work_asks_for_skills_the_needed_first(db):
    keep_basis()

    asked = queries.skills_of(concept("occupation:glazenwasser", "basis"), "nl")

    assert [(one.kind, one.label) for one in asked] == [
        ("ESSENTIAL", "Ramen lappen"),
        ("IMPORTANT", "Vloeren dweilen"),
        ("OPTIONAL", "Vrachtwagen rijden"),
    ]


def test_skills_are_found_while_she_types(db):
    keep_basis()
    searching.forget()

    found = queries.search_skills("vrachtw", "nl")

    assert [(one.label, one.matched) for one in found] == [("Vrachtwagen rijden", "vrachtwagenchauffeur")] or [
        one.label for one in found
    ] == ["Vrachtwagen rijden"]
    assert queries.search_skills("x", "nl") == []


def test_equal_answers_put_our_own_words_first(db):
    keep_basis()
    keep_esco("esco-1.2.1-nl")
    searching.forget()

    found = queries.search("glazenwasser", "nl", kinds=("OCCUPATION",))

    assert [one.concept.scheme.key for one in found[:2]] == ["basis", "esco"]


def test_fields_lead_to_cards_in_an_order_that_a_seed_repeats(db):
    keep_basis()

    fields = queries.fields()
    cards = queries.cards("dienst", "nl", seed=7)

    assert [(field.key, field.skills) for field in fields] == [("zorg", 1), ("dienst", 3)]
    assert "<svg" in pictogram(fields[0].picture)
    assert {words.label for _, words in cards} == {"Ramen lappen", "Vloeren dweilen", "Vrachtwagen rijden"}
    assert cards == queries.cards("dienst", "nl", seed=7)
    assert queries.cards("dien.*", "nl", seed=7) == []


def test_facets_stand_in_the_order_of_the_source(db):
    keep_basis()

    assert [one.key for one in queries.facets()] == ["HO", "BU"]
    assert [one.key for one in queries.interests()] == ["interest:R"]
