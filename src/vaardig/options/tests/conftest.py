"""A town with a small skills language: four skills, two kinds of work with conditions, one task."""

import pytest
from django.utils import timezone

from vaardig.lexicon import recognising
from vaardig.lexicon.queries import searching
from vaardig.lexicon.tests.shelf import keep_basis
from vaardig.options import demand
from vaardig.options.models import OptionRun
from vaardig.options.services import running, saving
from vaardig.passports import seed
from vaardig.people.services import persons


@pytest.fixture
def lexicon(db, monkeypatch):
    monkeypatch.setattr(recognising, "load_embedder", lambda: None)
    recognising.forget()
    searching.forget() if hasattr(searching, "forget") else searching._loaded.clear()
    demand.forget()
    keep_basis()


@pytest.fixture
def amira(cast):
    return cast["amira"].person


@pytest.fixture
def me(amira):
    return persons.as_owner(amira)


@pytest.fixture
def town(lexicon, cast):
    seed.make_town({name: player.person for name, player in cast.items()}, now=timezone.now())
    return cast


@pytest.fixture
def look(town, amira, me):
    """Let the computer look for Amira."""

    def looked(kind=OptionRun.Kind.OCCUPATION):
        return running.look(owner=amira, kind=kind, by=me, now=timezone.now())

    return looked


@pytest.fixture
def work(lexicon):
    from vaardig.lexicon.models import Concept

    return Concept.objects.filter(kind="OCCUPATION", is_current=True).order_by("key")


@pytest.fixture
def saved(town, amira, me, work):
    return saving.save_option(owner=amira, concept=work[0], by=me, now=timezone.now())
