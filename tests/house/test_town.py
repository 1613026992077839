"""The demo town: made by services, whole, and again when asked."""

import pytest

from config import commands, town
from config.cli import main
from tests.cast import NOW
from vaardig.base import audit
from vaardig.people.models import Person


@pytest.mark.django_db(transaction=True)
def test_the_town_can_be_thrown_away_and_made_again(settings, monkeypatch, capsys):
    settings.DEMO = True
    monkeypatch.setattr(commands, "prepare", lambda: None)
    monkeypatch.setattr(town, "make_once", lambda now: Person.objects.create(name="Amira", created_at=now))
    Person.objects.create(name="Oud", created_at=NOW)
    audit.guard()

    try:
        assert main(["demo", "--again"]) == 0
    finally:
        audit.unguard()

    assert list(Person.objects.values_list("name", flat=True)) == ["Amira"]
    assert "amira@demo.vaardig.example" in capsys.readouterr().out


def test_what_is_no_demo_is_never_thrown_away(db, settings, monkeypatch, capsys):
    settings.DEMO = False
    monkeypatch.setattr(commands, "prepare", lambda: None)
    Person.objects.create(name="Amira", created_at=NOW)

    assert main(["demo", "--again"]) == 2
    assert "VAARDIG_DEMO=True" in capsys.readouterr().err
    assert Person.objects.count() == 1
