"""The return card: coming back with it, the PIN, a new one, and who may make one (SECURITY §10)."""

import pytest
from django.contrib.auth.hashers import make_password
from django.urls import reverse

from tests.cast import NOW
from vaardig.base.models import AuditEntry
from vaardig.people import codes
from vaardig.people.models import CardRenewal, Guess, Person, ReturnCard
from vaardig.people.services import cards, organisations, persons
from vaardig.people.tests.conftest import PIN

pytestmark = pytest.mark.django_db
ENTER, CHECK = "/kaartje/", "/kaartje/pincode/"


@pytest.fixture
def card(cast):
    """Amira's new card, with its code and QR in hand."""
    return cards.make_card(person=cast["amira"].person, by=cast["amira"].actor, now=NOW)


def come_back(client, card, pin=PIN):
    client.post(ENTER, {"code": card.code})
    return client.post(CHECK, {"pin": pin})


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("as_typed", [str, str.lower, codes.spaced, lambda c: c.replace("0", "O").replace("1", "l")])
def test_the_code_works_however_it_is_typed(client, card, as_typed):
    assert client.post(ENTER, {"code": as_typed(card.code)})["Location"] == CHECK


def test_the_qr_works_as_well(client, card):
    assert client.post(ENTER, {"qr": card.qr})["Location"] == CHECK


def test_code_and_pin_open_her_own_pages_as_on_a_shared_device(client, card):
    assert come_back(client, card)["Location"] == "/kaartje/eigen-telefoon/"

    assert client.get("/ik/").status_code == 200
    assert client.session["device"] == "SHARED"


@pytest.mark.parametrize("pin", ["٢٧١٨٢", " 27182 ", "२७१८२"])
def test_a_pin_typed_with_other_digits_is_the_same_pin(client, card, pin):
    assert come_back(client, card, pin)["Location"] == "/kaartje/eigen-telefoon/"


def test_the_code_alone_opens_nothing(client, card):
    client.post(ENTER, {"code": card.code})

    assert client.get("/ik/")["Location"] == ENTER


def test_a_card_without_pin_asks_for_one_at_once(client):
    someone = persons.begin(language="nl", now=NOW)
    made = cards.make_card(person=someone, by=persons.as_owner(someone), now=NOW)

    assert client.post(ENTER, {"code": made.code})["Location"] == reverse("people:choose_pin")


def test_an_unknown_code_is_refused_in_words_and_what_was_typed_stays(client, db):
    answer = client.post(ENTER, {"code": "K7Q2 9F3M 8TXB"})

    assert answer.status_code == 422
    assert "Deze code kennen we niet" in answer.content.decode()
    assert 'value="K7Q2 9F3M 8TXB"' in answer.content.decode()


def test_an_old_card_and_a_disabled_account_look_like_an_unknown_code(client, cast, card):
    new = cards.make_card(person=cast["amira"].person, by=cast["amira"].actor, now=NOW)
    old = client.post(ENTER, {"code": card.code})
    cast["amira"].account.is_active = False
    cast["amira"].account.save()
    disabled = client.post(ENTER, {"code": new.code})

    assert (old.status_code, disabled.status_code) == (422, 422)
    assert "Deze code kennen we niet" in old.content.decode()
    assert "Deze code kennen we niet" in disabled.content.decode()


def test_a_card_opens_no_role_even_for_staff(client, cast):
    bram = cast["bram"].person
    made = cards.make_card(person=bram, by=cast["bram"].actor, now=NOW)
    cards.choose_pin(person=bram, pin="40718", by=cast["bram"].actor, now=NOW)
    come_back(client, made, "40718")

    assert client.get("/mijn-mensen/").status_code == 404
    assert client.get("/ik/").status_code == 200
    assert client.post("/rol/", {"hat": str(cast["bram"].membership.public_id)}).status_code == 404


def test_no_table_keeps_a_code_or_a_pin_readable(cast, card):
    kept = str(list(ReturnCard.objects.values()))

    assert card.code not in kept
    assert card.qr not in kept
    assert PIN not in kept


