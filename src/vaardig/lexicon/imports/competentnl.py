"""CompetentNL: SPARQL answers (JSON), N-Triples or Turtle → a draft. Labels carry a status of their own."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from skillcore.lexicon.versions import in_name
from skillcore.lexicon.words import clean
from vaardig.lexicon.drafts import WITHDRAWN, ConceptDraft, Draft
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports import competentnl_terms as terms
from vaardig.lexicon.imports.files import Files, lines
from vaardig.lexicon.imports.triples import FORMATS, Statement, ending, from_rdf, from_sparql

LANGUAGES = ("nl", "en")
LABEL_TABLE = ["uri", "prefLabel", "label", "labelType"]


@dataclass(slots=True)
class _Thing:
    """What the statements say about one address."""

    sort: str = ""
    names: list[tuple[str, str, str]] = field(default_factory=list)  # role, language, text
    texts: list[tuple[str, str, str]] = field(default_factory=list)
    notation: str = ""
    riasec: str = ""
    status: str = ""
    unit_group: str = ""  # of a kernberoep: its ISCO group
    is_regulated: bool = False


class _Collected:
    """All statements, ordered by the thing they are about."""

    def __init__(self) -> None:
        self.things: dict[str, _Thing] = {}
        self.nodes: list[tuple[str, str, str]] = []  # thing, role, node of a label
        self.links: list[tuple[str, terms.Link, str]] = []
        self.matches: list[tuple[str, terms.Match, str]] = []
        self.version = ""
        self.is_partial = False
        self._said: dict[str, str] = {}

    def thing(self, address: str) -> _Thing:
        return self.things.setdefault(self.once(address), _Thing())

    def once(self, address: str) -> str:
        """One string per address, however often it occurs."""
        return self._said.setdefault(address, address)

    def take(self, one: Statement) -> None:
        predicate, name = one.predicate, terms.local_name(one.predicate)
        if link := terms.LINKS.get(predicate):
            self.links.append((self.once(one.subject), link, self.once(one.value)))
        elif match := terms.match_of(predicate):
            self.matches.append((self.once(one.subject), match, self.once(one.value)))
        elif role := terms.NODES.get(predicate):
            self.nodes.append((self.once(one.subject), role, self.once(one.value)))
        elif predicate == terms.VERSION:
            self.version = one.value
        else:
            self.take_value(one, predicate, name)

    def take_value(self, one: Statement, predicate: str, name: str) -> None:
        if role := terms.NAMES.get(predicate):
            self.thing(one.subject).names.append((role, one.language or "nl", one.value))
        elif name == "literalForm":
            self.thing(one.subject).names.append(("LABEL", one.language or "nl", one.value))
        elif role := terms.TEXTS.get(predicate):
            self.thing(one.subject).texts.append((role, one.language or "nl", one.value))
        elif predicate == terms.RDF_TYPE:
            sort = terms.local_name(one.value)
            if sort in terms.CLASSES or sort in terms.LEFT_OUT:
                self.thing(one.subject).sort = sort
        elif name == "inScheme" and (register := terms.REGISTERS.get(terms.local_name(one.value))):
            self.thing(one.subject).sort = self.thing(one.subject).sort or register
        elif name == "notation":
            self.thing(one.subject).notation = one.value[:60]
        elif name == "hasRIASEC":
            self.thing(one.subject).riasec += terms.local_name(one.value)[-1:].upper()
        elif name == "hasContentStatus":
            self.thing(one.subject).status = terms.local_name(one.value).split("_")[-1].lower()
        elif name == "broadMatchTaxonomyItemISCOUnitGroup":
            self.thing(one.subject).unit_group = self.once(one.value)
        elif name == "isRegulatedProfession":
            self.thing(one.subject).is_regulated = one.value in ("true", "1")


def read_competentnl(path: Path, languages: tuple[str, ...] = (), version: str | None = None) -> Draft:
    """Every file of the folder together; or one file."""
    files = Files(path)
    collected = _Collected()
    chosen = languages or LANGUAGES
    if unknown := [language for language in chosen if language not in LANGUAGES]:
        raise CannotImport(f"CompetentNL speaks nl and en, not '{unknown[0]}'.")
    read = [name for name in files.names() if ending(name) in (*FORMATS, ".json", ".tsv")]
    if not read:
        raise CannotImport(f"{path} holds no .nt, .ttl or .json files. Name the folder with CompetentNL's answers.")
    draft = Draft("competentnl", "CompetentNL", "", chosen)
    for name in read:
        for statement in _statements(files, name, collected, draft):
            collected.take(statement)
        draft.sources[name] = files.digest(name)
    draft.version = _version(files, collected, version)
    _fill(draft, collected)
    if not draft.concepts:
        raise CannotImport(
            f"{path} names no occupations, skills or other things of CompetentNL. Is it the right folder?"
        )
    return draft


def _statements(files: Files, name: str, collected: _Collected, draft: Draft) -> Iterator[Statement]:
    if ending(name) in FORMATS:
        return from_rdf(files, name)
    if ending(name) == ".json":
        return from_sparql(files, name, terms.COLUMNS_AND_LINKS, terms.LINK_FILES)
    collected.is_partial = True
    return _label_table(files, name, draft)


def _label_table(files: Files, name: str, draft: Draft) -> Iterator[Statement]:
    """A table of labels that a peer application synced: names only. Other tables are left out."""
    with files.open(name) as handle:
        reader = csv.reader(lines(handle, name), delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(reader, None) != LABEL_TABLE:
            draft.skipped[f"{name}: no table of labels"] += 1
            return
        for row in reader:
            if len(row) != len(LABEL_TABLE):
                raise CannotImport(
                    f"{name}, line {reader.line_num}: has {len(row)} columns, not 4. Is the file cut off?"
                )
            uri, _, label, sort = row
            yield Statement(uri, terms.SKOS + ("prefLabel" if sort == "prefLabel" else "altLabel"), label, "nl", True)


def _version(files: Files, collected: _Collected, given: str | None) -> str:
    """--version, the name of the folder, what the data says of itself, else the day the newest file was written."""
    if given:
        if len(given) > 40:
            raise CannotImport("--version is longer than 40 signs.")
        return given
    told = in_name(files.path.resolve().name) or in_name(collected.version)
    if told:
        return told
    paths = [files.path, *files.path.iterdir()] if files.path.is_dir() else [files.path]
    newest = max(one.stat().st_mtime for one in paths if one.is_file())
    return datetime.fromtimestamp(newest, UTC).strftime("%Y.%m.%d")


# ── from statements to concepts ──────────────────────────────────────────────────────────────────────
def _fill(draft: Draft, collected: _Collected) -> None:
    _sort_out(collected)
    parents = {target for _, link, target in collected.links if link.kind == "BROADER"}
    for address, thing in collected.things.items():
        if thing.sort in terms.LEFT_OUT:
            draft.skipped[terms.LEFT_OUT[thing.sort]] += 1
        elif thing.sort:
            draft.concepts[address] = _concept(address, thing, draft, collected, is_parent=address in parents)
    _name_by_nodes(draft, collected)
    for source, link, target in collected.links:
        if source in draft.concepts and target in draft.concepts:
            draft.relate(source, link.kind, target, part=link.part, weight=link.weight)
        elif collected.things.get(source, _Thing()).sort not in terms.LEFT_OUT:
            draft.skipped[f"{link.part}: relation to a thing that is not named"] += 1
    for source, match, target in collected.matches:
        if source in draft.concepts:
            draft.map(source, match.kind, target, foreign=match.foreign, version=match.version)
            _isco(draft.concepts[source], match, target, collected)
    if not collected.is_partial:
        draft.whole = {thing.sort for thing in collected.things.values() if thing.sort in terms.CLASSES}
        draft.whole |= {link.part for _, link, _ in collected.links}


def _sort_out(collected: _Collected) -> None:
    """What a thing is follows from its class, else from what points at it, else from its address."""
    for _, link, target in collected.links:
        if link.target and target in collected.things and not collected.things[target].sort:
            collected.things[target].sort = link.target
    for address, thing in collected.things.items():
        thing.sort = thing.sort or terms.class_of_address(address)


def _concept(address: str, thing: _Thing, draft: Draft, collected: _Collected, *, is_parent: bool) -> ConceptDraft:
    kind = terms.CLASSES[thing.sort]
    if kind == "SKILL" and is_parent:
        kind = "GROUP"  # the two upper layers of the vaardigheden
    part = thing.sort if thing.status in ("", "current") else WITHDRAWN
    one = ConceptDraft(address, kind, part, uri=address, code=thing.notation, is_partial=collected.is_partial)
    one.riasec = "".join(letter for letter in "RIASEC" if letter in thing.riasec)
    if thing.is_regulated:
        one.extra["regulated"] = True
    for role, language, text in thing.names:
        _name(one, draft, role, language, text)
    for role, language, text in thing.texts:
        if language in draft.languages:
            one.describe(language, role, clean(text))
    return one


def _name(one: ConceptDraft, draft: Draft, role: str, language: str, text: str) -> None:
    language, text = language.split("-")[0].lower(), clean(text)
    if language not in draft.languages:
        return
    label = next((key[2] for key in one.labels if key[:2] == (language, "LABEL")), None)
    if role == "LABEL" and label not in (None, text):
        role = "ALSO"  # two names in one language: the first is the name
    if text != label:
        one.name(language, role, text)


def _name_by_nodes(draft: Draft, collected: _Collected) -> None:
    """Labels that are things themselves; an archived one is only searched."""
    for address, role, node in sorted(collected.nodes, key=lambda one: one[1] != "LABEL"):
        one, label = draft.concepts.get(address), collected.things.get(node)
        if one is None or label is None:
            continue
        for _, language, text in label.names:
            _name(one, draft, role if label.status in ("", "current") else "HIDDEN", language, text)


def _isco(one: ConceptDraft, match: terms.Match, target: str, collected: _Collected) -> None:
    if match.foreign != "kernberoep" or target not in collected.things:
        return
    group = collected.things.get(collected.things[target].unit_group)
    if group and group.notation.isdigit() and len(group.notation) == 4:
        one.isco = group.notation
