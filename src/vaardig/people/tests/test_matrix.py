"""Every address of people × everybody × {own, other's, ended, not there}: the table below is the truth (SECURITY P1, P7, P15)."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from tests.cast import NOW
from tests.house.test_pages import routes
from vaardig.people.models import Contact, Membership
from vaardig.people.services import cards, organisations, shares

WHO = ("amira", "bram", "chantal", "dirk", "els", "farid", None)
DOOR = {None: 302}  # a stranger is sent to the front door
CLIENT = DOOR | {"amira": 200, "bram": 404, "chantal": 404, "dirk": 404, "els": 404, "farid": 404}
WITH_CLIENTS = DOOR | {"amira": 404, "bram": 200, "chantal": 200, "dirk": 404, "els": 404, "farid": 200}
STEWARD = DOOR | {"amira": 404, "bram": 404, "chantal": 404, "dirk": 404, "els": 200, "farid": 404}
ANYBODY = dict.fromkeys(WHO, 200)
KNOWN = ANYBODY | DOOR


def posts(of):
    """POST only: the same people are let in, and are sent on."""
    return {who: 302 if status == 200 else status for who, status in of.items()}


# name → (method, who gets what); pages without a thing in their address
PAGES = {
    "enter": ("get", ANYBODY),
    "pin": ("get", dict.fromkeys(WHO, 302)),  # nobody typed a code yet
    "unlock": ("get", dict.fromkeys(WHO, 302)),  # nobody came in by card
    "card": ("get", CLIENT),
    "new_card": ("post", posts(CLIENT)),
    "choose_pin": ("get", CLIENT),
    "device": ("get", KNOWN),
    "stay": ("post", dict.fromkeys(WHO, 204) | {None: 404}),
    "helped": ("get", ANYBODY),
    "shares": ("get", CLIENT),
    "looks": ("get", CLIENT),
    "me": ("get", CLIENT),
    "link": ("get", CLIENT),
    "withdraw_consent": ("post", posts(CLIENT)),
    "take_everything": ("post", CLIENT),
    "erase": ("get", CLIENT),
    "erased": ("get", ANYBODY),
    "hat": ("get", KNOWN),
    "second_factor": ("get", dict.fromkeys(WHO, 302)),  # everybody in the cast has one
    "demo": ("get", dict.fromkeys(WHO, 404)),  # only in the demo town
    "contacts": ("get", WITH_CLIENTS),
    "add_contact": ("get", WITH_CLIENTS),
    "handed_over": ("get", posts(WITH_CLIENTS)),  # no card waits
    "card_is_given": ("post", posts(WITH_CLIENTS)),
    "organisation": ("get", STEWARD),
    "add_staff": ("get", STEWARD),
    "add_unit": ("get", STEWARD),
}
NOBODY = dict.fromkeys(WHO, 404) | DOOR
# name → {which thing: who gets what}; what is not named is NOBODY
THINGS = {
    "share_new": {"wie": ("get", CLIENT), "waarom": ("get", dict.fromkeys(WHO, 404) | DOOR)},
    "withdraw_share": {"own": NOBODY | {"amira": 302}, "ended": NOBODY | {"amira": 302}},
    "answer_request": {"own": NOBODY | {"amira": 302}, "ended": NOBODY | {"amira": 302}},
    "unlink": {"own": NOBODY | {"amira": 302}},
    "contact": {"own": NOBODY | {"bram": 200, "chantal": 200}, "other": NOBODY | {"farid": 200}},
    "new_link_code": {"own": NOBODY | {"bram": 302, "chantal": 302}, "other": NOBODY | {"farid": 302}},
    "end_relation": {"own": NOBODY | {"bram": 302, "chantal": 302}, "other": NOBODY | {"farid": 302}},
    "ask_share": {"own": NOBODY | {"bram": 302, "chantal": 302}, "other": NOBODY | {"farid": 302}},
    "renew_card": {"own": NOBODY | {"bram": 302, "chantal": 302}, "other": NOBODY | {"farid": 302}},
    "agree_card": {"own": NOBODY | {"bram": 302, "chantal": 302}, "other": NOBODY | {"farid": 302}},
    "end_membership": {"own": NOBODY | {"els": 302}, "ended": NOBODY | {"els": 302}},
}
READ = {"contact"}


@pytest.fixture
def things(cast, share, contact, hanna, gone_membership):
    """name → {own, other, ended, missing} → public id."""
    amira, bram, farid = cast["amira"], cast["bram"], cast["farid"]
    ended = shares.share(
        owner=amira.person,
        receiver=bram.membership,
        purpose="TALK",
        items=[(item.kind, item.thing) for item in share.items.all()],
        ends_at=NOW + timedelta(days=1),
        by=amira.actor,
        now=NOW,
    )
    shares.withdraw_share(share=ended, by=amira.actor, now=NOW)
    asked = ask(amira.person, bram, "GUIDANCE")
    answered = ask(amira.person, cast["chantal"], "GUIDANCE")
    shares.answer_request(request=answered, by=amira.actor, now=NOW)
    left, _ = organisations.add_contact(
        organisation=bram.membership.organisation,
        name="Jan",
        membership=bram.membership,
        kind="GUIDES",
        by=bram.actor,
        now=NOW,
    )
    organisations.end_relation(contact=left, membership=bram.membership, by=bram.actor, now=NOW)
    hannas = Contact.objects.get(person=hanna)
    contacts = {"own": contact.public_id, "other": hannas.public_id, "ended": left.public_id}
    renewals = [
        cards.ask_renewal_without_pin(person=person, membership=player.membership, by=player.actor, now=NOW)
        for person, player in ((amira.person, bram), (hanna, farid))
    ]
    return {
        "withdraw_share": {"own": share.public_id, "ended": ended.public_id},
        "answer_request": {
            "own": asked.public_id,
            "ended": answered.public_id,
            "other": ask(hanna, farid, "TALK").public_id,
        },
        **dict.fromkeys(["contact", "new_link_code", "end_relation", "ask_share", "renew_card", "unlink"], contacts),
        "agree_card": {"own": renewals[0].public_id, "other": renewals[1].public_id},
        "end_membership": {
            "own": bram.membership.public_id,
            "other": farid.membership.public_id,
            "ended": gone_membership.public_id,
        },
    }


def ask(person, player, purpose):
    return shares.ask_share(person=person, membership=player.membership, purpose=purpose, by=player.actor, now=NOW)


def test_the_table_names_every_address_of_people():
    ours = {name.removeprefix("people:") for name, _ in routes() if name.startswith("people:")}

    assert ours == set(PAGES) | set(THINGS)


@pytest.mark.parametrize("who", WHO)
def test_pages_open_for_whom_the_table_says(visit, who):
    found = {}
    for name, (method, _) in PAGES.items():
        visit.enter(who)
        found[name] = getattr(visit.client, method)(reverse(f"people:{name}")).status_code

    assert found == {name: table[who] for name, (_, table) in PAGES.items()}


@pytest.mark.parametrize("who", WHO)
def test_things_open_for_whom_the_table_says(visit, things, who):
    """Each request starts from the same town: what the one before did is taken back."""
    found, expected = {}, {}
    for name, ids in things.items():
        for which, thing in {**ids, "missing": uuid.uuid4()}.items():
            visit.enter(who)
            method = visit.client.get if name in READ else visit.client.post
            before = transaction.savepoint()
            found[name, which] = method(reverse(f"people:{name}", args=[thing])).status_code
            transaction.savepoint_rollback(before)
            expected[name, which] = THINGS[name].get(which, NOBODY)[who]

    assert found == expected


@pytest.mark.parametrize("who", WHO)
def test_a_step_of_sharing_that_does_not_exist(visit, who):
    for step, (method, table) in THINGS["share_new"].items():
        visit.enter(who)
        assert getattr(visit.client, method)(reverse("people:share_new", args=[step])).status_code == table[who]


@pytest.mark.parametrize("who", WHO)
def test_other_methods_do_nothing(visit, who):
    """PUT, PATCH, DELETE and the wrong one of GET and POST."""
    for name, (method, _) in PAGES.items():
        visit.enter(who)
        for other in {"put", "patch", "delete"} | ({"get"} if method == "post" else set()):
            status = getattr(visit.client, other)(reverse(f"people:{name}")).status_code
            assert status in {302, 404, 405}, (name, other, status)


def test_every_thing_of_somebody_else_stays_as_it_was(visit, things):
    """P7: Farid posts every id he can get; no row changes."""
    from tests.house.test_pages import rows

    before = (rows(), list(Membership.objects.order_by("pk").values_list("ends_on", flat=True)))
    for name, ids in things.items():
        for which in ("own", "ended"):
            visit.enter("farid")
            visit.client.post(reverse(f"people:{name}", args=[ids[which]])) if which in ids else None

    assert (rows(), list(Membership.objects.order_by("pk").values_list("ends_on", flat=True))) == before


# ── P15: nobody can tell "not yours" from "not there" ────────────────────────────────────────────────
def body(response, path):
    """Without what differs in every answer: the token of a form, its key, and the address itself."""
    text = response.content.decode().replace(path, "/here/")
    return re.sub(r'(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+', r"\1", text)


@pytest.mark.parametrize("who", ["amira", "bram", "els", "farid"])
def test_not_yours_and_not_there_are_the_same_answer(visit, things, who):
    for name, ids in things.items():
        for which, thing in ids.items():
            if THINGS[name].get(which, NOBODY)[who] != 404:
                continue
            answers = []
            for public_id in (thing, uuid.uuid4()):
                visit.enter(who)
                path = reverse(f"people:{name}", args=[public_id])
                answer = visit.client.get(path) if name in READ else visit.client.post(path)
                headers = {k: v for k, v in answer.headers.items() if k not in {"Content-Length", "X-Request-Id"}}
                answers.append((answer.status_code, body(answer, path), headers))
            assert answers[0] == answers[1], (name, which)
