"""How somebody likes to read goes along with her browser, with and without a script."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from tests.visiting import look_at

pytestmark = pytest.mark.django_db


def page_of(client, path="/lezen/", **extra):
    return look_at(client.get(path, **extra))


def test_larger_letters_stay_and_go(client):
    answer = client.post(reverse("reading"), {"letters": "groot", "next": "/lezen/"})
    assert (answer.status_code, answer["Location"]) == (302, "/lezen/")
    assert "larger" in page_of(client).html["class"]

    client.post(reverse("reading"), {"letters": "gewoon"})

    assert "larger" not in page_of(client).html["class"]


def test_colours_and_voice_stand_on_the_page(client):
    client.post(reverse("reading"), {"kleuren": "donker", "stem": "rustig"})

    page = page_of(client)
    assert "dark" in page.html["class"]
    assert page.html["data-voice"] == "rustig"


def test_a_script_gets_no_page_back(client):
    assert client.post(reverse("reading"), {"letters": "groot"}, headers={"X-Quiet": "1"}).status_code == 204


@pytest.mark.parametrize("value", ["enorm", "", "groot;x", "<b>", "é"])
def test_a_strange_wish_is_the_usual_one(client, value):
    client.cookies["letters"] = value
    assert "larger" not in page_of(client).html["class"]

    answer = client.post(reverse("reading"), {"letters": value})

    assert "letters" not in answer.cookies


@pytest.mark.parametrize("away", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "\\\\elders"])
def test_nobody_is_sent_elsewhere(client, away):
    assert client.post(reverse("reading"), {"letters": "groot", "next": away})["Location"] == "/lezen/"


def test_the_other_language_keeps_the_page(client):
    answer = client.post(reverse("set_language"), {"language": "en", "next": "/lezen/"})
    assert answer["Location"] == "/lezen/"

    page = look_at(client.get("/lezen/"), language="en")

    assert page.html["lang"] == "en"
    assert page.find("button", {"name": "language"})["value"] == "nl"


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 429, 500, 503])
def test_a_fault_says_what_happened_and_what_to_do_without_a_request(status, settings):
    settings.HELP_PHONE = "030 123 45 67"

    class Answer:
        content = render_to_string(f"{status}.html", {"error_code": "ab12cd34", "minutes": 2}).encode()

    page = look_at(Answer)
    assert page.select_one(".lead").get_text(strip=True)
    assert page.select_one("a.house-help__phone")["href"] == "tel:0301234567"
    assert ("ab12cd34" in page.get_text()) == (status in {500, 503})


def test_another_theme_changes_no_markup(client, settings):
    ours = client.get("/lezen/").content.decode()

    settings.THEME = "voorbeeld"
    theirs = client.get("/lezen/").content.decode()

    plain = [text.replace("voorbeeld", "vaardig") for text in (ours, theirs)]
    token = 'name="csrfmiddlewaretoken" value="'
    assert "voorbeeld-theme" in theirs
    assert len(plain[0]) == len(plain[1])
    assert plain[0].count(token) == plain[1].count(token)


def test_the_gallery_is_closed_where_people_live(client, settings):
    settings.DEMO = settings.DEBUG = False

    assert client.get(reverse("gallery")).status_code == 404


@pytest.mark.parametrize("form", ["welkom", "vraag", "keuze", "ding", "overzicht", "vel", "formulier"])
def test_every_page_form_is_a_page(client, settings, form):
    settings.DEMO = True

    assert page_of(client, reverse("gallery_form", args=[form]) + "?fout=1")


def test_the_gallery_shows_every_component(client, settings):
    settings.DEMO = True

    assert page_of(client, reverse("gallery")).select(".gallery-example")
