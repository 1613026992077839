"""Telling: a GET makes nothing, the first answer makes everything, nothing typed is lost."""

import io

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document

from tests.visiting import look_at
from vaardig.base.models import AuditEntry
from vaardig.lexicon.models import Concept
from vaardig.passports import queries
from vaardig.passports.models import Claim, Passport, Story, Suggestion
from vaardig.passports.services import stories
from vaardig.people.models import Account, Person, ReturnCard

TYPE = "/vertel/typen/"
WINDOWS = "Ik lap de ramen bij mijn buren. Ik rij geen vrachtwagen."
PUBLIC = [
    "/",
    "/vertel/",
    *(f"/vertel/{way}/" for way in ("typen", "praten", "cv", "kaartjes", "eigen-woorden")),
    "/vertel/dag/ochtend/",
    "/vertel/kaartjes/dienst/",
    "/vertel/eigen-woorden/?zoek=ramen",
]


def tell(client, text=WINDOWS, *, address=TYPE, seen=0, act="read", **extra):
    return client.post(address, {"text": text, "seen": seen, "act": act, **extra})


@pytest.mark.parametrize("address", PUBLIC)
def test_anybody_may_look_and_looking_makes_nothing(client, lexicon, address):
    page = look_at(client.get(address))

    assert page.h1
    assert (Person.objects.count(), Story.objects.count()) == (0, 0)


@pytest.mark.row("B32")
def test_the_first_screen_has_three_ways_in(visit):
    page = visit(None, "/")

    assert [choice.select_one(".choice__label").get_text(strip=True) for choice in page.select("a.choice")] == [
        "Vertel wat je doet",
        "Ik heb een kaartje",
        "Iemand helpt mij",
    ]


def test_an_unknown_way_does_not_exist(client, lexicon):
    assert [client.get(f"/vertel/{way}/").status_code for way in ("zingen", "dag/middernacht", "kaartjes/maan")] == [
        404
    ] * 3


@pytest.mark.row("B32")
def test_the_first_answer_makes_a_person_an_account_and_a_card(client, lexicon):
    response = tell(client)

    assert response["Location"] == "/kaartje/van-mij/"
    person = Person.objects.get()
    assert (Account.objects.get().person, ReturnCard.objects.get().person) == (person, person)
    assert stories.text_of(Story.objects.get(owner=person)) == WINDOWS
    assert get_user(client).person == person


def test_the_card_comes_once_and_then_she_goes_on_where_she_was(client, lexicon):
    tell(client)
    found = reverse("passports:found", args=[Story.objects.get().public_id])

    assert client.get("/")["Location"] == found
    assert client.get("/").status_code == 200
    assert tell(client, "Ik dweil de gang.")["Location"] != "/kaartje/van-mij/"


def test_a_story_lies_sealed_in_the_database(client, lexicon):
    tell(client)

    row = Story.objects.values().get()
    assert "ramen" not in str(row)
    assert "ramen" not in str(list(Suggestion.objects.values()))
    assert "ramen" not in str(list(AuditEntry.objects.values()))


@pytest.mark.row("B32", "B01")
def test_a_story_shows_what_she_can_with_her_own_words(client, lexicon):
    tell(client)

    suggestion = Suggestion.objects.get()
    assert suggestion.concept.key == "ramen-lappen"
    assert stories.quote(suggestion) == "Ik lap de ramen"
    assert not Claim.objects.exists(), "nothing is hers before she confirms it"


def test_empty_and_too_long_stories_are_refused_in_words(client, lexicon):
    empty, long = tell(client, "  "), tell(client, "x" * 20_001)

    assert (empty.status_code, long.status_code) == (422, 422)
    assert "Eén zin is genoeg" in empty.content.decode()
    assert "20001 van 20000 tekens" in long.content.decode()
    assert look_at(empty).find("input", attrs={"name": "mine"}) is None
    assert not Person.objects.exists()


def test_the_same_form_twice_tells_once(visit, lexicon):
    visit.enter("amira")

    for _ in range(2):
        tell(visit.client, form_key="one-form")

    assert Story.objects.count() == 1


# ── kept while she types ─────────────────────────────────────────────────────────────────────────────


def test_typing_is_kept_before_she_sends_it(visit, lexicon, amira):
    visit.enter("amira")

    response = visit.client.post("/vertel/typen/bewaar/", {"text": "Ik lap de", "seen": 0})

    assert (response.status_code, response["X-Seen"]) == (204, str(Story.objects.get().version))
    home = visit("amira", "/")
    assert "Ga verder met je verhaal" in home.get_text()
    assert "Ik lap de" in visit("amira", TYPE).textarea.get_text()


def test_the_first_words_of_a_stranger_are_kept_and_the_open_page_can_go_on(lexicon):
    """A strict client: the token of the open page is renewed by the answer, as autosave.js does."""
    client = Client(enforce_csrf_checks=True)
    token = look_at(client.get(TYPE)).find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]

    kept = client.post("/vertel/typen/bewaar/", {"text": "Ik lap", "seen": 0}, headers={"X-CSRFToken": token})
    told = tell(client, seen=kept["X-Seen"], csrfmiddlewaretoken=kept["X-Form-Token"])

    assert (kept.status_code, told["Location"]) == (204, "/kaartje/van-mij/")
    assert Story.objects.count() == 1


