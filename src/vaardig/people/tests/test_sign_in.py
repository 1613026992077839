"""Signing in: slow guessing, the same answer for unknown and wrong, and a second factor before anything of others."""

import re
import time
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import hashers
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cast import NOW
from tests.visiting import look_at
from vaardig.people import passwords
from vaardig.people.seed import DOMAIN, PASSWORD

pytestmark = pytest.mark.django_db
LOGIN, WORK, HELD = "/account/login/", "/mijn-mensen/", "/rol/tweede-sleutel/"
BRAM = f"bram{DOMAIN}"


def log_in(client, email=BRAM, password=PASSWORD, **extra):
    return client.post(LOGIN, {"login": email, "password": password}, **extra)


def said(answer):
    return " ".join(answer.content.decode().split())


def totp_code(secret, at=None):
    return format_hotp_value(hotp_value(secret, int((at or time.time()) // 30)))


def set_up_totp(client):
    """As a person does it: open the page, read the secret, type the code of the app."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})
    assert done.status_code == 302, done.context["form"].errors
    return secret


# ── the second factor ────────────────────────────────────────────────────────────────────────────────
def test_staff_without_second_factor_is_held_everywhere_until_it_is_set(cast, client):
    assert log_in(client)["Location"] == "/"

    for path in ("/", WORK, "/gedeeld/", "/ik/", "/kaartje/van-mij/", "/mijn-mensen/erbij/"):
        assert client.get(path)["Location"] == HELD, path
        assert client.post(path)["Location"] == HELD, path
    assert client.get(HELD).status_code == 200


def test_from_password_to_work_with_an_app_of_codes(cast, client, time_machine):
    log_in(client)
    secret = set_up_totp(client)
    assert client.get(WORK)["Location"] == HELD, "setting up is not yet using"

    time_machine.shift(31)
    use = reverse("mfa_reauthenticate")
    assert client.post(use, {"code": totp_code(secret)}).status_code == 302
    assert client.get(WORK).status_code == 200


def test_the_next_time_password_and_code_are_both_asked(cast, client, time_machine):
    log_in(client)
    secret = set_up_totp(client)
    client.logout()
    time_machine.shift(31)

    half = log_in(client)
    assert half["Location"] == reverse("mfa_authenticate")
    assert client.get(WORK)["Location"] == "/kaartje/", "half signed in is not signed in"
    assert client.post(half["Location"], {"code": "000000"}).status_code == 200
    client.post(half["Location"], {"code": totp_code(secret)})

    assert client.get(WORK).status_code == 200


def test_a_code_works_once(cast, client, time_machine):
    log_in(client)
    secret = set_up_totp(client)
    time_machine.shift(31)
    code = totp_code(secret)
    for answer in (302, 200):
        client.logout()
        log_in(client)
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == answer


def test_a_printed_code_works_once_instead_of_the_phone(cast, client, time_machine):
    log_in(client)
    set_up_totp(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    for answer in (302, 200):
        client.logout()
        log_in(client)
        assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == answer


def test_five_wrong_codes_and_then_a_right_one_waits(cast, client, time_machine):
    log_in(client)
    secret = set_up_totp(client)
    client.logout()
    time_machine.shift(timedelta(minutes=6))
    log_in(client)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert client.post(reverse("mfa_authenticate"), {"code": totp_code(secret)}).status_code == 200
    assert client.get(WORK).status_code == 302


def test_the_secret_is_sealed_in_the_database(cast, client):
    log_in(client)
    secret = set_up_totp(client)

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert "secret" in kept


def test_setting_up_shows_a_qr_of_our_own_name(cast, client):
    log_in(client)
    page = client.get(reverse("mfa_activate_totp"))

    assert parse_qs(urlsplit(page.context["totp_url"]).query)["issuer"] == ["Vaardig"]
    assert "<svg" in page.content.decode()
    assert "data:image" not in page.content.decode()


def test_a_passkey_can_be_made_and_asked_for(cast, client):
    log_in(client)
    page = client.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 200
    options = page.context["js_data"]["creation_options"]["publicKey"]
    assert options["rp"] == {"id": "testserver", "name": "Vaardig"}

    asked = Client().get(reverse("mfa_login_webauthn"), headers={"X-Requested-With": "XMLHttpRequest"})
    challenge = asked.json()["request_options"]["publicKey"]["challenge"]
    assert len(challenge) >= 22


def test_in_the_demo_town_one_click_is_enough_and_nowhere_else(cast, client, settings):
    who = {"who": str(cast["bram"].person.public_id)}
    assert client.post("/demo/", who).status_code == 404

    settings.DEMO = True
    client.post("/demo/", who)
    assert client.get(WORK).status_code == 200

    settings.DEMO = False
    assert client.get(WORK)["Location"] == HELD, "a session of the demo opens nothing in earnest"


def test_the_demo_signs_in_the_cast_only(cast, client, settings):
    settings.DEMO = True
    cast["els"].account.email = "els@echt.example"
    cast["els"].account.save()

    assert client.post("/demo/", {"who": str(cast["els"].person.public_id)}).status_code == 404
    assert client.post("/demo/", {"who": "niemand"}).status_code == 404
    assert "Els" not in client.get("/demo/").content.decode()


def test_her_own_hat_needs_no_second_factor(cast, client):
    log_in(client)
    client.post("/rol/", {"hat": "DN"})

    assert client.get("/ik/").status_code == 200
    assert client.get(WORK).status_code == 404


# ── guessing ─────────────────────────────────────────────────────────────────────────────────────────
def test_five_wrong_passwords_wait_a_minute_then_two_then_four(cast, client, time_machine):
    for _ in range(5):
        assert "te vaak" not in said(log_in(client, password="verkeerd"))
    for minutes in (1, 2, 4):
        assert f"Wacht {minutes} minu" in said(log_in(client)), "even the right one waits"
        time_machine.shift(timedelta(minutes=minutes, seconds=1))
        assert "te vaak" not in said(log_in(client, password="verkeerd"))


def test_who_guesses_elsewhere_locks_nobody_out_here(cast, client):
    for _ in range(6):
        log_in(client, password="verkeerd", REMOTE_ADDR="198.51.100.7")

    assert log_in(client).status_code == 302


def test_success_forgets_the_misses(cast, client):
    for _ in range(4):
        log_in(client, password="verkeerd")
    assert log_in(client).status_code == 302
    client.logout()
    for _ in range(4):
        assert "te vaak" not in said(log_in(client, password="verkeerd"))


def test_an_unknown_address_gets_the_same_answer_after_the_same_work(cast, client, monkeypatch):
    answers, work = [], []
    real = hashers.MD5PasswordHasher.encode
    for email in (BRAM, f"niemand{DOMAIN}"):
        done = []
        monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda *a, done=done: done.append(1) or real(*a))
        answer = log_in(client, email=email, password="verkeerd").content.decode()
        answers.append(re.sub(r'csrfmiddlewaretoken" value="[^"]+"|next=[^"]*', "", answer).replace(email, ""))
        work.append(len(done))

    assert answers[0] == answers[1]
    assert work[0] == work[1] == 1


@pytest.mark.parametrize("page", ["account_request_login_code", "account_reset_password"])
def test_mail_pages_tell_nobody_who_has_an_account(cast, page):
    answers = []
    for email in (BRAM, f"niemand{DOMAIN}"):
        answer = Client().post(reverse(page), {"email": email})
        answers.append((answer.status_code, answer["Location"]))

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2, "both get a mail, so that waiting for it tells nothing"


def test_nobody_signs_up_by_herself(client, db):
    page = look_at(client.get("/account/signup/"))
    assert "Je hebt geen account nodig" in page.h1.text

    client.post("/account/signup/", {"email": "x@voorbeeld.nl", "password1": PASSWORD})
    from vaardig.people.models import Account

    assert not Account.objects.exists()


# ── a code by mail ───────────────────────────────────────────────────────────────────────────────────
def test_new_staff_comes_in_with_a_code_by_mail(visit, client):
    visit.post("els", "/organisatie/collega-erbij/", {"name": "Ilse", "email": "ilse@werk.example", "role": "CO"})
    new = Client()
    sent = new.post(reverse("account_request_login_code"), {"email": "ilse@werk.example"})
    assert sent.status_code == 302
    code = re.search(r"^[A-Z0-9-]{6,}$", mail.outbox[-1].body, re.MULTILINE)[0]

    new.post(sent["Location"], {"code": code})
    assert new.get(WORK)["Location"] == HELD


def test_a_mail_holds_no_name_and_nothing_of_anybody(cast, client):
    client.post(reverse("account_request_login_code"), {"email": BRAM})
    client.post(reverse("account_reset_password"), {"email": BRAM})

    for message in mail.outbox:
        assert "Bram" not in message.subject + message.body.replace(BRAM, "")
        assert message.subject.startswith("Vaardig: ")


# ── passwords ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("x9-" * 3 + "kk", "te kort"),
        ("x9-" * 4, ""),
        ("z" + "ab1-" * 31 + "qqq", ""),
        ("ab1-" * 32 + "q", "te lang"),
        ("vaardigvaardig1", "naam van je werk"),
        ("ikbenbram-12345", ""),  # a name of four signs is found below
        ("Lindeveen-is-mooi", "naam van je werk"),
        ("zon op tafel en 🌻", ""),
    ],
)
def test_a_password_is_long_not_known_and_not_about_you(cast, password, refused):
    account = cast["dirk"].account
    found = []
    for rule in (passwords.Length(), passwords.NotKnown(), passwords.NotAboutYou()):
        try:
            rule.validate(password, account)
        except passwords.ValidationError as wrong:
            found += wrong.messages

    assert bool(found) == bool(refused)
    assert refused in " ".join(found)


@pytest.mark.parametrize("word", ["dirk", "Dirk", "DIRK"])
def test_your_own_name_is_no_password(cast, word):
    with pytest.raises(passwords.ValidationError):
        passwords.NotAboutYou().validate(f"{word}-1234567890", cast["dirk"].account)


def test_a_known_password_is_refused():
    with pytest.raises(passwords.ValidationError, match="veel mensen"):
        passwords.NotKnown().validate("password1234")


# ── the pages ────────────────────────────────────────────────────────────────────────────────────────
OPEN = [
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_signup",
    "account_reset_password_done",
]
OWN = ["account_logout", "account_change_password", "account_email", "account_reauthenticate", "mfa_index",
       "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "usersessions_list"]  # fmt: skip


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_of_signing_in_are_ours(client, db, settings, name, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = look_at(client.get(reverse(name)), language=language)

    assert page.select_one(".house-head")
    assert page.select_one(".house-foot")


@pytest.mark.parametrize("name", OWN)
def test_pages_of_the_account_are_ours(cast, client, name):
    log_in(client)

    assert look_at(client.get(reverse(name))).select_one(".house-head")


def test_log_in_greets_with_no_number(cast, client):
    log_in(client)

    assert "account " not in client.get(HELD).content.decode().partition("<main")[2].partition("</main>")[
        0
    ].lower().replace("op je account", "")


def test_the_clock_of_the_tests_is_that_of_the_cast():
    assert abs(time.time() - NOW.timestamp()) < 60
