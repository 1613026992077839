"""Basistaal: content/lexicon/basis (YAML) → a draft."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from skillcore.lexicon.words import clean
from vaardig.base.content import CannotRead
from vaardig.lexicon.drafts import ConceptDraft, Draft
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.basis_shapes import About, Sheet, Thing, Words, read
from vaardig.lexicon.imports.replacements import add_replacements, key_of, replacements_path

LISTS = {
    "skills": "SKILL",
    "tasks": "TASK",
    "occupations": "OCCUPATION",
    "knowledge": "KNOWLEDGE",
    "conditions": "CONDITION",
    "interests": "INTEREST",
}
SPLIT = {"skills", "tasks", "occupations"}  # these stand in a file per field
ROLES = {"also": "ALSO", "said": "SAID", "said_for": "SAID_FOR", "said_against": "SAID_AGAINST"}
LANGUAGES = ("nl", "en")


def folder() -> Path:
    return Path(settings.CONTENT_DIR) / "lexicon" / "basis"


def sheets(place: Path) -> Iterator[tuple[Path, str]]:
    """Every YAML file with its field ("" for the lists of one file)."""
    for path in sorted(place.rglob("*.yaml")):
        if path.name != "scheme.yaml":
            yield path, path.stem if path.parent.name in SPLIT else ""


def about_basis(place: Path | None = None) -> About:
    place = place or folder()
    if not (place / "scheme.yaml").is_file():
        raise CannotImport(f"{place} holds no Basistaal: there is no scheme.yaml. Name the folder that has it.")
    with _as_import_fault():
        found: About = read(place / "scheme.yaml", About)
    return found


def sources_of(place: Path | None = None) -> dict[str, str]:
    """The hash of every file."""
    place = place or folder()
    paths = {str(path.relative_to(place)): path for path, _ in sheets(place)} | {
        "replacements.yaml": replacements_path()
    }
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.is_file()}


def read_basis(place: Path | None = None) -> Draft:
    place = place or folder()
    about = about_basis(place)
    draft = Draft("basis", about.name["nl"], about.version, LANGUAGES, whole={*LISTS, *relation_parts()})
    with _as_import_fault():
        found = [(field, read(path, Sheet)) for path, field in sheets(place)]
    draft.sources = sources_of(place)
    for field, sheet in found:
        for part in LISTS:
            for thing in getattr(sheet, part):
                _take(draft, part, field, thing)
    add_replacements(draft)
    return draft


@contextmanager
def _as_import_fault() -> Iterator[None]:
    try:
        yield
    except CannotRead as faults:
        raise CannotImport(f"{faults}\nRepair the file; nothing was stored.") from faults


def _take(draft: Draft, part: str, field: str, thing: Any) -> None:
    key = key_of(part, thing.key)
    if key in draft.concepts:
        draft.skipped[f"{part} {thing.key} stands twice: the second is left out"] += 1
        return
    one = ConceptDraft(key, LISTS[part], part, field=field)
    for language in LANGUAGES:
        _name(one, language, getattr(thing, language))
    one.riasec = getattr(thing, "riasec", "")
    draft.concepts[key] = one
    _map(draft, key, thing)
    if part == "tasks":
        _relate(draft, part, key, "ESSENTIAL", "skills", thing.skills)
    if part == "occupations":
        _take_occupation(draft, one, thing)


def _name(one: ConceptDraft, language: str, words: Words) -> None:
    one.name(language, "LABEL", clean(words.label))
    for name, role in ROLES.items():
        for text in getattr(words, name):
            one.name(language, role, clean(text))
    one.describe(language, "PLAIN", clean(words.plain))


def _map(draft: Draft, key: str, thing: Thing) -> None:
    for foreign in ("esco", "competentnl"):
        links = getattr(thing, foreign)
        for kind in ("exact", "close", "narrow", "broad"):
            for uri in getattr(links, kind):
                draft.map(key, kind.upper(), uri, foreign=foreign)
    for code in thing.onet:
        draft.map(key, "RELATED", code, foreign="onet")


def _take_occupation(draft: Draft, one: ConceptDraft, thing: Any) -> None:
    one.isco, one.speaking = thing.isco, thing.language
    one.extra["requires"] = list(thing.entry.requires)
    for language in LANGUAGES:
        one.describe(language, "ENTRY", clean(getattr(thing.entry, language)))
    for kind in ("essential", "important", "optional"):
        _relate(draft, "occupations", one.key, kind.upper(), "skills", getattr(thing.skills, kind))
    for kind, part in (("TASK", "tasks"), ("KNOWLEDGE", "knowledge"), ("CONDITION", "conditions")):
        _relate(draft, "occupations", one.key, kind, part, getattr(thing, part))
    _relate(draft, "occupations", one.key, "GROWTH", "occupations", thing.growth)


def _relate(draft: Draft, part: str, source: str, kind: str, target_part: str, targets: Iterable[str]) -> None:
    for target in targets:
        draft.relate(source, kind, key_of(target_part, target), part=f"{part} {target_part}")


def relation_parts() -> set[str]:
    return {"tasks skills", *(f"occupations {part}" for part in LISTS if part != "interests")}