# ── guessing is slow ─────────────────────────────────────────────────────────────────────────────────
def test_ten_wrong_codes_from_one_place_and_then_even_a_right_one_waits(client, card):
    for n in range(10):
        assert client.post(ENTER, {"code": f"AAAAAAAAAAA{n}"}).status_code == 422

    answer = client.post(ENTER, {"code": card.code})

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) <= 3600
    assert client.post(ENTER, {"code": card.code}, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_the_same_place_with_another_browser_is_the_same_place(client, card):
    for n in range(10):
        client.post(ENTER, {"code": f"AAAAAAAAAAA{n}"}, HTTP_USER_AGENT="Mobi" if n % 2 else "desk")

    assert client.post(ENTER, {"code": card.code}).status_code == 429


def test_a_right_code_does_not_count_as_a_miss(client, card):
    for _ in range(12):
        assert client.post(ENTER, {"code": card.code}).status_code == 302


def test_five_wrong_pins_close_the_card_for_an_hour(client, card):
    client.post(ENTER, {"code": card.code})
    for _ in range(5):
        assert client.post(CHECK, {"pin": "00001"}).status_code == 422

    assert client.post(CHECK, {"pin": PIN}).status_code == 429
    other_place = {"REMOTE_ADDR": "198.51.100.7"}
    assert client.post(CHECK, {"pin": PIN}, **other_place).status_code == 429, "the card itself waits"


def test_the_right_pin_forgets_the_misses(client, card):
    client.post(ENTER, {"code": card.code})
    for _ in range(4):
        client.post(CHECK, {"pin": "00001"})
    assert client.post(CHECK, {"pin": PIN}).status_code == 302

    client.post(ENTER, {"code": card.code})
    for _ in range(5):
        assert client.post(CHECK, {"pin": "00001"}).status_code == 422


def test_a_pin_of_four_digits_is_no_guess(client, card):
    client.post(ENTER, {"code": card.code})
    for _ in range(8):
        assert "5 cijfers" in client.post(CHECK, {"pin": "1234"}).content.decode()

    assert client.post(CHECK, {"pin": PIN}).status_code == 302


def test_the_table_of_guesses_names_nobody(client, card):
    client.post(ENTER, {"code": "AAAAAAAAAAAA"}, REMOTE_ADDR="198.51.100.7")

    assert "198" not in str(list(Guess.objects.values_list("name", flat=True)))


# ── the PIN ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [
        ("1234", "1234", "Een pincode heeft 5 cijfers"),
        ("123456", "123456", "Een pincode heeft 5 cijfers"),
        ("abcde", "abcde", "Een pincode heeft 5 cijfers"),
        ("11111", "11111", "5 keer hetzelfde"),
        ("40718", "40719", "niet gelijk"),
    ],
)
def test_a_pin_is_five_digits_typed_twice(visit, cast, pin, again, said):
    ReturnCard.objects.filter(person=cast["amira"].person).update(pin_hash="")

    answer = visit.post("amira", "/kaartje/van-mij/pincode/", {"pin": pin, "again": again}, status=422)

    assert said in answer.content.decode()


def test_changing_the_pin_asks_the_old_one(visit, cast):
    new = {"pin": "40718", "again": "40718"}
    visit.post("amira", "/kaartje/van-mij/pincode/", {**new, "oud-pin": "00001"}, status=422)
    visit.post("amira", "/kaartje/van-mij/pincode/", {**new, "oud-pin": PIN})

    card = cast["amira"].person.cards.get(ended_at=None)
    cards.check_pin(card=card, pin="40718")
    with pytest.raises(cards.CannotOpenCard):
        cards.check_pin(card=card, pin=PIN)


# ── a new card ───────────────────────────────────────────────────────────────────────────────────────
def test_she_makes_a_new_card_and_sees_its_code_in_this_session_only(visit, client):
    visit.post("amira", "/kaartje/van-mij/nieuw/")
    page = visit.client.get("/kaartje/van-mij/").content.decode()

    assert 'class="return-card__code"' in page
    assert "<svg" in page
    assert 'class="return-card__code"' not in str(visit("amira", "/kaartje/van-mij/"))


def test_the_code_waits_sealed_in_the_session(visit):
    visit.post("amira", "/kaartje/van-mij/nieuw/")

    code = visit.client.get("/kaartje/van-mij/").context["code"].replace(" ", "")
    assert code not in str(dict(visit.client.session))


def test_a_person_has_one_live_card(cast, card):
    cards.make_card(person=cast["amira"].person, by=cast["amira"].actor, now=NOW)

    assert cast["amira"].person.cards.filter(ended_at=None).count() == 1


