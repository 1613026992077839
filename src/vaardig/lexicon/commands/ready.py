"""A fresh clone has no tables and no words yet: make both before the first answer."""

from django.core.management import call_command
from django.db import DatabaseError, transaction

from vaardig.base.commands import CannotUse
from vaardig.lexicon import setup
from vaardig.lexicon.console import say
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.models import Concept


def prepare_tables() -> None:
    try:
        with transaction.atomic():
            Concept.objects.exists()
    except DatabaseError:
        say("The database is made first.")
        call_command("migrate", interactive=False, verbosity=0)


def prepare_words() -> None:
    """Tables, and Basistaal when nothing was imported yet."""
    prepare_tables()
    if not Concept.objects.exists():
        say("The lexicon is empty: Basistaal is loaded first.")
        try:
            setup.load_basis()
        except CannotImport as reason:
            raise CannotUse(str(reason)) from reason
