"""Taking everything along and being erased (SECURITY V1, V2, V7, V9)."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from tests.cast import NOW
from vaardig.base import audit, crypto, privacy
from vaardig.base.models import AuditEntry, PersonKey, Pseudonym
from vaardig.people import queries
from vaardig.people.models import Account, Consent, Contact, Membership, Person, Share
from vaardig.people.services import accounts, cards, consents, organisations, persons, shares
from vaardig.people.tests.conftest import PIN

pytestmark = pytest.mark.django_db
CANARY = "Kanarie-Zoraya-77"
MAIL = "kanarie-zoraya-77@voorbeeld.example"


@pytest.fixture
def zoraya(cast, parts, monkeypatch):
    """Somebody with a row in every table of people that can be about a person."""
    person = persons.begin(language="nl", now=NOW)
    me = persons.as_owner(person)
    persons.rename(person=person, name=CANARY, language="nl", by=me, now=NOW)
    cards.make_card(person=person, by=me, now=NOW)
    cards.choose_pin(person=person, pin=PIN, by=me, now=NOW)
    accounts.sign_in_with(person=person, email=MAIL, password="Een-lang-woord-12", by=me, now=NOW)
    bram = cast["bram"]
    _, code = organisations.add_contact(
        organisation=bram.membership.organisation,
        name="de mevrouw van dinsdag",
        membership=bram.membership,
        kind="GUIDES",
        by=bram.actor,
        now=NOW,
    )
    organisations.link_contact(person=person, typed=code, by=me, now=NOW)
    shares.ask_share(person=person, membership=bram.membership, purpose="TALK", by=bram.actor, now=NOW)
    cards.ask_renewal_without_pin(person=person, membership=bram.membership, by=bram.actor, now=NOW)
    monkeypatch.setattr("vaardig.people.shareables.LISTERS", [lambda _: parts])
    given = shares.share(
        owner=person,
        receiver=bram.membership,
        purpose="GUIDANCE",
        items=[(parts[0].kind, parts[0].thing)],
        ends_at=NOW + timedelta(days=3),
        by=me,
        now=NOW,
    )
    shares.use_share(share=given, by=bram.actor, now=NOW, kind="claim", thing=parts[0].thing)
    consents.give_consent(person=person, purpose="RESEARCH", text_version="2026-11", by=me, now=NOW)
    Membership.objects.create(
        person=person,
        name=CANARY,
        organisation=bram.membership.organisation,
        role="HR",
        starts_on=NOW.date() - timedelta(days=90),
        ends_on=NOW.date() - timedelta(days=10),
    )
    return person


def in_browser(person):
    client = Client()
    client.post("/account/login/", {"login": MAIL, "password": "Een-lang-woord-12"})
    assert client.get("/ik/").status_code == 200
    return client


# ── taking everything along ──────────────────────────────────────────────────────────────────────────
def test_everything_declared_about_her_is_in_the_file(zoraya):
    """V1, generated from the register: each value of each field that is hers to read."""
    taken = json.dumps(privacy.export_person(zoraya.pk), default=str, ensure_ascii=False)
    missing = []
    for declared in privacy.REGISTER.values():
        if not declared.owner:
            continue
        for row in declared.model._default_manager.filter(**{declared.owner: zoraya.pk}):
            for name in set(declared.classes) - set(declared.hidden) - {"id"}:
                field = row._meta.get_field(name)
                value = getattr(row, name)
                if field.is_relation:
                    value = getattr(value, "public_id", None)
                if value not in (None, "") and json.dumps(value, default=str, ensure_ascii=False) not in taken:
                    missing.append(f"{declared.model.__name__}.{name}")

    assert missing == []
    assert CANARY in taken
    assert MAIL in taken


def test_the_file_holds_no_secret_and_no_number_of_ours(zoraya):
    taken = privacy.export_person(zoraya.pk)
    card = zoraya.cards.get(ended_at=None)

    assert card.code_hash not in str(taken)
    assert zoraya.account.password not in str(taken)
    assert "id" not in {name for rows in taken.values() for row in rows for name in row}


def test_the_file_holds_nothing_of_others(zoraya, cast, hanna):
    taken = str(privacy.export_person(zoraya.pk))

    assert not [word for word in ("Amira", "Hanna", "farid@", "bram@") if word in taken]


@pytest.mark.row("B21")
def test_she_takes_everything_in_one_file_with_who_looked(visit, zoraya):
    client = in_browser(zoraya)
    answer = client.post("/ik/alles-meenemen/")
    everything = json.loads(answer.content)

    assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert everything["kept"]["people.Person"][0]["name"] == CANARY
    assert [look["who"] for look in everything["who_looked"]] == ["Bram"]
    assert AuditEntry.objects.filter(action="export_person").count() == 1


# ── being erased ─────────────────────────────────────────────────────────────────────────────────────
def dump():
    """Every value of every table, also of libraries, as one text per table."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  our own table names
            tables[table] = [str(row) for row in cursor.fetchall()]
    return tables


