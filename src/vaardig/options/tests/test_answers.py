"""How she wants to work, what she likes, what matters: filled in, sealed, hers alone."""

import pytest
from django.utils import timezone

from vaardig.base import privacy
from vaardig.options import content, queries
from vaardig.options.models import Answers
from vaardig.options.services import answers

Form = Answers.Form
ASK = "/zo-wil-ik-werken/vraag/"


def conditions(amira):
    return queries.answers_of(amira, Form.CONDITIONS)


@pytest.mark.row("C10")
def test_one_tap_is_an_answer_and_leads_to_the_next_question(visit, amira):
    first = visit("amira", f"{ASK}tillen/")
    assert first.h1.get_text(strip=True) == "Wil je zwaar tillen of duwen?"
    assert [choice.get_text(" ", strip=True) for choice in first.select("button.choice")] == [
        "Ja, dat moet",
        "Ja, graag",
        "Maakt niet uit",
        "Liever niet",
        "Nee, dat kan niet",
    ]

    answer = visit.post("amira", f"{ASK}tillen/", {"answer": "NO"})

    assert answer["Location"] == f"{ASK}staan/"
    assert conditions(amira) == {"ZW": "NO"}


def test_all_sixteen_and_the_frame_come_by(visit, amira):
    slug, seen = "tillen", []
    while slug:
        seen.append(slug)
        card = next(one for one in [*content.facets(), *content.frame()] if one.slug == slug)
        data = {"answer": content.choices_of(card)[0][0]} if "choices" in card.more else {"answer": "NICE"}
        there = visit.post("amira", f"{ASK}{slug}/", data)["Location"]
        slug = there.removeprefix(ASK).strip("/") if there.startswith(ASK) else ""

    assert len(seen) == len(set(seen)) == 19
    assert conditions(amira) | {"uren": "0-8", "reizen": "15", "dagdelen": ["OCHTEND"]} == conditions(amira)


def test_a_wrong_answer_is_said_in_words(visit, amira):
    response = visit.post("amira", f"{ASK}tillen/", {"answer": "VELE"}, status=422)

    assert response.status_code == 422
    assert conditions(amira) == {}


def test_what_she_answered_stands_in_no_column(visit, amira):
    visit.post("amira", f"{ASK}tillen/", {"answer": "NO"})

    row = Answers.objects.values().get()
    assert "NO" not in str({name: value for name, value in row.items() if name != "form"})
    assert privacy.export_person(amira.pk)["options.Answers"][0]["answers"] == {"ZW": "NO"}


def test_told_in_her_own_words_nothing_is_kept_before_she_says_so(visit, lexicon, amira):
    page = visit.post("amira", "/zo-wil-ik-werken/vertel/", {"text": "Ik heb hoogtevrees."}, status=200)

    assert "op hoogte werken" in page.content.decode().lower()
    assert not Answers.objects.exists()

    visit.post("amira", "/zo-wil-ik-werken/klopt/", {"HO": "NO", "BU": ""})

    assert conditions(amira) == {"HO": "NO"}
    assert "hoogtevrees" not in str(list(Answers.objects.values()))


def test_the_paper_sheet_is_typed_over_at_once(visit, amira):
    assert visit("amira", "/zo-wil-ik-werken/papier/").select(".paper-table tbody tr td .sheet__box")

    visit.post("amira", "/zo-wil-ik-werken/overtypen/", {"ZW": "NO", "VR": "NICE", "dagdelen": ["AVOND"]})

    assert conditions(amira) == {"ZW": "NO", "VR": "NICE", "dagdelen": ["AVOND"]}
    assert "Nee, dat kan niet" in visit("amira", "/zo-wil-ik-werken/").get_text()


def test_everything_can_be_thrown_away(visit, amira):
    visit.post("amira", f"{ASK}tillen/", {"answer": "NO"})

    visit.post("amira", "/zo-wil-ik-werken/opnieuw/")

    assert not Answers.objects.exists()


def give(amira, me, points):
    given = {one.key: points[one.more["type"]] for one in content.statements()}
    answers.answer(owner=amira, form=Form.INTERESTS, given=given, by=me, now=timezone.now())


def test_thirty_statements_give_a_picture_in_words_without_a_figure(visit, amira, me):
    give(amira, me, {"R": 4, "I": 0, "A": 1, "S": 4, "E": 2, "C": 1})

    page = visit("amira", "/interesses/")

    assert {li.get_text(strip=True) for li in page.select(".likes li")} >= {"Doen en maken", "Mensen helpen"}
    bars = [li.get_text(" ", strip=True) for li in page.select(".bars li")]
    assert "Doen en maken heel leuk" in bars
    assert not any(sign.isdigit() for bar in bars for sign in bar)


def test_a_flat_picture_says_so_and_moves_nothing(visit, amira, me):
    give(amira, me, dict.fromkeys("RIASEC", 2))

    assert "Alles lijkt op elkaar" in visit("amira", "/interesses/").get_text()
    assert queries.letters_of(queries.answers_of(amira, Form.INTERESTS)) == ()


def test_a_tie_is_shown_as_a_tie():
    given = {
        one.key: {"R": 4, "I": 2, "A": 2, "S": 2, "E": 0, "C": 0}[one.more["type"]] for one in content.statements()
    }

    top = queries.interests_of(given, ("",)).top

    assert [row.card.key for row in top] == ["R", "I", "A", "S"]


def test_faces_are_answered_one_by_one(visit, amira):
    first = content.statements()[0]
    page = visit("amira", f"/interesses/vraag/{first.key}/")
    assert len(page.select("button.choice .pictogram")) == 5

    there = visit.post("amira", f"/interesses/vraag/{first.key}/", {"answer": "3"})["Location"]

    assert there == f"/interesses/vraag/{content.statements()[1].key}/"
    assert queries.answers_of(amira, Form.INTERESTS) == {first.key: 3}


@pytest.mark.row("C07")
def test_at_most_five_values_each_with_an_example(visit, amira):
    keys = [card.key for card in content.values()]
    assert len(visit("amira", "/waarden/kies/").select("input[name=card]")) == 24
    refused = visit.post("amira", "/waarden/kies/", {"card": keys[:6]}, status=422)
    assert "Kies er hooguit 5" in refused.content.decode()

    visit.post("amira", "/waarden/kies/", {"card": keys[:2]})
    visit.post("amira", f"/waarden/voorbeeld/{keys[0]}/", {"text": "Ik slaap goed."})

    page = visit("amira", "/waarden/")
    assert "Ik slaap goed." in page.get_text()
    assert len(page.select(".thing__body .card")) == 2


def test_content_is_whole():
    assert list(content.faults()) == []
