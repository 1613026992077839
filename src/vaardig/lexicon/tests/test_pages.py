"""The words are open to anybody, in Dutch and English, with and without JavaScript."""

import uuid

import pytest

from tests.visiting import look_at
from vaardig.lexicon import queries, texts
from vaardig.lexicon.models import Concept, Relation
from vaardig.lexicon.queries import searching
from vaardig.lexicon.tests.shelf import concept, keep_basis, keep_competentnl, keep_esco, skill, work


@pytest.fixture(autouse=True)
def _words(db):
    searching.forget()
    keep_basis()
    keep_esco("esco-1.2.0-en")


def page_of(client, key, scheme="basis", language="nl"):
    client.cookies["taal"] = language
    response = client.get(f"/woorden/{concept(key, scheme).public_id}/")
    assert response.status_code == 200
    return look_at(response, language=language)


def test_anybody_can_search(client):
    page = look_at(client.get("/woorden/?zoek=glas+bewasen"))

    row = page.select_one("#gevonden .rows li")

    assert row.a.text == "Ramen lappen"
    assert "Ook wel: glas bewassen" in row.text


def test_while_she_types_only_the_list_comes(client):
    response = client.get("/woorden/?zoek=ramen", headers={"HX-Request": "true"})

    assert response.content.decode().lstrip().startswith('<div class="flow" id="gevonden"')


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?zoek=a", "Typ minimaal 2 letters."),
        ("?zoek=" + "a" * 101, "Typ minder woorden: hooguit 100 letters."),
        ("?zoek=xqzwv", "Dit woord kennen we nog niet"),
        ("?zoek=glazenwasser&soort=OCCUPATION", "Glazenwasser"),
        ("?zoek=glazenwasser&soort=ONZIN", "Glazenwasser"),
    ],
)
def test_a_question_always_gets_an_answer_in_words(client, query, sentence):
    page = look_at(client.get(f"/woorden/{query}"))

    assert sentence in page.select_one("#gevonden").text


def test_hostile_words_stay_words(client):
    response = client.get("/woorden/", {"zoek": "\"><script>alert(1)</script>' OR 1=1 --"})

    assert look_at(response).select("script:not([src])") == []
    assert b"<script>alert" not in response.content


def test_a_skill_tells_where_one_meets_it(client):
    page = page_of(client, "ramen-lappen")

    assert page.h1.text == "Ramen lappen"
    assert "Je maakt ramen schoon met water" in page.select_one("#uitleg").text
    assert page.find(id="in-dit-werk").find_next("ul").text.split() == ["Glazenwasser"]
    assert "Ruimten schoonmaken" in page.find(id="bij-deze-taken").parent.text
    assert "Vloeren dweilen" in page.find(id="lijkt-erop").parent.text
    assert "ESCO, hetzelfde: clean windows" in " ".join(page.select_one("details").text.split())


def test_work_tells_all_there_is_to_it(client):
    page = page_of(client, "occupation:glazenwasser")

    told = " ".join(page.main.get_text(" ").split())

    for part in (
        "Wat je doet Ruimten schoonmaken",
        "Nodig Ramen lappen Belangrijk Vloeren dweilen Handig Vrachtwagen rijden",
        "Wat je hiervoor weet Schoonmaakmiddelen",
        "Op hoogte werken Je werkt op een ladder",
        "Je kunt beginnen zonder diploma.",
        "Je hebt nodig: rijbewijs B (auto)",
        "Je kunt een beetje Nederlands",
        "Wat hierna kan Voorman schoonmaak",
    ):
        assert part in told


def test_english_is_whole(client):
    page = page_of(client, "occupation:glazenwasser", language="en")

    assert page.h1.text == "Window cleaner"
    assert "You can start without a diploma." in page.main.text


def test_a_word_without_dutch_says_in_which_language_it_is(client):
    page = page_of(client, skill(1), "esco")

    assert page.select_one("#uitleg p")["lang"] == "en"
    assert "ESCO-classificatie van de Europese Commissie" in page.text


def test_every_kind_of_concept_has_its_page(client):
    keep_competentnl()

    for one in Concept.objects.select_related("scheme"):
        page = look_at(client.get(f"/woorden/{one.public_id}/"))
        assert page.h1.text.strip()


def test_what_is_replaced_leads_on(client):
    old, new = concept(work(5)), concept("ramen-lappen", "basis")
    Relation.objects.create(
        source=old, target=new, kind="REPLACED_BY", part="replaced", since=old.since, until=old.since
    )
    Concept.objects.filter(pk=old.pk).update(is_current=False)

    page = page_of(client, work(5), "esco")

    assert "Nu heet het: Ramen lappen" in " ".join(page.main.get_text(" ").split())


def test_an_unknown_word_does_not_exist(client):
    assert client.get(f"/woorden/{uuid.uuid4()}/").status_code == 404


def test_more_work_takes_no_more_queries(client, django_assert_max_num_queries):
    windows, version = concept("ramen-lappen", "basis"), concept("ramen-lappen", "basis").since
    for number in range(30):
        one = Concept.objects.create(
            scheme=windows.scheme, key=f"w{number}", kind="OCCUPATION", part="occupations", since=version, until=version
        )
        one.labels.create(
            language="nl", role="LABEL", text=f"Werk {number}", digest=str(number), since=version, until=version
        )
        Relation.objects.create(source=one, target=windows, kind="ESSENTIAL", part="x", since=version, until=version)

    with django_assert_max_num_queries(25):
        page = page_of(client, "ramen-lappen")

    assert "In totaal 31 soorten werk." in page.text


def test_every_kind_and_facet_has_its_picture():
    from vaardig.base.templatetags.pictures import pictogram

    keys = queries.facets().values_list("key", flat=True)

    assert set(texts.KINDS) == set(Concept.Kind.values)
    assert set(keys) <= set(texts.CONDITIONS)
    for name in {*texts.CONDITIONS.values(), *(picture for _, picture in texts.KINDS.values())}:
        assert "<svg" in pictogram(name)
