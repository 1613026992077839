"""Contacts, codes to link, relations, roles and units: who knows whom here."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from vaardig.base import access
from vaardig.people import queries
from vaardig.people.models import Account, Contact, Membership, Person, Relation, Share, Unit
from vaardig.people.services import organisations, persons, shares

pytestmark = pytest.mark.django_db


@pytest.fixture
def jan(cast):
    """A contact of Bram with the code that was made for him."""
    return add(cast, "bram", "Jan")


def add(cast, who, name, kind="GUIDES"):
    player = cast[who]
    return organisations.add_contact(
        organisation=player.membership.organisation,
        name=name,
        membership=player.membership,
        kind=kind,
        by=player.actor,
        now=NOW,
    )


def link(cast, code, who="amira"):
    return organisations.link_contact(person=cast[who].person, typed=code, by=cast[who].actor, now=timezone.now())


# ── contacts and their codes ─────────────────────────────────────────────────────────────────────────
def test_adding_somebody_gives_a_code_that_is_seen_in_this_session_only(visit):
    there = visit.post("bram", "/mijn-mensen/erbij/", {"name": "Jan"})["Location"]
    code = visit.client.get(there).context["code"]
    assert len(code.replace(" ", "")) == 8

    assert code not in visit("bram", there).text
    visit("chantal", there, status=404)


def test_a_double_click_adds_one_contact(visit):
    for _ in range(2):
        visit.post("bram", "/mijn-mensen/erbij/", {"name": "Jan", "form_key": "once"})

    assert Contact.objects.filter(name="Jan").count() == 1


def test_only_she_herself_says_that_it_is_her(visit, cast, hanna):
    made, code = add(cast, "farid", "Amira")
    assert made.person is None
    visit.post("amira", "/ik/koppelen/", {"code": f" {code.lower()[:4]}-{code.lower()[4:]}"})
    made.refresh_from_db()

    assert made.person == cast["amira"].person
    assert "Stichting Overkant" in visit("amira", "/ik/").text


def test_a_code_works_once_and_thirty_days(cast, hanna, jan, time_machine):
    _, code = jan
    time_machine.shift(timedelta(days=30))
    with pytest.raises(organisations.CannotLink):
        link(cast, code)
    time_machine.shift(-timedelta(seconds=30))
    contact = organisations.link_contact(person=hanna, typed=code, by=persons.as_owner(hanna), now=timezone.now())
    assert contact.person == hanna
    with pytest.raises(organisations.CannotLink):
        link(cast, code)


def test_guessing_codes_is_slow(visit):
    visit.enter("amira")
    for n in range(10):
        assert visit.client.post("/ik/koppelen/", {"code": f"AAAAAAA{n}"}).status_code == 422

    assert visit.client.post("/ik/koppelen/", {"code": "AAAAAAAA"}).status_code == 429


def test_a_new_code_replaces_the_old_one(visit, cast, jan):
    contact, old = jan
    visit.post("bram", reverse("people:new_link_code", args=[contact.public_id]))
    new = visit.client.get(f"/mijn-mensen/{contact.public_id}/").context["code"]

    with pytest.raises(organisations.CannotLink):
        link(cast, old)
    assert link(cast, new)


def test_who_is_linked_needs_no_new_code(visit, contact):
    visit.post("bram", reverse("people:new_link_code", args=[contact.public_id]))

    assert "dat ben ik" in visit.client.get(f"/mijn-mensen/{contact.public_id}/").content.decode()
    contact.refresh_from_db()
    assert contact.link_hash == ""


def test_two_colleagues_who_added_the_same_person_end_with_one_contact(cast):
    _, code = add(cast, "chantal", "Amira A.", "TRAINS")
    before = Contact.objects.filter(organisation=cast["bram"].membership.organisation).count()
    kept = link(cast, code)

    assert kept == Contact.objects.get(person=cast["amira"].person)
    assert Contact.objects.filter(organisation=cast["bram"].membership.organisation).count() == before - 1
    assert set(kept.relations.values_list("membership__role", flat=True)) == {"CO", "TR"}


@pytest.mark.row("B29")
def test_she_takes_it_back_and_nothing_stays_open(visit, cast, contact, share):
    visit.post("amira", reverse("people:unlink", args=[contact.public_id]))
    share.refresh_from_db()
    contact.refresh_from_db()

    assert (contact.person, share.ended_at is not None) == (None, True)
    assert "Nog geen organisatie weet" in visit("amira", "/ik/").text


# ── relations ────────────────────────────────────────────────────────────────────────────────────────
def test_a_relation_that_ends_closes_the_door_and_the_share(visit, cast, contact, share):
    page = f"/mijn-mensen/{contact.public_id}/"
    visit("bram", page)
    visit.post("bram", reverse("people:end_relation", args=[contact.public_id]))
    share.refresh_from_db()

    visit("bram", page, status=404)
    visit("chantal", page)
    assert share.ended_at is not None


def test_a_relation_opens_its_own_member_only(cast, contact):
    reach = {n: access.visible(cast[n].actor, Contact, now=NOW).filter(pk=contact.pk).exists() for n in cast}

    assert reach == {"amira": True, "bram": True, "chantal": True, "dirk": False, "els": False, "farid": False}


@pytest.mark.parametrize(("seconds", "open_"), [(-1, True), (0, False)])
def test_a_relation_ends_at_its_second(cast, contact, seconds, open_):
    Relation.objects.filter(membership=cast["bram"].membership).update(ends_at=NOW + timedelta(hours=1))
    now = NOW + timedelta(hours=1, seconds=seconds)

    assert access.visible(cast["bram"].actor, Contact, now=now).filter(pk=contact.pk).exists() is open_


def test_nobody_is_tied_to_a_contact_of_another_organisation(cast, contact):
    with pytest.raises(organisations.CannotAdd, match="andere organisatie"):
        organisations.relate(
            membership=cast["farid"].membership,
            contact=contact,
            kind="GUIDES",
            purpose="GUIDANCE",
            by=cast["farid"].actor,
            now=NOW,
        )


def test_a_role_that_ends_ends_relations_also_those_that_had_yet_to_begin(cast, contact):
    bram = cast["bram"].membership
    later = Relation.objects.create(
        membership=bram, contact=contact, kind="GUIDES", purpose="GUIDANCE", starts_at=NOW + timedelta(days=5)
    )
    organisations.end_membership(membership=bram, by=cast["els"].actor, now=NOW)

    later.refresh_from_db()
    assert later.ends_at == NOW
    assert not bram.relations.filter(Relation.live(NOW + timedelta(days=6))).exists()


def test_a_role_that_ends_on_its_first_day_is_over_at_once(cast):
    made = hire(cast, "ilse@werk.example", starts_on=NOW.date())
    organisations.end_membership(membership=made, by=cast["els"].actor, now=NOW)

    assert not queries.live_memberships(made.person, NOW.date()).exists()


def test_the_list_of_people_asks_as_many_queries_for_ten_as_for_one(visit, cast, django_assert_max_num_queries):
    visit("bram", "/mijn-mensen/")
    with django_assert_max_num_queries(30) as one:
        visit.client.get("/mijn-mensen/")
    for n in range(9):
        add(cast, "bram", f"Jan {n}")
    with django_assert_max_num_queries(len(one)):
        visit.client.get("/mijn-mensen/")


# ── the steward ──────────────────────────────────────────────────────────────────────────────────────
def hire(cast, email, **changed):
    asked = {
        "organisation": cast["els"].membership.organisation,
        "name": "Ilse",
        "email": email,
        "role": "CO",
        "starts_on": NOW.date() - timedelta(days=5),
        "by": cast["els"].actor,
        "now": NOW,
    }
    return organisations.add_staff(**(asked | changed))


NEW = {"name": "Ilse", "email": "ilse@werk.example", "role": "CO", "unit": ""}


def test_the_steward_adds_a_colleague(visit, cast):
    visit.post("els", "/organisatie/collega-erbij/", NEW)

    made = Membership.objects.get(name="Ilse")
    assert (made.role, made.organisation, made.person.account.email) == (
        "CO",
        cast["els"].membership.organisation,
        "ilse@werk.example",
    )
    assert "Ilse" in visit("els", "/organisatie/").text


def test_an_address_known_elsewhere_tells_the_steward_no_name(visit, cast):
    farid = cast["farid"].account.email
    visit.post("els", "/organisatie/collega-erbij/", NEW | {"email": farid})
    page = visit.client.get("/organisatie/").content.decode()

    assert "Ilse kan nu inloggen." in page
    assert "Farid" not in page
    assert Person.objects.filter(memberships__name="Ilse").get() == cast["farid"].person


@pytest.mark.parametrize("role", ["SB", "AU", "DN", "SR", "XX", ""])
def test_the_steward_alone_makes_no_steward_auditor_or_participant(visit, role):
    visit.post("els", "/organisatie/collega-erbij/", NEW | {"role": role}, status=422)

    assert not Account.objects.filter(email="ilse@werk.example").exists()


def test_a_role_is_given_once(visit):
    visit.post("els", "/organisatie/collega-erbij/", NEW)
    again = visit.post("els", "/organisatie/collega-erbij/", NEW, status=422)

    assert "heeft deze rol hier al" in again.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"name": "x" * 101}, "Gebruik maximaal 100 tekens."),
        ({"email": "geen adres"}, "Dit e-mailadres klopt niet"),
        ({"email": "a" * 243 + "@voorbeeld.nl"}, "Gebruik maximaal 254 tekens."),
        ({"name": "Il\u202ese"}, "onzichtbare tekens"),
    ],
)
def test_a_wrong_form_says_what_and_keeps_what_was_typed(visit, changed, said):
    page = visit.post("els", "/organisatie/collega-erbij/", NEW | changed, status=422).content.decode()

    assert said in page
    assert "ilse@werk.example" in page or "email" in changed


def test_a_unit_of_another_organisation_cannot_be_chosen(visit, cast):
    elsewhere = cast["farid"].membership.organisation
    theirs = organisations.add_unit(organisation=elsewhere, name="Team", by=cast["farid"].actor, now=NOW)

    visit.post("els", "/organisatie/collega-erbij/", NEW | {"unit": str(theirs.pk)}, status=422)
    visit.post("els", "/organisatie/afdeling-erbij/", {"name": "Onder", "parent": str(theirs.pk)}, status=422)
    with pytest.raises(organisations.CannotAdd):
        hire(cast, "x@werk.example", unit=theirs)
    with pytest.raises(organisations.CannotAdd):
        organisations.add_unit(
            organisation=cast["els"].membership.organisation, name="Onder", parent=theirs, by=cast["els"].actor, now=NOW
        )


def test_units_form_a_tree(visit, cast):
    visit.post("els", "/organisatie/afdeling-erbij/", {"name": "Zorg"})
    zorg = Unit.objects.get(name="Zorg")
    visit.post("els", "/organisatie/afdeling-erbij/", {"name": "Team Noord", "parent": str(zorg.pk)})
    visit.post("els", "/organisatie/afdeling-erbij/", {"name": "zorg"}, status=422)

    shown = [(unit.name, depth) for unit, depth in queries.units_of(cast["els"].membership.organisation_id)]
    assert shown[-2:] == [("Zorg", 0), ("Team Noord", 1)]
    assert "onder Zorg" in visit("els", "/organisatie/").text


def test_the_database_holds_one_unit_per_name_at_the_top(cast):
    home = cast["els"].membership.organisation
    Unit.objects.create(organisation=home, name="Zorg")

    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(organisation=home, name="Zorg")


def test_ending_a_role_takes_it_from_the_list(visit, cast):
    visit.post("els", reverse("people:end_membership", args=[cast["bram"].membership.public_id]))

    page = visit("els", "/organisatie/")
    assert (
        "Bram heeft deze rol niet meer." in visit.client.get("/organisatie/").content.decode()
        or "Bram" not in page.text
    )


def test_a_steward_cannot_end_her_own_role(visit, cast):
    visit.post("els", reverse("people:end_membership", args=[cast["els"].membership.public_id]))
    cast["els"].membership.refresh_from_db()

    assert cast["els"].membership.ends_on is None


def test_the_steward_sees_no_passport_no_share_and_no_contact(cast, share, contact):
    for model in (Share, Contact):
        assert not access.visible(cast["els"].actor, model, now=NOW).exists()


def test_a_longer_tree_is_drawn_at_six(cast):
    parent = None
    for n in range(9):
        parent = Unit.objects.create(organisation=cast["els"].membership.organisation, name=f"Diep {n}", parent=parent)

    assert max(depth for _, depth in queries.units_of(cast["els"].membership.organisation_id)) == 6


def test_people_are_asked_through_relations_with_live_members_only(cast, share):
    now = timezone.now()
    assert [m.called for m in queries.receivers_for(cast["amira"].person, now)] == ["Bram", "Chantal"]
    organisations.end_membership(membership=cast["bram"].membership, by=cast["els"].actor, now=now)
    assert [m.called for m in queries.receivers_for(cast["amira"].person, now)] == ["Chantal"]


def test_a_question_to_share_needs_a_person_who_linked(visit, jan):
    contact, _ = jan
    visit.post("bram", reverse("people:ask_share", args=[contact.public_id]), {"purpose": "GUIDANCE"})

    assert not shares.ShareRequest.objects.exists()
