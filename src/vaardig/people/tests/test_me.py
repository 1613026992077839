"""Her own page, the hats, somebody who helps, and what every page of people holds."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import sign_in
from vaardig.people.models import Person
from vaardig.people.templatetags.codes import device

pytestmark = pytest.mark.django_db
CLIENT = ["/ik/", "/ik/koppelen/", "/ik/wissen/", "/delen/", "/delen/nieuw/wie/", "/wie-keek-er/", "/kaartje/van-mij/",
          "/kaartje/van-mij/pincode/", "/kaartje/eigen-telefoon/", "/rol/"]  # fmt: skip
PAGES = [
    *[("amira", path) for path in CLIENT],
    *[("bram", path) for path in ("/mijn-mensen/", "/mijn-mensen/erbij/", "/rol/", "/kaartje/eigen-telefoon/")],
    *[("els", path) for path in ("/organisatie/", "/organisatie/collega-erbij/", "/organisatie/afdeling-erbij/")],
    *[(None, path) for path in ("/kaartje/", "/hulp/", "/gewist/")],
]


@pytest.mark.parametrize(("who", "path"), PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_sound_in_both_languages(visit, settings, who, path, language):
    visit.enter(who)
    visit.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    from tests.visiting import look_at

    page = look_at(visit.client.get(path), language=language)

    for hidden in page.select("[aria-hidden]"):
        assert not hidden.select("a, button, input")
    assert all(link.get_text(strip=True) or link.get("aria-label") for link in page.select("a, button"))


@pytest.mark.parametrize("path", CLIENT[:-1])
@pytest.mark.parametrize("who", ["bram", "farid"])
def test_pages_of_a_client_do_not_exist_for_staff(visit, who, path):
    visit(who, path, status=200 if path == "/kaartje/eigen-telefoon/" else 404)


# ── her name and language ────────────────────────────────────────────────────────────────────────────
def test_she_changes_her_name_and_language(visit, cast):
    visit.post("amira", "/ik/", {"name": "  Amira Ben\u0061\u0301mar ", "language": "en"})
    amira = Person.objects.get(pk=cast["amira"].person.pk)

    assert (amira.name, amira.language) == ("Amira Benámar", "en")
    assert visit.client.get("/ik/").content.decode().count('lang="en"') >= 1


def test_she_needs_no_name(visit, cast):
    visit.post("amira", "/ik/", {"name": "", "language": "nl"})

    assert Person.objects.get(pk=cast["amira"].person.pk).name == ""


@pytest.mark.parametrize(
    ("name", "status"),
    [("x" * 99, 302), ("x" * 100, 302), ("x" * 101, 422), ("x" * 10_000, 422), ("A\u0000b", 422), ("A\nb", 422),
     ("ا\u202eب", 422), ("فاطمة", 302), ("Zoë 🌻", 302), ("<b>Amira</b>", 302), ("İpek", 302)],
)  # fmt: skip
def test_a_name_is_kept_as_it_is_or_refused_never_cut(visit, cast, name, status):
    visit.post("amira", "/ik/", {"name": name, "language": "nl"}, status=status)
    kept = Person.objects.get(pk=cast["amira"].person.pk).name

    assert kept == (name if status == 302 else "Amira")


def test_a_name_with_signs_of_html_is_shown_as_words(visit):
    visit.post("amira", "/ik/", {"name": "<b>Amira</b>", "language": "nl"})
    page = visit.client.get("/ik/").content.decode()

    assert "<b>Amira" not in page
    assert "&lt;b&gt;Amira&lt;/b&gt;" in page


def test_more_fields_than_asked_change_nothing(visit, cast):
    """P16: every field of the tables behind it, sent along."""
    amira = cast["amira"].person
    extra = {"id": "1", "public_id": "x", "account": "1", "person": "1", "created_at": "2000-01-01", "role": "SB",
             "is_active": "", "email": "x@y.nl", "organisation": "1", "owner": "1"}  # fmt: skip
    before = Person.objects.filter(pk=amira.pk).values("public_id", "created_at").get()
    visit.post("amira", "/ik/", {"name": "Amira", "language": "nl", **extra})

    assert Person.objects.filter(pk=amira.pk).values("public_id", "created_at").get() == before
    assert cast["amira"].person.memberships.count() == 0


# ── hats ─────────────────────────────────────────────────────────────────────────────────────────────
def test_staff_changes_hats_and_sees_which_one_is_on(visit, cast):
    page = visit("bram", "/mijn-mensen/")
    assert "Je werkt nu als: begeleider" in " ".join(page.header.text.split())

    visit.client.post("/rol/", {"hat": "DN"})
    assert "Je werkt nu als" not in visit.client.get("/ik/").content.decode()


def test_nobody_puts_on_the_hat_of_another(visit, cast):
    for hat in (str(cast["els"].membership.public_id), "SB", "", "x"):
        visit.post("bram", "/rol/", {"hat": hat}, status=404)


# ── somebody helps ───────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("to", "leads"), [("/vertel/", "/vertel/"), ("https://elders.example", "/"), ("//elders", "/"), ("", "/")]
)
def test_beginning_together_leads_to_telling(client, db, to, leads):
    assert client.post("/hulp/", {"helped": "ja", "next": to})["Location"] == leads
    assert client.session["helped"] is True


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────
def test_a_form_without_its_token_does_nothing(cast):
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, cast["amira"])

    answer = strict.post("/ik/", {"name": "Iemand anders", "language": "nl"})

    assert answer.status_code == 403
    assert Person.objects.get(pk=cast["amira"].person.pk).name == "Amira"


def test_every_form_that_changes_something_counts_once(visit, contact, share):
    """R7: each page of people with a form of its own carries a key."""
    without = []
    for who, path in [*PAGES, ("bram", f"/mijn-mensen/{contact.public_id}/")]:
        page = visit(who, path)
        for form in page.main.find_all("form", method="post"):
            action = form.get("action") or path
            if not form.find("input", attrs={"name": "form_key"}) and not action.startswith(("/account/", "/ik/alles")):
                without.append((path, action))

    assert without == []


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Linux; Android 9) AppleWebKit Chrome/99 Mobile Safari/537", "Telefoon met Chrome"),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/120", "Computer met Firefox"),
        ("Mozilla/5.0 Chrome/99 Safari/537 Edg/99", "Computer met Edge"),
        ("", "Computer"),
    ],
)
def test_a_device_is_named_in_words(agent, words):
    assert device(agent) == words


def test_the_demo_door_is_closed_where_people_live(client, db):
    assert client.get(reverse("people:demo")).status_code == 404
