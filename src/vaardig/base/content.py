"""Reading `content/`, and the register of those who check it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from vaardig.base.plain_yaml import PlainLoader

Checker = Callable[[], Iterable[str]]
CHECKERS: list[Checker] = []


class CannotRead(Exception):
    """The message names the file and the place."""


def checker(check: Checker) -> Checker:
    """Sign up a function that yields every fault of a part of `content/` as a sentence."""
    CHECKERS.append(check)
    return check


def read_yaml(path: Path) -> Any:
    """YAML 1.2 with double keys refused; a fault is a sentence with file and line."""
    try:
        return yaml.load(path.read_text("utf-8"), PlainLoader)  # noqa: S506  # nosec B506: a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise CannotRead(f"{relative(path)}{line}: {problem}") from error


def relative(path: Path) -> str:
    return str(path.relative_to(settings.CONTENT_DIR)) if path.is_relative_to(settings.CONTENT_DIR) else path.name


def faults() -> list[str]:
    return [fault for check in CHECKERS for fault in check()]
