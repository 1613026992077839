"""Commands as the shell runs them, and Basistaal as it ships."""

import io
import json
import sys

import pytest
from django.db import transaction

from vaardig.base.commands import CannotUse
from vaardig.lexicon import setup
from vaardig.options import demand


@pytest.fixture(autouse=True)
def _nothing_kept():
    demand.forget()


@pytest.fixture
def vaardig(capsys, monkeypatch):
    """Run a command as the shell does; gives (status, out, err)."""
    from config import cli

    def run(*args, given=None):
        if given is not None:
            raw = given if isinstance(given, bytes) else json.dumps(given).encode()
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        try:
            parsed = cli.build_parser().parse_args([str(arg) for arg in args])
            status = parsed.run(parsed)
        except CannotUse as reason:
            return 2, "", str(reason)
        except SystemExit as stop:
            status = stop.code
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def options(vaardig):
    def run(given, *args):
        status, out, err = vaardig("suggest-options", "-", "--json", *args, given=given)
        assert (status, err) == (0, "")
        return json.loads(out)

    return run


@pytest.fixture(scope="module")
def _whole_basistaal(django_db_setup, django_db_blocker):
    """Basistaal as it ships, once for all tests of a file, and taken back at the end."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        setup.load_basis()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def basistaal(_whole_basistaal, db):
    """Every test sees it; what a test changes is gone after it."""
