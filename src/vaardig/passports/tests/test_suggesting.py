"""Suggestions: one per page, her own words as the reason, every answer can be taken back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from vaardig.lexicon.models import Concept
from vaardig.passports.models import Claim, Story, Suggestion
from vaardig.passports.services import claims, stories

STORY = "Ik lap de ramen. Ik dweil de gang. Ik knip mijn broertjes."


@pytest.fixture
def story(lexicon, amira, me):
    now = timezone.now()
    told = stories.tell_anew(owner=amira, way=Story.Way.TYPED, text=STORY, language="nl", by=me, now=now)
    seen = [
        stories.Seen(Concept.objects.get(key=key), 0.9, said)
        for key, said in [("ramen-lappen", ["lap", "ramen"]), ("dweilen", ["dweil"]), ("haar-knippen", ["knip"])]
    ]
    stories.suggest(story=told, seen=seen, by=me, now=now)
    return told


@pytest.fixture
def asked(story):
    return list(story.suggestions.order_by("place_in_list"))


def at(name, thing):
    return reverse(f"passports:{name}", args=[thing.public_id])


@pytest.mark.row("B32", "C09")
def test_a_page_asks_one_thing_and_says_why(visit, asked):
    page = visit("amira", at("suggestion", asked[0]))

    assert page.h1.get_text(strip=True) == "Kun je dit: Ramen lappen?"
    assert "Je maakt ramen schoon met water" in page.select_one(".lead").get_text()
    assert page.select_one(".because q").get_text() == "Ik lap de ramen"
    assert "Vraag 1 van 3" in page.get_text()


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (["dweil"], "Ik dweil"),
        (["knip", "broertjes"], "Ik knip mijn broertjes"),
        (["lap", "gang"], "lap … gang"),
        ([], ""),
    ],
)
def test_the_reason_is_a_piece_of_her_story(asked, words, quoted):
    asked[0].because_sealed = stories._seal(asked[0].story, words)

    assert stories.quote(asked[0]) == quoted


def test_yes_no_and_on_to_the_next(visit, story, asked):
    first = visit.post("amira", at("suggestion", asked[0]), {"answer": "ja"})
    assert first["Location"] == at("found", story)
    assert visit("amira", at("found", story), status=302)["Location"] == at("suggestion", asked[1])
    visit.post("amira", at("suggestion", asked[1]), {"answer": "nee"})

    assert [claim.concept.key for claim in Claim.objects.all()] == ["ramen-lappen"]
    assert [s.state for s in story.suggestions.order_by("place_in_list")] == ["CONFIRMED", "REJECTED", "OPEN"]


def test_another_answer_is_no_answer(visit, asked):
    visit.post("amira", at("suggestion", asked[0]), {"answer": "misschien"}, status=200)

    assert Suggestion.objects.filter(state="OPEN").count() == 3


def test_the_previous_answer_can_be_taken_back(visit, story, asked):
    visit.post("amira", at("suggestion", asked[0]), {"answer": "ja"})
    page = visit("amira", at("suggestion", asked[1]))
    assert "Ramen lappen: staat in je paspoort." in " ".join(page.select_one(".undo-line").get_text().split())

    back = visit.post("amira", page.select_one(".undo-line")["action"])

    assert back["Location"] == at("suggestion", asked[0])
    assert Claim.objects.get().removed_at is not None
    visit.post("amira", at("suggestion", asked[0]), {"answer": "ja"})
    assert Claim.objects.get().removed_at is None, "the same skill comes back, no second one"


def test_yes_twice_keeps_what_she_said_about_it(asked, me):
    now = timezone.now()
    first = claims.answer(suggestion=asked[0], state="CONFIRMED", by=me, now=now)
    claims.choose_wish(claim=first, wish="USE", seen=first.version, by=me, now=now)

    again = claims.answer(suggestion=asked[0], state="CONFIRMED", by=me, now=now)

    assert (again.pk, Claim.objects.get().wish, Claim.objects.get().removed_at) == (first.pk, "USE", None)


def test_something_else_is_closer(visit, story, asked):
    page = visit("amira", at("closer", asked[0]) + "?zoek=haar")
    choice = page.select_one("button[name=concept]")
    assert "Haar knippen" in choice.get_text()

    visit.post("amira", at("closer", asked[0]), {"concept": choice["value"]})
    visit.post("amira", at("closer", asked[1]), {"words": "De gang soppen"})

    assert [(c.concept and c.concept.key, c.words) for c in Claim.objects.order_by("pk")] == [
        ("haar-knippen", ""),
        (None, "De gang soppen"),
    ]
    assert [s.state for s in story.suggestions.order_by("place_in_list")] == ["CHANGED", "CHANGED", "OPEN"]


def test_closer_without_words_says_what_is_missing(visit, asked):
    response = visit.post("amira", at("closer", asked[0]), {"words": " "}, status=422)

    assert "Ik bak taarten" in response.content.decode()


@pytest.mark.row("B21")
@pytest.mark.parametrize(("yes", "heading"), [(3, "Je paspoort is er"), (1, "Goed begin"), (0, "Klaar met kijken")])
def test_after_the_last_one_she_reads_where_she_stands(visit, story, asked, me, yes, heading):
    for place, suggestion in enumerate(asked):
        state = "CONFIRMED" if place < yes else "REJECTED"
        claims.answer(suggestion=suggestion, state=state, by=me, now=timezone.now())

    page = visit("amira", at("found", story))

    assert page.h1.get_text(strip=True) == heading
    assert len(page.select("a.choice")) == 3, "never a dead end"


def test_a_story_without_skills_is_no_dead_end(visit, lexicon, amira, me):
    story = stories.tell_anew(owner=amira, way="TYPED", text="Hallo.", language="nl", by=me, now=timezone.now())
    stories.suggest(story=story, seen=[], by=me, now=timezone.now())

    page = visit("amira", at("found", story))

    assert page.h1.get_text(strip=True) == "We zien het nog niet"
    assert "Kies kaartjes met plaatjes" in page.get_text()


def test_reading_again_asks_nothing_twice(story, asked, me):
    seen = [stories.Seen(s.concept, 0.5, ["x"]) for s in asked]

    assert stories.suggest(story=story, seen=seen, by=me, now=timezone.now()) == 0


@pytest.mark.parametrize("name", ["suggestion", "undo", "closer"])
@pytest.mark.parametrize("who", ["bram", "farid"])
def test_suggestions_are_hers_alone(visit, asked, who, name):
    visit.post(who, at(name, asked[0]), {"answer": "ja", "words": "x"}, status=404)

    assert Suggestion.objects.filter(state="OPEN").count() == 3