def traces(person_code, account):
    words = [CANARY, MAIL, str(person_code), person_code.hex, account.password]
    return sorted({table for table, rows in dump().items() for row in rows for word in words if word in row})


def test_first_make_sure_that_there_is_something_to_find(zoraya):
    found = traces(zoraya.public_id, zoraya.account)

    assert {"people_person", "people_account", "people_membership", "account_emailaddress", "base_pseudonym"} <= set(
        found
    )


def test_nothing_of_hers_is_left_in_any_table(zoraya):
    """V2 on the database: her name, address, public id, password hash; sessions and pseudonym included."""
    code, account = zoraya.public_id, zoraya.account
    client = in_browser(zoraya)
    client.post("/ik/", {"name": CANARY, "language": "nl", "form_key": "k"})
    client.post("/ik/wissen/", {"sure": "on"})

    assert traces(code, account) == []
    assert not Session.objects.filter(session_data__contains=str(account.pk)).exists()


def test_what_is_of_others_stays_as_it_was(zoraya, cast, hanna, share):
    others = {model: set(model.objects.values_list("pk", flat=True)) for model in (Contact, Share, Account, Person)}
    hers = {
        Contact: set(),
        Share: {s.pk for s in zoraya.shares.all()},
        Account: {zoraya.account.pk},
        Person: {zoraya.pk},
    }
    persons.erase(person=zoraya, by=persons.as_owner(zoraya), now=NOW)

    for model, before in others.items():
        assert set(model.objects.values_list("pk", flat=True)) == before - hers[model], model
    assert Contact.objects.get(name="de mevrouw van dinsdag").person is None
    ended = Membership.objects.get(role="HR")
    assert (ended.person, ended.name, ended.called) == (None, "", "Iemand")


def test_the_log_still_verifies_and_points_to_nobody(zoraya):
    known = Pseudonym.objects.get(person_code=zoraya.public_id).code
    persons.erase(person=zoraya, by=persons.as_owner(zoraya), now=NOW)

    assert list(audit.faults()) == []
    assert AuditEntry.objects.filter(subject=known).exists(), "the lines stay"
    assert not Pseudonym.objects.filter(code=known).exists(), "whom they are about is gone"


def test_what_was_sealed_for_her_cannot_be_opened_from_a_backup(zoraya):
    sealed = crypto.seal(zoraya.public_id, "Mijn verhaal")
    persons.erase(person=zoraya, by=persons.as_owner(zoraya), now=NOW)

    assert not PersonKey.objects.filter(owner_code=zoraya.public_id).exists()
    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(zoraya.public_id, sealed)


