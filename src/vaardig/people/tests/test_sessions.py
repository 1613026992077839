"""How long a session lives, what it may still do, and what ends it (SECURITY §10, S1, S4, S8, P8)."""

import re
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from tests.cast import NOW, sign_in
from vaardig.people.services import accounts, cards, organisations
from vaardig.people.tests.conftest import PIN

pytestmark = pytest.mark.django_db
ME, FRONT, LOCK = "/ik/", "/kaartje/", "/kaartje/open/"


@pytest.fixture
def card(cast):
    return cards.make_card(person=cast["amira"].person, by=cast["amira"].actor, now=NOW)


def come_in(card, own=None, client=None):
    client = client or Client()
    client.post(FRONT, {"code": card.code})
    client.post("/kaartje/pincode/", {"pin": PIN})
    if own is not None:
        client.post("/kaartje/eigen-telefoon/", {"own": own})
    return client


def is_in(client, page=ME):
    return client.get(page).status_code == 200


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────
def test_the_session_gets_a_new_id_when_she_comes_in(client, card):
    client.post(FRONT, {"code": card.code})
    before = client.session.session_key
    client.post("/kaartje/pincode/", {"pin": PIN})

    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_the_session_gets_a_new_id_with_another_role(visit, cast):
    visit.enter("bram")
    before = visit.client.session.session_key
    visit.client.post("/rol/", {"hat": "DN"})

    assert visit.client.session.session_key != before
    assert is_in(visit.client)


def test_the_cookie_is_for_this_site_only_and_no_script_reads_it(card):
    cookie = come_in(card).cookies["sessie"]

    assert (cookie["httponly"], cookie["samesite"], cookie["domain"]) == (True, "Lax", "")
    assert len(cookie.value) >= 32


def test_an_installation_with_https_names_its_cookie_host_only():
    import subprocess
    import sys

    code = "import django; from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"VAARDIG_HTTPS": "True", "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["__Host-sessie", "True"], done.stderr[-500:]


# ── idle ─────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("minutes", "inside"), [(14, True), (15, False)])
def test_a_shared_device_lets_her_out_after_fifteen_quiet_minutes(card, time_machine, minutes, inside):
    client = come_in(card, own="nee")
    time_machine.shift(timedelta(minutes=minutes))

    assert is_in(client) is inside


def test_who_keeps_working_on_a_shared_device_stays_in(card, time_machine):
    client = come_in(card, own="nee")
    for _ in range(5):
        time_machine.shift(timedelta(minutes=10))
        assert is_in(client)


@pytest.mark.parametrize(("minutes", "inside"), [(29, True), (30, False)])
def test_staff_is_out_after_half_an_hour(visit, time_machine, minutes, inside):
    visit("bram", "/mijn-mensen/")
    time_machine.shift(timedelta(minutes=minutes))

    assert is_in(visit.client, "/mijn-mensen/") is inside


def test_staff_on_a_shared_device_is_out_after_five_minutes(visit, time_machine):
    visit.enter("bram")
    visit.client.post("/kaartje/eigen-telefoon/", {"own": "nee"})
    time_machine.shift(timedelta(minutes=5))

    assert not is_in(visit.client, "/mijn-mensen/")


def test_staff_is_out_after_twelve_hours_however_busy(visit, time_machine):
    visit("bram", "/mijn-mensen/")
    for _ in range(12 * 3 - 1):
        time_machine.shift(timedelta(minutes=20))
        assert is_in(visit.client, "/mijn-mensen/")
    time_machine.shift(timedelta(minutes=20))

    assert not is_in(visit.client, "/mijn-mensen/")


# ── her own phone ────────────────────────────────────────────────────────────────────────────────────
def test_her_own_phone_asks_the_pin_after_half_an_hour_and_goes_on_where_she_was(card, time_machine):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(minutes=31))

    locked = client.get("/delen/")
    assert locked["Location"] == "/kaartje/open/?verder=%2Fdelen%2F"
    assert client.post(locked["Location"], {"pin": PIN})["Location"] == "/delen/"
    assert is_in(client)


@pytest.mark.parametrize(
    "path",
    ["/", "/ik/", "/delen/", "/kaartje/van-mij/", "/kaartje/van-mij/pincode/", "/rol/", "/account/email/", "/account/2fa/",
     "/account/sessions/", "/wie-keek-er/", "/vertel/"],
)  # fmt: skip
def test_a_locked_phone_opens_nothing_but_the_pin(card, time_machine, path):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(minutes=31))

    assert client.get(path)["Location"].startswith(LOCK)
    assert client.post(path).status_code == 302


def test_a_locked_phone_makes_no_new_card(card, cast, time_machine):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(minutes=31))
    client.post("/kaartje/van-mij/nieuw/")

    assert cast["amira"].person.cards.get(ended_at=None).code_hash == cast["amira"].person.cards.last().code_hash
    assert cast["amira"].person.cards.count() == 2


def test_five_wrong_pins_lock_the_phone_for_an_hour(card, time_machine):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(minutes=31))
    for _ in range(5):
        assert client.post(LOCK, {"pin": "00001"}).status_code == 422

    assert client.post(LOCK, {"pin": PIN}).status_code == 429


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example", "javascript:alert(1)"])
def test_the_pin_leads_nowhere_else(card, time_machine, target):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(minutes=31))

    assert client.post(f"{LOCK}?verder={target}", {"pin": PIN})["Location"] == "/"


def test_her_own_phone_knows_her_thirty_days_and_not_longer(card, time_machine):
    client = come_in(card, own="ja")
    time_machine.shift(timedelta(days=29, hours=23))
    assert client.get(ME)["Location"].startswith(LOCK)
    time_machine.shift(timedelta(hours=1))

    assert client.get(ME)["Location"] == FRONT


