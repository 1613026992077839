"""Sharing: only she opens and closes, part by part, and reads who looked (SECURITY §7, P8–P10)."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from vaardig.base.models import AuditEntry
from vaardig.people import queries
from vaardig.people.models import Membership, Share, ShareRequest
from vaardig.people.services import organisations, shares

pytestmark = pytest.mark.django_db


def give(cast, parts, **changed):
    asked = {
        "owner": cast["amira"].person,
        "receiver": cast["bram"].membership,
        "purpose": "GUIDANCE",
        "items": [(part.kind, part.thing) for part in parts],
        "ends_at": NOW + timedelta(days=30),
        "by": cast["amira"].actor,
        "now": NOW,
    }
    return shares.share(**(asked | changed))


def sees(player, part, now=NOW):
    return part.thing in queries.shared_things(player.actor, kind=part.kind, now=now)


# ── the five questions ───────────────────────────────────────────────────────────────────────────────
def answer(visit, step, data, status=302):
    response = visit.client.post(reverse("people:share_new", args=[step]), data)
    assert response.status_code == status, response.context and response.context.get("error")
    return response


@pytest.fixture
def in_five_steps(visit, cast, parts):
    def walk(until="2026-12-16", purpose="GUIDANCE"):
        visit.enter("amira")
        answer(visit, "wie", {"receiver": str(cast["bram"].membership.public_id)})
        answer(visit, "waarvoor", {"purpose": purpose})
        answer(visit, "wat", {"item": [f"{parts[0].kind} {parts[0].thing}"]})
        answer(visit, "tot-wanneer", {"until": until})
        return visit.client

    return walk


@pytest.mark.row("B21", "B29")
def test_she_shares_one_part_with_one_person_for_one_purpose_until_a_day(in_five_steps, cast, parts):
    client = in_five_steps()
    last = client.get("/delen/nieuw/klopt-dit/").content.decode()
    for word in ("Bram", "Gemeente Lindeveen", "Ramen lappen", "begeleiding", "16 december 2026"):
        assert word in last
    assert "Koken" not in last

    client.post("/delen/nieuw/klopt-dit/")

    made = Share.objects.get()
    assert (made.owner, made.receiver, made.purpose) == (cast["amira"].person, cast["bram"].membership, "GUIDANCE")
    assert [item.thing for item in made.items.all()] == [parts[0].thing]
    assert timezone.localtime(made.ends_at).isoformat()[:16] == "2026-12-17T00:00", "the last day counts as a whole"
    now = timezone.now()
    assert (sees(cast["bram"], parts[0], now), sees(cast["bram"], parts[1], now)) == (True, False)


def test_nothing_is_ticked_beforehand(visit, cast, parts):
    visit.enter("amira")
    answer(visit, "wie", {"receiver": str(cast["bram"].membership.public_id)})
    answer(visit, "waarvoor", {"purpose": "TALK"})

    assert 'type="checkbox"' in (page := visit.client.get("/delen/nieuw/wat/").content.decode())
    assert " checked" not in page


@pytest.mark.parametrize(
    ("step", "data", "said"),
    [
        ("wie", {}, "Kies met wie"),
        ("wie", {"receiver": str(uuid.UUID(int=9))}, "Kies met wie"),
    ],
)
def test_a_question_without_answer_says_what_to_do(visit, parts, step, data, said):
    visit.enter("amira")

    assert said in answer(visit, step, data, status=422).content.decode()


def test_the_later_questions_say_what_to_do_as_well(in_five_steps, visit):
    in_five_steps()
    for step, data, said in [
        ("waarvoor", {"purpose": "PLEASURE"}, "Kies waarvoor"),
        ("wat", {"item": ["claim " + str(uuid.UUID(int=77))]}, "Kies eerst wat"),
        ("tot-wanneer", {"until": "2026-11-15"}, "Kies een dag tussen 16-11-2026 en 15-05-2027"),
        ("tot-wanneer", {"until": "morgen"}, "Bijvoorbeeld: 3-3-2027"),
    ]:
        in_five_steps()
        assert said in answer(visit, step, data, status=422).content.decode()


def test_no_question_can_be_skipped(visit, parts):
    visit.enter("amira")

    for step in ("waarvoor", "wat", "tot-wanneer", "klopt-dit"):
        assert visit.client.get(reverse("people:share_new", args=[step]))["Location"] == "/delen/nieuw/wie/"
    assert visit.client.post("/delen/nieuw/klopt-dit/")["Location"] == "/delen/nieuw/wie/"


def test_she_can_only_choose_who_knows_her(visit, cast, parts):
    visit.enter("amira")

    answer(visit, "wie", {"receiver": str(cast["farid"].membership.public_id)}, status=422)
    answer(visit, "wie", {"receiver": str(cast["dirk"].membership.public_id)}, status=422)


def test_a_double_click_shares_once(in_five_steps):
    client = in_five_steps()
    for _ in range(3):
        client.post("/delen/nieuw/klopt-dit/", {"form_key": "once"})

    assert Share.objects.count() == 1


def test_what_was_just_shared_cannot_be_sent_again_from_the_back_button(in_five_steps):
    client = in_five_steps()
    client.post("/delen/nieuw/klopt-dit/")

    assert client.post("/delen/nieuw/klopt-dit/")["Location"] == "/delen/nieuw/wie/"
    assert Share.objects.count() == 1


# ── the act ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda c: {"by": c["bram"].actor}, "Alleen jij"),
        (lambda c: {"items": []}, "Kies eerst"),
        (lambda c: {"items": [("claim", uuid.UUID(int=99))]}, "wat van jou is"),
        (lambda c: {"ends_at": NOW}, "die nog komt"),
        (lambda c: {"ends_at": NOW + timedelta(days=182)}, "binnen 180"),
        (lambda c: {"purpose": "TALK", "ends_at": NOW + timedelta(days=62)}, "binnen 60"),
        (lambda c: {"purpose": "TEAM_OVERVIEW", "ends_at": NOW + timedelta(days=367)}, "binnen 365"),
    ],
)
def test_what_cannot_be_shared_is_refused_in_words(cast, parts, changed, said):
    with pytest.raises(shares.CannotShare, match=said):
        give(cast, parts, **changed(cast))

    assert not Share.objects.exists()


def test_nobody_shares_with_herself_or_with_who_left(cast, parts, gone_membership):
    mine = Membership.objects.create(
        person=cast["amira"].person, organisation=gone_membership.organisation, role="CO", starts_on=date(2026, 1, 1)
    )
    for receiver, said in ((mine, "Dit ben je zelf"), (gone_membership, "werkt hier niet meer")):
        with pytest.raises(shares.CannotShare, match=said):
            give(cast, parts, receiver=receiver)


def test_fifty_live_shares_is_the_most(cast, parts):
    for _ in range(50):
        give(cast, parts)

    with pytest.raises(shares.CannotShare, match="50"):
        give(cast, parts)


# ── when it opens and closes ─────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("seconds", "open_"), [(-1, True), (0, False), (1, False)])
def test_a_share_closes_at_its_second(cast, parts, share, seconds, open_):
    assert sees(cast["bram"], parts[0], share.ends_at + timedelta(seconds=seconds)) is open_


def test_a_share_is_not_open_before_it_was_made(cast, parts, share):
    assert not sees(cast["bram"], parts[0], NOW - timedelta(seconds=1))


@pytest.mark.row("B21", "B29")
def test_a_withdrawn_share_closes_at_once_and_says_so(visit, cast, parts, share):
    page = visit.client
    visit.post("amira", reverse("people:withdraw_share", args=[share.public_id]))

    assert "Bram kan dit niet meer zien." in page.get("/delen/").content.decode()
    assert not sees(cast["bram"], parts[0], timezone.now())


def test_withdrawing_twice_changes_nothing_the_second_time(visit, share):
    for _ in range(2):
        visit.post("amira", reverse("people:withdraw_share", args=[share.public_id]))

    assert AuditEntry.objects.filter(action="withdraw_share").count() == 1


@pytest.mark.parametrize("who", ["bram", "chantal", "dirk", "els", "farid"])
def test_nobody_else_closes_or_opens_hers(visit, share, who):
    visit.post(who, reverse("people:withdraw_share", args=[share.public_id]), status=404)
    share.refresh_from_db()

    assert share.ended_at is None


def test_a_share_reaches_one_person_in_one_role(cast, parts, share):
    assert [name for name in ("bram", "chantal", "dirk", "els", "farid") if sees(cast[name], parts[0])] == ["bram"]


def test_a_share_with_a_function_reaches_who_holds_it_there_only(cast, parts):
    made = Share.objects.create(
        owner=cast["amira"].person,
        function_organisation=cast["dirk"].membership.organisation,
        function_role="LG",
        purpose="TALK",
        starts_at=NOW,
        ends_at=NOW + timedelta(days=1),
    )
    made.items.create(kind=parts[0].kind, thing=parts[0].thing)

    assert [name for name in ("bram", "chantal", "dirk", "els", "farid") if sees(cast[name], parts[0])] == ["dirk"]


def test_a_role_that_ends_closes_what_was_shared_with_it_for_good(cast, parts, share):
    els = cast["els"].actor
    organisations.end_membership(membership=cast["bram"].membership, by=els, now=NOW + timedelta(minutes=1))
    share.refresh_from_db()

    assert share.ended_at == NOW + timedelta(minutes=1)
    assert not sees(cast["bram"], parts[0], NOW + timedelta(minutes=2))


def test_a_failure_halfway_ends_neither_role_nor_share(cast, share, monkeypatch):
    monkeypatch.setattr("vaardig.base.audit.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        organisations.end_membership(membership=cast["bram"].membership, by=cast["els"].actor, now=NOW)
    share.refresh_from_db()

    assert share.ended_at is None
    assert Membership.objects.get(pk=cast["bram"].membership.pk).ends_on is None


# ── asking ───────────────────────────────────────────────────────────────────────────────────────────
def ask(visit, contact, who="bram", purpose="GUIDANCE"):
    return visit.post(who, reverse("people:ask_share", args=[contact.public_id]), {"purpose": purpose})


def test_staff_asks_once_in_fourteen_days(visit, contact, time_machine):
    ask(visit, contact)
    ask(visit, contact)
    assert ShareRequest.objects.count() == 1

    time_machine.shift(timedelta(days=14, seconds=5))
    ask(visit, contact)
    assert ShareRequest.objects.count() == 2


def test_ten_questions_a_day_is_enough(cast, hanna):
    bram = cast["bram"]
    for n in range(10):
        ShareRequest.objects.create(
            person=cast["amira"].person, asked_by=bram.membership, purpose="TALK", asked_at=NOW - timedelta(hours=n)
        )

    with pytest.raises(shares.CannotAsk, match="10 keer"):
        shares.ask_share(person=hanna, membership=bram.membership, purpose="TALK", by=bram.actor, now=NOW)


def test_she_says_no_with_one_press_and_who_asked_cannot_tell(visit, contact):
    ask(visit, contact)
    before = visit("bram", f"/mijn-mensen/{contact.public_id}/").main.text
    assert "Bram" in visit("amira", "/delen/").text

    request = ShareRequest.objects.get()
    visit.post("amira", reverse("people:answer_request", args=[request.public_id]), {"answer": "nee"})

    assert "vraagt of je iets" not in visit("amira", "/delen/").text
    assert visit("bram", f"/mijn-mensen/{contact.public_id}/").main.text == before


def test_yes_leads_to_what_with_the_person_and_purpose_filled_in(visit, contact, parts):
    ask(visit, contact, purpose="TALK")
    request = ShareRequest.objects.get()
    to = visit.post("amira", reverse("people:answer_request", args=[request.public_id]), {"answer": "ja"})

    assert to["Location"] == "/delen/nieuw/wat/"
    assert visit.client.session["share_draft"]["purpose"] == "TALK"


def test_a_question_fades_after_fourteen_days(cast, contact, visit, time_machine):
    ask(visit, contact)
    time_machine.shift(timedelta(days=14, seconds=5))

    assert "vraagt of je iets" not in visit("amira", "/delen/").text


def test_a_question_of_who_left_is_no_question(cast, contact, visit):
    ask(visit, contact)
    organisations.end_membership(membership=cast["bram"].membership, by=cast["els"].actor, now=timezone.now())

    assert "vraagt of je iets" not in visit("amira", "/delen/").text


# ── who looked ───────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("B29")
def test_she_reads_who_looked_how_often_and_on_which_day(visit, cast, share, parts):
    for hours in (0, 1, 14):  # the third look is past midnight in her own town
        shares.use_share(
            share=share, by=cast["bram"].actor, now=NOW + timedelta(hours=hours), kind="claim", thing=parts[0].thing
        )

    page = visit("amira", "/wie-keek-er/").main.text

    assert "Bram" in page
    assert "begeleider, Gemeente Lindeveen" in page
    assert [(look.day.day, look.times) for look in queries.looks_at(cast["amira"].person)] == [(17, 1), (16, 2)]


def test_her_own_looks_are_not_counted_and_nobody_reads_hers(visit, cast, share, parts):
    shares.use_share(share=share, by=cast["amira"].actor, now=NOW, kind="claim", thing=parts[0].thing)

    assert queries.looks_at(cast["amira"].person) == []
    visit("bram", "/wie-keek-er/", status=404)


def test_a_look_has_a_line_with_purpose_and_ground(cast, share, parts):
    shares.use_share(share=share, by=cast["bram"].actor, now=NOW, kind="claim", thing=parts[0].thing)
    line = AuditEntry.objects.get(action="look")

    assert (line.purpose, line.ground, line.hat) == ("GUIDANCE", f"share {share.public_id}", "CO")
    assert line.stream == str(cast["bram"].membership.organisation.public_id)


# ── the overview ─────────────────────────────────────────────────────────────────────────────────────
def test_without_shares_the_page_says_that_she_is_alone(visit):
    assert "Alleen jij ziet wat van jou is" in visit("amira", "/delen/").text


def test_the_overview_asks_as_many_queries_for_ten_shares_as_for_one(
    visit, cast, parts, share, django_assert_max_num_queries
):
    visit("amira", "/delen/")
    with django_assert_max_num_queries(30) as one:
        visit.client.get("/delen/")
    for _ in range(9):
        give(cast, parts)
    with django_assert_max_num_queries(len(one)):
        visit.client.get("/delen/")