def test_nothing_typed_makes_nobody(client, lexicon):
    assert client.post("/vertel/typen/bewaar/", {"text": "", "seen": 0}).status_code == 204
    assert not Person.objects.exists()


def test_a_save_that_the_page_did_not_hear_of_is_no_conflict(visit, lexicon):
    visit.enter("amira")
    visit.client.post("/vertel/typen/bewaar/", {"text": "Ik lap", "seen": 0})

    told = tell(visit.client, "Ik lap de ramen.", seen=0)

    assert told.status_code == 302
    assert stories.text_of(Story.objects.get()) == "Ik lap de ramen."


def test_two_open_pages_keep_both_texts(visit, lexicon):
    visit.enter("amira")
    visit.client.post("/vertel/typen/bewaar/", {"text": "Ik dweil.", "seen": 0})

    response = tell(visit.client, "Ik rij.", seen=0)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Ik dweil." in page
    assert "Ik rij." in page
    assert stories.text_of(Story.objects.get()) == "Ik dweil."
    assert visit.client.post("/vertel/typen/bewaar/", {"text": "Ik rij.", "seen": 0}).status_code == 409


def test_later_keeps_the_story_unread(visit, lexicon):
    visit.enter("amira")

    assert tell(visit.client, act="later")["Location"] == "/"
    assert Story.objects.get().read_at is None
    assert not Suggestion.objects.exists()


def test_who_was_signed_out_while_typing_keeps_her_words_and_begins_nobody(visit, lexicon):
    page = visit("amira", TYPE)
    mine = page.find("input", attrs={"name": "mine"})["value"]
    people = Person.objects.count()
    visit.enter(None)

    kept = visit.client.post("/vertel/typen/bewaar/", {"text": WINDOWS, "seen": 0, "mine": mine})
    told = tell(visit.client, mine=mine)

    assert (kept.status_code, told.status_code, Person.objects.count()) == (401, 422, people)
    assert WINDOWS in look_at(told).textarea.get_text()
    assert "Open daarna je kaartje" in told.content.decode()


# ── a day, a CV, a story again ───────────────────────────────────────────────────────────────────────


def test_a_day_is_six_small_questions_in_one_story(visit, lexicon):
    visit.enter("amira")
    parts = ["ochtend", "werk", "thuis", "zorgen", "vrij", "trots"]
    answers = {"werk": "Ik lap de ramen.", "thuis": "Ik dweil de gang."}
    for part in parts:
        page = visit("amira", f"/vertel/dag/{part}/")
        seen = page.find("input", attrs={"name": "seen"})["value"]
        last = {"act": "read"} if part == "trots" else {}
        response = visit.client.post(f"/vertel/dag/{part}/", {"text": answers.get(part, ""), "seen": seen, **last})

    story = Story.objects.get()
    assert response["Location"] == reverse("passports:found", args=[story.public_id])
    assert (story.way, stories.text_of(story)) == ("DAY", "Ik lap de ramen.\nIk dweil de gang.")
    assert {s.concept.key for s in story.suggestions.all()} == {"ramen-lappen", "dweilen"}


def test_a_day_without_a_word_makes_nothing(client, lexicon):
    responses = [client.post(f"/vertel/dag/{part}/", {"text": "", "seen": 0}) for part in ("ochtend", "trots")]

    assert [r["Location"] for r in responses] == ["/vertel/dag/werk/", "/vertel/"]
    assert not Person.objects.exists()


def cv(*paragraphs, name="cv.docx"):
    document, file = Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    file.seek(0)
    file.name = name
    return file


def test_a_cv_becomes_a_text_that_she_looks_at_first(visit, lexicon):
    visit.enter("amira")

    response = visit.client.post("/vertel/cv/", {"cv": cv("Schoonmaker", "Ik lap de ramen.")})

    story = Story.objects.get()
    assert response["Location"] == reverse("passports:story", args=[story.public_id])
    assert (story.way, story.read_at) == ("CV", None)
    page = visit("amira", response["Location"])
    assert (page.h1.get_text(strip=True), "Ik lap de ramen." in page.textarea.get_text()) == ("Klopt deze tekst?", True)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (io.BytesIO(b"%PDF-1.4 broken"), "kapot"),
        (io.BytesIO(b""), "leeg"),
        (io.BytesIO(b"MZ\x90\x00"), "Dit soort bestand lezen we niet"),
        (cv("x" * 20_001), "te lang"),
    ],
)
def test_a_cv_that_cannot_be_read_says_why_at_the_field_and_makes_nobody(client, lexicon, file, sentence):
    file.name = {"kapot": "cv.pdf", "leeg": "cv.txt", "te lang": "cv.docx"}.get(sentence, "cv.exe")

    response = client.post("/vertel/cv/", {"cv": file})

    assert response.status_code == 422
    assert sentence in look_at(response).select_one(".field").get_text()
    assert not Person.objects.exists()
    assert client.get("/vertel/cv/").status_code == 200, "the session still works"


