"""`vaardig <command>`: each room offers its commands in commands.py; this file only finds them.

Exit status: 0 done; 1 faults were found; 2 the input cannot be used (a sentence on standard error says why).
"""

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

from config.version import VERSION

ROOMS = ("base", "people", "lexicon", "passports", "options")


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vaardig", description="Vaardig, the open skills platform.")
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for module in ["config.commands", *(f"vaardig.{room}.commands" for room in ROOMS)]:
        if find_spec(module):
            import_module(module).register(commands)
    return parser


def main(argv: list[str] | None = None) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # noqa: PLC0415  slow import, and it needs the line above

    django.setup()
    args = build_parser().parse_args(argv)
    from vaardig.base.commands import CannotUse as Unusable  # noqa: PLC0415  app registry must be ready

    try:
        return int(args.run(args) or 0)
    except Unusable as reason:
        print(reason, file=sys.stderr)  # noqa: T201
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