def test_an_erasure_that_breaks_halfway_erases_nothing(zoraya, monkeypatch):
    before = dump()
    monkeypatch.setattr(crypto, "destroy_key", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        persons.erase(person=zoraya, by=persons.as_owner(zoraya), now=NOW)

    assert dump() == before


def test_her_other_sessions_and_her_card_are_dead_at_the_next_request(zoraya, cast):
    here, there = in_browser(zoraya), in_browser(zoraya)
    done = here.post("/ik/wissen/", {"sure": "on"})

    assert done["Clear-Site-Data"] == '"cache","storage"'
    assert done["Location"] == "/gewist/"
    for client in (here, there):
        assert client.get("/ik/")["Location"] == "/kaartje/"


def test_erasing_asks_for_a_tick(visit):
    page = visit.post("amira", "/ik/wissen/", {}, status=422).content.decode()

    assert "Zet een vinkje" in page
    assert Person.objects.filter(name="Amira").exists()


def test_who_still_has_a_role_ends_that_first(visit, cast):
    visit.enter("bram")
    visit.client.post("/rol/", {"hat": "DN"})
    page = visit.client.post("/ik/wissen/", {"sure": "on"}).content.decode()

    assert "Je hebt nog een rol" in page
    assert Person.objects.filter(pk=cast["bram"].person.pk).exists()


def test_erased_things_do_not_exist_any_more(zoraya, cast):
    """P8: who had a share open gets 404 at the next request."""
    given = zoraya.shares.get()
    persons.erase(person=zoraya, by=persons.as_owner(zoraya), now=NOW)

    assert not queries.live_shares_to(cast["bram"].actor, NOW).filter(pk=given.pk).exists()


# ── the register ─────────────────────────────────────────────────────────────────────────────────────
def test_every_declaration_is_whole():
    """V7: class, purpose, retention for each table; what belongs to a person can be found and erased."""
    for model, declared in privacy.REGISTER.items():
        assert declared.purpose and declared.keep, model  # noqa: PT018
        assert set(declared.classes.values()) <= set(privacy.CLASSES), model
        assert declared.on_erase in {"delete", "empty", "keep"}, model
        assert bool(declared.emptied) == (declared.on_erase == "empty"), model
        assert set(declared.emptied) | set(declared.hidden) <= set(declared.classes), model
        if declared.owner:
            model._default_manager.filter(**{declared.owner: 0}).exists()


def test_tables_of_libraries_about_people_are_declared_too():
    named = {model._meta.label for model in privacy.REGISTER}

    assert {"account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession"} <= named


def test_an_undeclared_field_is_found(monkeypatch):
    declared = privacy.REGISTER[Consent]
    less = {k: v for k, v in declared.classes.items() if k != "purpose"} | {"colour": "P"}
    monkeypatch.setitem(privacy.REGISTER, Consent, privacy.Declared(Consent, less, "person", "x", "y", "delete"))

    assert privacy.undeclared() == ["Consent.purpose has no data class", "Consent.colour is declared, but is no field"]
    assert apps.get_model("people.Consent") is Consent


# ── consent ──────────────────────────────────────────────────────────────────────────────────────────
def test_she_says_yes_sees_it_and_takes_it_back(visit, cast):
    amira = cast["amira"]
    consents.give_consent(person=amira.person, purpose="RESEARCH", text_version="2026-11", by=amira.actor, now=NOW)
    assert "RESEARCH" in visit("amira", "/ik/").text

    visit.post("amira", "/ik/ja-gezegd/stoppen/", {"purpose": "RESEARCH"})
    visit.post("amira", "/ik/ja-gezegd/stoppen/", {"purpose": "RESEARCH"})

    assert "RESEARCH" not in visit("amira", "/ik/").text
    assert Consent.objects.get().withdrawn_at is not None
    assert AuditEntry.objects.filter(action="withdraw_consent").count() == 1


def test_nobody_takes_back_what_another_said_yes_to(visit, cast, hanna):
    consents.give_consent(person=hanna, purpose="RESEARCH", text_version="1", by=persons.as_owner(hanna), now=NOW)
    visit.post("amira", "/ik/ja-gezegd/stoppen/", {"purpose": "RESEARCH"})

    assert Consent.objects.get().withdrawn_at is None
