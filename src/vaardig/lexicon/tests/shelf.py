"""The hand-made files of this room, and how tests bring them in."""

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

from vaardig.lexicon.imports.basis import read_basis
from vaardig.lexicon.imports.competentnl import read_competentnl
from vaardig.lexicon.imports.esco import read_esco
from vaardig.lexicon.models import Concept, Description, Label, Mapping, Relation, SchemeVersion
from vaardig.lexicon.services import keep_version

FIXTURES = Path(__file__).with_name("fixtures")
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def skill(number):
    return f"http://data.europa.eu/esco/skill/00000000-0000-4000-8000-{number:012d}"


def work(number):
    return f"http://data.europa.eu/esco/occupation/00000000-0000-4000-9000-{number:012d}"


def keep_esco(name, *languages, place=FIXTURES):
    return keep_version(draft=read_esco(place / name, languages), now=NOW)


def keep_competentnl(name="competentnl-2025.12"):
    return keep_version(draft=read_competentnl(FIXTURES / name), now=NOW)


def keep_basis(place=FIXTURES / "basis"):
    return keep_version(draft=read_basis(place), now=NOW)


def copy_of(name, tmp_path):
    """A folder of the shelf to break things in."""
    return Path(shutil.copytree(FIXTURES / name, tmp_path / name))


def packed(path):
    """The same file as .csv.gz."""
    target = path.with_name(path.name + ".gz")
    target.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    path.unlink()
    return target


def everything():
    """All rows of the lexicon, to compare before and after."""
    tables = (Concept, Label, Description, Relation, Mapping, SchemeVersion)
    return {table.__name__: list(table.objects.order_by("pk").values_list()) for table in tables}


def concept(key, scheme="esco"):
    return Concept.objects.get(scheme__key=scheme, key=key)


def names_of(key, *, scheme="esco", **kept):
    return set(
        Label.objects.filter(concept__key=key, concept__scheme__key=scheme, **kept).values_list("text", flat=True)
    )