def test_no_own_phone_without_a_pin(client, cast, card):
    cast["amira"].person.cards.update(pin_hash="")
    client.post(FRONT, {"code": card.code})

    assert client.post("/kaartje/eigen-telefoon/", {"own": "ja"})["Location"] == "/kaartje/van-mij/pincode/"


# ── the warning ──────────────────────────────────────────────────────────────────────────────────────
def test_the_page_knows_when_the_session_ends_and_how_to_stay(card, time_machine):
    client = come_in(card, own="nee")
    page = client.get(ME).content.decode()
    assert re.search(r'data-session-ends-in="(89\d|900)" data-session-stay="/blijf/"', page)

    time_machine.shift(timedelta(minutes=14))
    assert client.post("/blijf/").status_code == 204
    time_machine.shift(timedelta(minutes=14))
    assert is_in(client)


def test_staying_does_not_outlive_the_day(visit, time_machine):
    visit("bram", "/mijn-mensen/")
    for _ in range(12 * 3):
        time_machine.shift(timedelta(minutes=20))
        visit.client.post("/blijf/")

    assert visit.client.post("/blijf/").status_code == 404


def test_her_own_phone_gets_no_warning(card):
    assert "data-session-ends-in" not in come_in(card, own="ja").get(ME).content.decode()


# ── showing again who you are ────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("path", ["/ik/wissen/", "/ik/alles-meenemen/", "/kaartje/van-mij/nieuw/"])
def test_what_matters_asks_the_pin_again_after_ten_minutes(card, time_machine, path):
    client = come_in(card, own="nee")
    time_machine.shift(timedelta(minutes=9))
    assert is_in(client)
    time_machine.shift(timedelta(minutes=2))

    asked = client.post(path)
    assert asked["Location"].startswith(LOCK)
    client.post(asked["Location"], {"pin": PIN})
    assert not client.post(path).get("Location", "").startswith(LOCK)


def test_the_steward_shows_again_who_she_is_before_roles_change(visit, cast, time_machine):
    visit("els", "/organisatie/")
    time_machine.shift(timedelta(minutes=11))
    visit.client.get("/organisatie/")

    end = f"/organisatie/rol/{cast['bram'].membership.public_id}/stoppen/"
    assert visit.client.post(end)["Location"].startswith("/account/reauthenticate/")
    cast["bram"].membership.refresh_from_db()
    assert cast["bram"].membership.ends_on is None


# ── what ends it ─────────────────────────────────────────────────────────────────────────────────────
def test_a_disabled_account_is_out_at_the_next_request_everywhere(cast, card):
    here, there = come_in(card, own="ja"), come_in(card, own="nee")
    accounts.disable(account=cast["amira"].account, by=cast["els"].actor, now=NOW)

    assert not is_in(here)
    assert not is_in(there)
    assert UserSession.objects.count() == 0


def test_a_role_that_ends_closes_its_pages_at_the_next_request(visit, cast, contact):
    visit("bram", f"/mijn-mensen/{contact.public_id}/")
    organisations.end_membership(membership=cast["bram"].membership, by=cast["els"].actor, now=NOW)

    assert visit.client.get(f"/mijn-mensen/{contact.public_id}/").status_code == 404
    assert is_in(visit.client), "her own pages stay hers"


def test_another_password_ends_the_other_sessions(cast):
    here, there = Client(), Client()
    for client in (here, there):
        sign_in(client, cast["bram"])
        assert is_in(client, "/mijn-mensen/")
    cast["bram"].account.set_password("Een-heel-ander-woord-9")
    cast["bram"].account.save()

    assert not is_in(here, "/mijn-mensen/")
    assert not is_in(there, "/mijn-mensen/")


def test_another_pin_ends_the_other_sessions_and_not_this_one(cast, card):
    here, there = come_in(card), come_in(card)
    here.post("/kaartje/van-mij/pincode/", {"oud-pin": PIN, "pin": "40718", "again": "40718", "own": "nee"})

    assert is_in(here)
    assert not is_in(there)


def test_a_new_card_ends_the_other_sessions(cast, card):
    here, there = come_in(card), come_in(card)
    here.post("/kaartje/van-mij/nieuw/")

    assert is_in(here)
    assert not is_in(there)


def test_the_sixth_session_ends_the_oldest(card, time_machine):
    clients = []
    for _ in range(6):
        clients.append(come_in(card))
        time_machine.shift(1)

    assert [is_in(client) for client in clients] == [False, True, True, True, True, True]


def test_leaving_empties_what_the_browser_kept(visit):
    visit.enter("amira")
    key = visit.client.session.session_key
    answer = visit.client.post("/account/logout/")

    assert answer["Clear-Site-Data"] == '"cache","storage"'
    assert not Session.objects.filter(pk=key).exists()
    assert visit.client.get(ME)["Location"] == FRONT


def test_no_page_of_hers_is_kept_by_a_cache(card):
    assert come_in(card).get(ME)["Cache-Control"] == "no-store"


def test_she_sees_where_she_is_signed_in_and_signs_out_elsewhere(card):
    here, there = come_in(card), come_in(card)
    page = here.get("/account/sessions/").content.decode()
    assert page.count("rows__title") >= 2

    here.post("/account/sessions/")
    assert is_in(here)
    assert not is_in(there)


def test_her_language_follows_her_to_another_device(cast, card):
    cast["amira"].person.language = "en"
    cast["amira"].person.save()

    assert 'lang="en"' in come_in(card).get(ME).content.decode()
