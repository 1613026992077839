"""`vaardig lexicon …` and `vaardig recognise`."""

from typing import Any

from vaardig.lexicon.commands import importing, indexing, looking, recognising


def register(commands: Any) -> None:
    """Called by config.cli."""
    explain = "The skills language: bring it in, count it, search it, index it."
    lexicon = commands.add_parser("lexicon", help=explain, description=explain)
    acts = lexicon.add_subparsers(dest="act", metavar="act", required=True)
    importing.register(acts)
    looking.register(acts)
    indexing.register(acts)
    recognising.register(commands)
