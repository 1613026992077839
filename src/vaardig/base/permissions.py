"""Reads permissions.yaml, the matrix of SECURITY §5: which role may do what, within which scope."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

FILE = Path(__file__).with_name("permissions.yaml")
VERBS = {
    "C": "create",
    "R": "read",
    "U": "change",
    "D": "delete",
    "S": "share",
    "E": "export",
    "K": "confirm",
    "A": "aggregate only",
    "M": "metadata only",
}
SCOPES = {
    "o": "own",
    "r": "live relation",
    "t": "own team",
    "g": "own group",
    "p": "own programme",
    "n": "own organisation",
    "x": "live share",
    "f": "four eyes",
    "*": "everything of this kind",
}
_GRANT = re.compile(r"(?P<verbs>[CRUDSEKAM]+)(?P<scopes>(?: [ortgpnxf*])+)?(?: \([^)]*\))?")


class Allowed(NamedTuple):
    verb: str
    scope: str


class Row(NamedTuple):
    """One thing of the matrix: its data class and, per role, the verbs with their scopes."""

    key: str
    data_class: str
    cells: dict[str, frozenset[Allowed]]


def read_cell(text: str) -> frozenset[Allowed]:
    """ "CRU o, R x" → {(C, o), (R, o), (U, o), (R, x)}; a verb without scope reaches everything of its kind."""
    found = set()
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;](?![^()]*\))", text))):
        grant = _GRANT.fullmatch(part)
        if not grant:
            raise ValueError(f"permissions.yaml: '{part}' is not a grant such as 'CRU o' or 'R x'")
        scopes = (grant["scopes"] or " *").split()
        found |= {Allowed(verb, scope) for verb in grant["verbs"] for scope in scopes}
    return frozenset(found)


@cache
def matrix() -> dict[str, Row]:
    raw = YAML(typ="safe").load(FILE.read_text("utf-8"))
    return {
        key: Row(key, row["class"], {hat: read_cell(cell) for hat, cell in (row.get("may") or {}).items()})
        for key, row in raw["things"].items()
    }


def cell(row: str, hat: str) -> frozenset[Allowed]:
    """What this role may do with this thing; no row or no cell is closed."""
    found = matrix().get(row)
    return found.cells.get(hat, frozenset()) if found else frozenset()


def scopes(row: str, hat: str, verb: str) -> list[str]:
    return sorted(allowed.scope for allowed in cell(row, hat) if allowed.verb == verb)
