"""The front door of a participant: what waits for her, and nothing that does not."""

import pytest
from django.utils import timezone

from vaardig.base import privacy
from vaardig.passports.models import Evidence, Passport, Story
from vaardig.passports.services import claims, stories
from vaardig.people.services import persons, shares


def test_an_empty_home_begins_something(visit, lexicon):
    page = visit("amira", "/")

    assert page.h1.get_text(strip=True) == "Dag Amira"
    titles = [card.get_text(strip=True) for card in page.select(".waiting .card__title")]
    assert titles[0] == "Vertel wat je doet"
    assert len(titles) <= 3, "rooms above may add a card"


def test_what_waits_stands_in_at_most_three_cards(visit, town, amira):
    now = timezone.now()
    shares.ask_share(
        person=amira, membership=town["chantal"].membership, purpose="TALK", by=town["chantal"].actor, now=now
    )

    titles = [card.get_text(strip=True) for card in visit("amira", "/").select(".waiting .card__title")]

    assert titles == ["Je verhaal is nog niet af", "Iemand vraagt je om te delen", "Je paspoort is er"]


def test_go_on_leads_to_the_question_she_stopped_at(visit, town):
    link = visit("amira", "/").select_one(".waiting .card__actions a")

    assert (link.get_text(strip=True), link["href"]) == ("Ga verder met je verhaal", "/vertel/dag/thuis/")


def test_open_suggestions_wait(visit, lexicon, amira, me):
    from vaardig.lexicon.models import Concept

    now = timezone.now()
    story = stories.tell_anew(owner=amira, way="TYPED", text="Ik dweil.", language="nl", by=me, now=now)
    stories.suggest(story=story, seen=[stories.Seen(Concept.objects.get(key="dweilen"), 1, ["dweil"])], by=me, now=now)

    assert "Er wacht nog 1 vraag op je." in visit("amira", "/").get_text()


def test_her_name_is_not_needed(client, lexicon):
    client.post("/vertel/kaartjes/dienst/", {"act": "done", "skill": []})
    assert not Passport.objects.exists()

    client.post("/vertel/eigen-woorden/", {"words": "Koken"})
    client.get("/")

    assert "Welkom terug" in client.get("/").content.decode()


@pytest.mark.row("B21")
def test_everything_goes_along_and_everything_is_erased(town, amira, me, passport):
    taken = privacy.export_person(amira.pk)
    words = str(taken)
    assert "Ik sta om 6 uur op" in words
    assert "Ik maakte een lijst, deed boodschappen" in words
    assert "Taarten bakken" in words

    persons.erase(person=amira, by=me, now=timezone.now())

    assert not Passport.objects.exists()
    assert not Story.objects.exists()
    assert not Evidence.objects.exists()


def test_the_town_is_made_by_services_and_quick(lexicon, cast, django_assert_max_num_queries):
    from vaardig.passports import seed

    with django_assert_max_num_queries(900):
        seed.make_town({name: player.person for name, player in cast.items()}, now=timezone.now())
    assert Passport.objects.get().claims.filter(removed_at=None).count() == 7


def test_claims_survive_a_lexicon_that_moves_on(town, passport):
    """A concept that is no longer current keeps its words in her passport."""
    from vaardig.lexicon.models import Concept
    from vaardig.passports import queries

    Concept.objects.filter(key="ramen-lappen").update(is_current=False)

    lines = queries.lines(queries.live_claims(passport), language="nl")
    assert "Ramen lappen" in [line.label for line in lines]
    assert claims.MOST_CLAIMS == 500