# ── staff makes a card and sees nothing ──────────────────────────────────────────────────────────────
@pytest.mark.row("B21", "B29")
@pytest.mark.parametrize("who", ["bram", "chantal"])
def test_staff_replaces_a_lost_card_that_opens_with_her_own_pin_only(visit, client, contact, who):
    answer = visit.post(who, reverse("people:renew_card", args=[contact.public_id]))
    page = visit.client.get(answer["Location"])
    code = page.context["code"]

    visit.client.logout()
    assert come_back(visit.client, cards.NewCard(code, ""), "00001").status_code == 422
    assert come_back(visit.client, cards.NewCard(code, ""))["Location"] == "/kaartje/eigen-telefoon/"


def test_a_double_click_makes_one_card(visit, cast, contact):
    before = cast["amira"].person.cards.count()
    for _ in range(3):
        visit.enter("bram")
        visit.client.post(reverse("people:renew_card", args=[contact.public_id]), {"form_key": "once"})

    assert cast["amira"].person.cards.count() == before + 1


def test_the_handed_over_code_is_gone_when_given_or_after_a_quarter(visit, contact, time_machine):
    where = visit.post("bram", reverse("people:renew_card", args=[contact.public_id]))["Location"]
    visit.client.post("/mijn-mensen/kaartje/gegeven/")
    assert visit.client.get(where).status_code == 302

    visit.post("bram", reverse("people:renew_card", args=[contact.public_id]))
    time_machine.shift(15 * 60 + 1)
    assert visit.client.get(where).status_code == 302


def test_without_a_pin_one_member_of_staff_is_not_enough(visit, cast, contact):
    renew = reverse("people:renew_card", args=[contact.public_id])
    visit.post("bram", renew, {"pin": "kwijt"})
    renewal = CardRenewal.objects.get()
    assert renewal.done_at is None

    visit.post("bram", reverse("people:agree_card", args=[renewal.public_id]))
    renewal.refresh_from_db()
    assert renewal.done_at is None, "nobody signs twice"

    visit("farid", "/mijn-mensen/")
    visit.post("farid", reverse("people:agree_card", args=[renewal.public_id]), status=404)
    visit.post("chantal", reverse("people:agree_card", args=[renewal.public_id]))
    renewal.refresh_from_db()
    assert (renewal.done_at is not None, renewal.agreed_by) == (True, cast["chantal"].membership)
    assert cast["amira"].person.cards.get(ended_at=None).pin_hash == ""


def test_a_question_of_who_left_or_of_last_week_makes_no_card(cast, contact, time_machine):
    bram, chantal, amira = cast["bram"], cast["chantal"], cast["amira"].person
    renewal = cards.ask_renewal_without_pin(person=amira, membership=bram.membership, by=bram.actor, now=NOW)
    agree = {"renewal": renewal, "membership": chantal.membership, "by": chantal.actor}

    with pytest.raises(cards.CannotRenew, match="te oud"):
        cards.agree_renewal(**agree, now=NOW + CardRenewal.WAITS * 2)
    organisations.end_membership(membership=bram.membership, by=cast["els"].actor, now=NOW)
    with pytest.raises(cards.CannotRenew, match="werkt hier niet meer"):
        cards.agree_renewal(**agree, now=NOW)


def test_she_reads_who_made_a_card_for_her(visit, contact):
    visit.post("bram", reverse("people:renew_card", args=[contact.public_id]))

    page = visit("amira", "/kaartje/van-mij/")

    assert "Bram" in page.text
    assert "Gemeente Lindeveen" in page.text


def test_every_new_card_is_in_the_log(cast, contact, visit):
    before = AuditEntry.objects.filter(action="make_card").count()
    visit.post("bram", reverse("people:renew_card", args=[contact.public_id]))

    assert AuditEntry.objects.filter(action="make_card").count() == before + 1


def test_an_empty_pin_hash_opens_for_no_pin(cast):
    card = cast["amira"].person.cards.get(ended_at=None)
    card.pin_hash = ""
    for pin in ("", "00000", make_password("x")):
        with pytest.raises(cards.CannotOpenCard):
            cards.check_pin(card=card, pin=pin)


def test_a_first_answer_makes_a_person_an_account_and_nothing_more(db):
    someone = persons.begin(language="en", now=NOW)

    assert (someone.name, someone.language, someone.account.email) == ("", "en", None)
    assert Person.objects.count() == 1