def test_a_story_can_be_changed_and_read_again(visit, town, me):
    story = Story.objects.get(way="TYPED")
    address = reverse("passports:story", args=[story.public_id])
    visit.enter("amira")

    data = {"text-text": "Ik rij vrachtwagen.", "text-seen": story.version, "act": "read"}
    response = visit.client.post(address, data)
    again = visit.client.post(address, data | {"text-text": "Iets anders."})

    assert response["Location"] == reverse("passports:found", args=[story.public_id])
    assert story.suggestions.filter(concept__key="vrachtwagen-rijden", state="OPEN").exists()
    assert again.status_code == 409


def test_a_story_thrown_away_leaves_what_she_confirmed(visit, town, passport):
    story = Story.objects.get(way="TYPED")
    before = set(passport.claims.values_list("pk", flat=True))

    visit.post("amira", reverse("passports:forget", args=[story.public_id]))

    assert not Story.objects.filter(pk=story.pk).exists()
    assert set(passport.claims.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("who", ["bram", "farid"])
@pytest.mark.parametrize("name", ["story", "found", "forget"])
def test_a_story_is_for_its_owner_only(visit, town, who, name):
    address = reverse(f"passports:{name}", args=[Story.objects.get(way="TYPED").public_id])

    visit(who, address, status=404)
    visit.post(who, address, status=404)


def test_staff_do_not_tell_in_their_role(visit, lexicon):
    visit("bram", TYPE, status=404)
    visit.post("farid", TYPE, {"text": WINDOWS, "seen": 0}, status=404)

    assert not Story.objects.exists()


# ── cards and own words ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.row("B01", "C08", "C09")
def test_ticked_cards_come_into_her_passport(visit, lexicon, amira):
    page = visit("amira", "/vertel/kaartjes/dienst/")
    values = [box["value"] for box in page.select("input[name=skill]")]
    visit.enter("amira")

    response = visit.client.post("/vertel/kaartjes/dienst/", {"skill": [values[0], "made-up"], "act": "done"})

    assert (len(values), response.status_code) == (3, 302)
    assert Claim.objects.get().concept.public_id.hex == values[0].replace("-", "")
    assert "Staat in je paspoort" in visit("amira", "/vertel/kaartjes/dienst/").get_text()


def test_no_card_ticked_says_so(visit, lexicon):
    visit.post("amira", "/vertel/kaartjes/dienst/", {"act": "done"})

    assert "Je koos nog geen kaartje" in visit.client.get("/vertel/kaartjes/dienst/").content.decode()
    assert not Passport.objects.exists()


@pytest.mark.row("B34")
def test_own_words_are_enough_and_the_skills_language_is_offered(visit, lexicon):
    page = visit("amira", "/vertel/eigen-woorden/?zoek=ramen%20zemen")
    concept = page.select_one("button[name=concept]")
    assert "Ramen lappen" in concept.get_text()

    visit.post("amira", "/vertel/eigen-woorden/", {"words": "Ramen zemen met azijn"})
    visit.post("amira", "/vertel/eigen-woorden/", {"concept": concept["value"]})

    own, named = Claim.objects.order_by("pk")
    assert (own.concept, own.words) == (None, "Ramen zemen met azijn")
    assert (named.concept.key, named.words) == ("ramen-lappen", "")


def test_a_concept_that_is_no_skill_cannot_be_chosen(visit, lexicon):
    work = Concept.objects.filter(kind="OCCUPATION").first()
    for given in (str(work.public_id), "nonsense"):
        visit.post("amira", "/vertel/eigen-woorden/", {"concept": given}, status=404)


def test_beginning_is_slowed_down_when_one_place_begins_too_often(client, lexicon, monkeypatch):
    from vaardig.passports.views import begin

    monkeypatch.setattr(begin, "PER_PLACE", 1)
    tell(client)

    stranger = Client()
    assert tell(stranger).status_code == 429
    assert stranger.post("/vertel/typen/bewaar/", {"text": "x", "seen": 0}).status_code == 429
    assert Person.objects.count() == 1


def test_a_fragment_of_what_is_found_comes_for_htmx(visit, lexicon):
    visit.enter("amira")

    found = visit.client.get("/vertel/eigen-woorden/?zoek=ramen", headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in found, "Ramen lappen" in found) == (False, True)


def test_an_unfinished_story_is_found_with_one_query(lexicon, amira, me, django_assert_num_queries):
    now = timezone.now()
    for n in range(6):
        story = stories.tell_anew(owner=amira, way="CV", text=f"Tekst {n}", language="nl", by=me, now=now)
        stories.suggest(story=story, seen=[], by=me, now=now)

    with django_assert_num_queries(1):
        assert queries.unfinished_story(amira) is None
