"""The doors of options: the owner, and nobody else."""

from datetime import datetime

from django.db.models import Q

from vaardig.base import access
from vaardig.base.actor import Actor
from vaardig.options.models import Answers, OptionRun, SavedOption, Switch


def _owner(actor: Actor, now: datetime) -> Q:
    return Q(owner=actor.person)


access.register(Answers, row="option_answers", scopes={"o": _owner})
access.register(SavedOption, row="saved_option", scopes={"o": _owner})
access.register(OptionRun, row="suggestion", scopes={"o": _owner})
access.register(Switch, row="option_answers", scopes={"o": _owner})
