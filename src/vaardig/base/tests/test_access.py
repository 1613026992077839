"""The one way to lay hands on a thing of somebody: each branch of base.access (SECURITY §4)."""

import uuid
from functools import partial

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404

from tests.cast import NOW
from vaardig.base import access
from vaardig.base.actor import ANYBODY, Actor, Hat
from vaardig.base.models import Submission

Contact, Membership, Organisation, Person, Unit = map(
    partial(apps.get_model, "people"), ("Contact", "Membership", "Organisation", "Person", "Unit")
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(cast):
    return Contact.objects.get(person=cast["amira"].person)


def test_what_nobody_registered_is_closed_even_for_its_maker(cast):
    Submission.objects.create(who="x", key="y", created_at=NOW)

    assert not access.visible(cast["els"].actor, Submission, now=NOW).exists()
    assert access.reach(cast["els"].actor, Submission, verb="R", now=NOW) is None


def test_a_row_that_is_not_in_the_matrix_cannot_be_registered():
    with pytest.raises(ValueError, match="no thing 'castle'"):
        access.register(Submission, row="castle", scopes={})


def test_a_role_without_a_cell_reaches_nothing(cast, contact):
    assert access.reach(cast["dirk"].actor, Contact, verb="R", now=NOW) is None
    with pytest.raises(Http404):
        access.get(cast["dirk"].actor, Contact, contact.public_id, now=NOW)


def test_a_scope_of_the_matrix_that_the_room_does_not_know_opens_nothing(cast, contact, monkeypatch):
    monkeypatch.setitem(access.RULES, Contact, access.Rule("contact", {}))

    assert not access.visible(cast["bram"].actor, Contact, now=NOW).exists()


def test_get_gives_the_thing_to_who_may(cast, contact):
    assert access.get(cast["bram"].actor, Contact, contact.public_id, now=NOW, verb="U", lock=True) == contact


@pytest.mark.parametrize("verb", ["R", "U"])
def test_what_is_not_there_is_not_found(cast, verb):
    with pytest.raises(Http404):
        access.get(cast["bram"].actor, Contact, uuid.uuid4(), now=NOW, verb=verb)


@pytest.mark.parametrize("verb", ["R", "U"])
def test_what_is_of_another_organisation_is_not_found_whatever_is_asked(cast, contact, verb):
    with pytest.raises(Http404):
        access.get(cast["farid"].actor, Contact, contact.public_id, now=NOW, verb=verb)


def test_who_may_look_but_not_do_this_is_refused(cast, contact):
    with pytest.raises(PermissionDenied):
        access.get(cast["bram"].actor, Contact, contact.public_id, now=NOW, verb="D")
    with pytest.raises(PermissionDenied):
        access.get(cast["amira"].actor, Contact, contact.public_id, now=NOW, verb="U")


def test_two_scopes_add_up(cast, monkeypatch, contact):
    """A role with two letters reaches what either of them reaches."""
    monkeypatch.setattr(access.permissions, "scopes", lambda *_: ["o", "r"])

    assert access.visible(cast["bram"].actor, Contact, now=NOW).get() == contact


def test_a_stranger_reaches_nothing(cast):
    for model in access.RULES:
        if model._default_manager.exists() and access.permissions.matrix()[access.RULES[model].row].data_class != "O":
            assert not access.visible(ANYBODY, model, now=NOW).exists(), model


def test_a_role_without_membership_reaches_nothing_of_an_organisation(cast):
    empty = Actor(hat=Hat.STEWARD, person=cast["els"].person.pk)

    for model in (Organisation, Unit, Membership):
        assert not access.visible(empty, model, now=NOW).exists(), model


def test_ground_names_the_scope_that_let_somebody_in(cast, contact):
    assert access.ground(cast["bram"].actor, contact, now=NOW) == "r"
    assert access.ground(cast["amira"].actor, contact, now=NOW) == "o"
    assert access.ground(cast["farid"].actor, contact, now=NOW) == ""


def test_reaching_through_a_join_gives_each_thing_once(cast, contact):
    bram = cast["bram"].membership
    bram.relations.create(contact=contact, kind="GUIDES", purpose="TALK", starts_at=NOW)

    assert access.visible(cast["bram"].actor, Contact, now=NOW).count() == 1


def test_she_reads_her_own_account_and_no_other(cast):
    assert access.visible(cast["amira"].actor, Person, now=NOW).get() == cast["amira"].person
