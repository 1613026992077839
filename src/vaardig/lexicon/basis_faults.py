"""Every fault in Basistaal (content/lexicon/basis) as a sentence; part of `vaardig check-content`."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from skillcore import readability
from vaardig.base import content
from vaardig.base.readable import deny_list
from vaardig.lexicon.console import say
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.basis import LISTS, folder, read_basis, sheets
from vaardig.lexicon.imports.basis_shapes import About, Shape, Sheet, read
from vaardig.lexicon.imports.files import Files, lines, rows
from vaardig.lexicon.imports.replacements import read_replacements

ENOUGH = {"occupations": 150, "skills": 700, "tasks": 300, "knowledge": 40, "conditions": 16, "interests": 6}
EXACTLY = {"conditions", "interests"}
MOST_WORDS, MOST_WORDS_OF_ENTRY, ESSENTIAL = 12, 18, 3
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
Things = dict[str, dict[str, tuple[str, Any]]]  # list → key → (file, thing)


@content.checker
def basis_faults() -> Iterator[str]:
    yield from faults_in(folder())
    yield from replacement_faults()


def replacement_faults() -> Iterator[str]:
    """What replaces something must be there; what is replaced must be gone."""
    try:
        pairs = read_replacements("basis")
        draft = read_basis() if pairs else None
    except (content.CannotRead, CannotImport) as fault:
        yield str(fault)
        return
    for old, news in pairs.items():
        if draft and old in draft.concepts:
            yield f"lexicon/replacements.yaml: '{old}' is replaced, but still stands in Basistaal"
        yield from (
            f"lexicon/replacements.yaml: '{new}' does not exist" for new in news if draft and new not in draft.concepts
        )


def faults_in(place: Path) -> Iterator[str]:
    things: Things = {part: {} for part in LISTS}
    files: list[tuple[Path, type[Shape]]] = [(place / "scheme.yaml", About)]
    files += [(path, Sheet) for path, _ in sheets(place)]
    for path, shape in files:
        try:
            sheet = read(path, shape)
        except content.CannotRead as faults:
            yield from str(faults).splitlines()
            continue
        except OSError:
            yield f"{content.relative(path)} is missing"
            continue
        if shape is Sheet:
            yield from _gather(things, content.relative(path), sheet)
    yield from _too_few(things)
    yield from _double_labels(things)
    for part, found in things.items():
        for key, (file, thing) in found.items():
            where = f"{file}: {part} {key}"
            yield from _words(where, part, thing)
            yield from _references(where, part, thing, things)
    yield from _unknown_addresses(things)


def _gather(things: Things, file: str, sheet: Any) -> Iterator[str]:
    for part in LISTS:
        for thing in getattr(sheet, part):
            if thing.key in things[part]:
                yield f"{file}: {part} {thing.key} stands in {things[part][thing.key][0]} too"
            else:
                things[part][thing.key] = (file, thing)


def _too_few(things: Things) -> Iterator[str]:
    for part, least in ENOUGH.items():
        number = len(things[part])
        if number < least or (part in EXACTLY and number != least):
            yield f"lexicon/basis: {number} {part}, there must be {'' if part in EXACTLY else 'at least '}{least}"


def _double_labels(things: Things) -> Iterator[str]:
    seen: dict[tuple[str, str, str], str] = {}
    for part, found in things.items():
        for key, (file, thing) in found.items():
            for language in ("nl", "en"):
                label = getattr(thing, language).label
                other = seen.setdefault((part, language, label.casefold()), key)
                if other != key:
                    yield f"{file}: {part} {key}, {language}: '{label}' is the label of {other} too"


def _words(where: str, part: str, thing: Any) -> Iterator[str]:
    for language in ("nl", "en"):
        words = getattr(thing, language)
        yield from _long_sentences(f"{where}, {language}", words.plain, MOST_WORDS)
        if part == "occupations":
            yield from _long_sentences(f"{where}, {language}", getattr(thing.entry, language), MOST_WORDS_OF_ENTRY)
        if part == "skills" and not words.said:
            yield f"{where}, {language}: nothing under said; how do people tell it?"
    if part == "skills" and not thing.nl.plain.startswith("Je "):
        yield f"{where}, nl: the plain sentence begins with 'Je '"
    for fault in readability.faults(thing.nl.plain, deny=deny_list()):
        if fault.rule == "W6":
            yield f"{where}, nl: {fault}"


def _long_sentences(where: str, text: str, most: int) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        number = len(sentence.split())
        if number > most:
            yield f"{where}: a sentence of {number} words, at most {most}: {sentence}"


def _references(where: str, part: str, thing: Any, things: Things) -> Iterator[str]:
    if part == "tasks":
        yield from _unknown(where, "skills", thing.skills, things["skills"])
        if not thing.skills:
            yield f"{where}: asks for no skills"
    if part != "occupations":
        return
    asked = {kind: getattr(thing.skills, kind) for kind in ("essential", "important", "optional")}
    for kind, keys in asked.items():
        yield from _unknown(where, f"skills.{kind}", keys, things["skills"])
    for target in ("tasks", "knowledge", "conditions"):
        yield from _unknown(where, target, getattr(thing, target), things[target])
    yield from _unknown(where, "growth", thing.growth, things["occupations"])
    if len(asked["essential"]) < ESSENTIAL:
        yield f"{where}: fewer than {ESSENTIAL} essential skills"
    named = [key for keys in asked.values() for key in keys]
    for key in sorted({key for key in named if named.count(key) > 1}):
        yield f"{where}: skill {key} stands under two strengths"
    for target in ("tasks", "growth"):
        if not getattr(thing, target):
            yield f"{where}: {target} is empty"
    if not any(getattr(thing.esco, kind) for kind in ("exact", "close", "narrow", "broad")):
        yield f"{where}: has no ESCO address"


def _unknown(where: str, name: str, keys: tuple[str, ...], known: dict[str, Any]) -> Iterator[str]:
    for key in keys:
        if key not in known:
            yield f"{where}, {name}: '{key}' does not exist"


# ── identifiers of other languages ───────────────────────────────────────────────────────────────────
def _unknown_addresses(things: Things) -> Iterator[str]:
    known = official_addresses(Path(settings.OFFICIAL_DATA_DIR))
    if known is None:
        say("Mapped addresses were not checked: the official files are not at hand (VAARDIG_DATA).")
        return
    for part, found in things.items():
        for key, (file, thing) in found.items():
            for foreign in ("esco", "competentnl"):
                there = known[f"{foreign} occupations" if part == "occupations" else foreign]
                links = getattr(thing, foreign)
                for kind in ("exact", "close", "narrow", "broad"):
                    for uri in getattr(links, kind):
                        if uri not in there:
                            yield f"{file}: {part} {key}, {foreign}.{kind}: {uri} does not exist"


@cache
def official_addresses(place: Path) -> dict[str, frozenset[str]] | None:
    """Addresses per language of skills, work apart; None when the files are not there."""
    newest = sorted(place.glob("esco-1.2.*-en"))
    tables = place / "competentnl"
    if not newest or not tables.is_dir():
        return None
    try:
        esco, work = _esco_addresses(Files(newest[-1]))
        skills, occupations = _competentnl_addresses(Files(tables))
    except CannotImport:
        return None
    return {"esco": esco, "esco occupations": work, "competentnl": skills, "competentnl occupations": occupations}


def _esco_addresses(files: Files) -> tuple[frozenset[str], frozenset[str]]:
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for name in files.names():
        if name.startswith(("skills_", "skillGroups_", "occupations_", "ISCOGroups_")):
            with files.open(name) as handle:
                uris = {uri for _, (uri,) in rows(handle, name, ["conceptUri"])}
            found[name.startswith(("occ", "ISCO"))] |= uris
    return frozenset(found[False]), frozenset(found[True])


def _competentnl_addresses(files: Files) -> tuple[frozenset[str], frozenset[str]]:
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for name in files.names():
        if "_labels.tsv" in name:
            with files.open(name) as handle:
                found[name.startswith("occupation")] |= {line.split("\t")[0] for line in lines(handle, name)}
    return frozenset(found[False]), frozenset(found[True])
