"""Shared by all tests. The cast and `visit` live in tests/cast.py and tests/visiting.py."""

import os

import pytest
from django.core.cache import cache
from django.utils import translation

from tests.cast import NOW, make_cast
from tests.visiting import Visitor
from vaardig.base import audit

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(autouse=True)
def _test_settings(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _clock(request):
    """Tests live on the day of the cast; a browser has a clock of its own."""
    if not request.node.get_closest_marker("browser"):
        request.getfixturevalue("time_machine").move_to(NOW, tick=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Transactional tests empty every table, the log too; the guard has a test of its own."""
    with django_db_blocker.unblock():
        audit.unguard()


@pytest.fixture
def cast(db):
    return make_cast()


@pytest.fixture
def visit(client, cast):
    return Visitor(client, cast)
