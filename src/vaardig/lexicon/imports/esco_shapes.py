"""The official ESCO CSV files, 1.0.x to 1.2.x: names, columns, and which version they tell of."""

import re
from pathlib import Path
from typing import NamedTuple

from skillcore.lexicon.versions import in_name, three_parts
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.files import Files

_NAME = re.compile(r"^(?P<stem>[A-Za-z]+?)(?:_(?P<language>[a-z]{2}))?(?P<partial>\.partial)?(?:\.\w+)?\.csv(?:\.gz)?$")
CONCEPTS = {"skills": "skills", "occupations": "occupations", "iscogroups": "ISCOGroups", "skillgroups": "skillGroups"}
RELATIONS = {
    "occupationskillrelations": "occupationSkillRelations",
    "skillskillrelations": "skillSkillRelations",
    "broaderrelationsoccpillar": "broaderRelationsOccPillar",
    "broaderrelationsskillpillar": "broaderRelationsSkillPillar",
}
OTHERS = {"skillshierarchy": "skillsHierarchy", "greenshareocc": "greenShareOcc"}
UNUSED = {"conceptschemes": "conceptSchemes", "dictionary": "dictionary"}
CREDIT = "This service uses the ESCO classification of the European Commission."


class Shape(NamedTuple):
    """One official file: `part` is its official name, `collection` what a …Collection file gathers."""

    name: str
    part: str
    language: str
    is_partial: bool
    collection: str


def shape_of(name: str) -> Shape | None:
    found = _NAME.match(name)
    if found is None:
        return None
    stem = found["stem"].lower()
    part = (CONCEPTS | RELATIONS | OTHERS | UNUSED).get(stem, "")
    collection = ""
    if stem.endswith("collection"):
        collection = stem.removesuffix("collection").removesuffix("skills")
        part = "occupations" if collection.endswith("occupations") else "skills"
        collection = collection.removesuffix("occupations")
    return Shape(name, part, found["language"] or "", bool(found["partial"]), collection) if part else None


def shapes_of(files: Files) -> list[Shape]:
    shapes = [shape for name in files.names() if (shape := shape_of(name))]
    if not any(shape.part in CONCEPTS.values() or shape.part in RELATIONS.values() for shape in shapes):
        raise CannotImport(
            f"{files.path} holds none of the official ESCO files (occupations_nl.csv, skills_nl.csv …). "
            "Name the folder that you unpacked, or the zip itself."
        )
    return shapes


def choose_languages(
    shapes: list[Shape], asked: tuple[str, ...], usual: tuple[str, ...], where: Path
) -> tuple[str, ...]:
    """The languages asked for, or those of the house that the folder has."""
    there = sorted({shape.language for shape in shapes if shape.language})
    if missing := [language for language in asked if language not in there]:
        raise CannotImport(f"{where} has no files in '{missing[0]}'. It has: {', '.join(there) or 'no language'}.")
    chosen = asked or tuple(language for language in usual if language in there)
    if not chosen:
        raise CannotImport(f"{where} has files in {', '.join(there)}. Say which you want with --lang.")
    return chosen


def version_of(files: Files, shapes: list[Shape], given: str | None) -> str:
    """From --version, the name of the folder or zip, else from the shape of the files."""
    if given:
        if not in_name(given) or len(given) > 40:
            raise CannotImport(f"--version {given[:40]} is no version. Write it as 1.2.0.")
        return three_parts(given)
    if told := in_name(files.path.resolve().name):
        return three_parts(told)
    return _version_of_shape(files, shapes)


def _version_of_shape(files: Files, shapes: list[Shape]) -> str:
    def header(part: str) -> str:
        for shape in shapes:
            if shape.part == part and not shape.collection:
                with files.open(shape.name) as handle:
                    return handle.readline(10_000).decode("utf-8", "replace")
        return ""

    if "naceCode" in header("occupations") or "broaderLabel" in header("broaderRelationsOccPillar"):
        return "1.2.1"
    if any(shape.collection == "ict" or (shape.part in RELATIONS.values() and not shape.language) for shape in shapes):
        return "1.0.0"
    if any(shape.collection == "digcomp" for shape in shapes):
        return "1.2.0"
    if "status" in header("ISCOGroups"):
        return "1.1.0"
    raise CannotImport(f"The version of {files.path} cannot be seen from its files. Give it with --version, as 1.2.0.")
