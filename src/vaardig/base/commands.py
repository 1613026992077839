"""The command line's shared manners, and the commands that belong to no room."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from vaardig.base import audit, content

Run = Callable[[argparse.Namespace], int | None]


class CannotUse(Exception):
    """The input cannot be used; the message says what is wrong and what to do. Exit status 2."""


def add(
    commands: Any, name: str, run: Run, *, explain: str, schema: dict[str, Any] | None = None
) -> argparse.ArgumentParser:
    """Add a command with --json and --schema. `schema` describes what --json prints."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=explain, description=explain)
    parser.add_argument("--json", action="store_true", help="print JSON")
    if schema is not None:
        parser.add_argument(
            "--schema", action=_PrintSchema, schema=schema, help="print the schema of the JSON and stop"
        )
    parser.set_defaults(run=run)
    return parser


class _PrintSchema(argparse.Action):
    def __init__(self, option_strings: Any, dest: str, schema: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **kwargs)
        self.schema = schema

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print_json(self.schema)
        parser.exit(0)


def print_json(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def _report(args: argparse.Namespace, faults: list[str], whole: str) -> int:
    if args.json:
        print_json({"faults": faults})
    else:
        print("\n".join(faults) or whole)
    return 1 if faults else 0


FAULTS_SCHEMA = {
    "type": "object",
    "required": ["faults"],
    "properties": {"faults": {"type": "array", "items": {"type": "string"}}},
}


def check_content(args: argparse.Namespace) -> int:
    return _report(args, content.faults(), "content: no faults")


def check_audit(args: argparse.Namespace) -> int:
    return _report(args, list(audit.faults()), "log: every chain is whole")


def register(commands: Any) -> None:
    add(
        commands,
        "check-content",
        check_content,
        explain="Name every fault in content/.",
        schema=FAULTS_SCHEMA,
    )
    add(
        commands,
        "check-audit",
        check_audit,
        explain="Check that nobody changed the log.",
        schema=FAULTS_SCHEMA,
    )
