"""Two people, one text: nobody wins in silence (SECURITY §15, R8)."""

import pytest
from django.apps import apps

from tests.cast import NOW
from vaardig.base import locking
from vaardig.base.models import Versioned

Story = apps.get_model("passports", "Story")  # something of a room above that two people can change
pytestmark = pytest.mark.django_db


@pytest.fixture
def thing(cast):
    assert issubclass(Story, Versioned)
    return Story.objects.create(owner=cast["amira"].person, way="TYPED", created_at=NOW, changed_at=NOW)


def test_who_saw_the_latest_saves_and_the_version_goes_up(thing):
    locking.change(thing, seen=1, way="TYPED")

    assert thing.version == 2
    assert type(thing).objects.get(pk=thing.pk).version == 2


def test_who_saw_an_older_one_gets_the_thing_as_it_is_and_changes_nothing(thing):
    mine = type(thing).objects.get(pk=thing.pk)
    locking.change(thing, seen=1, way="TYPED")

    with pytest.raises(locking.Changed) as caught:
        locking.change(mine, seen=1, way="DAY")

    assert caught.value.current.version == 2
    assert type(thing).objects.get(pk=thing.pk).way == "TYPED"


def test_of_eight_editors_one_wins_each_round(thing):
    editors = [type(thing).objects.get(pk=thing.pk) for _ in range(8)]
    won = 0
    for editor in editors:
        try:
            locking.change(editor, seen=1, way="TYPED")
            won += 1
        except locking.Changed:
            pass

    assert won == 1
