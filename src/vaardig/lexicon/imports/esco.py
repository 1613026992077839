"""ESCO: the official CSV download, every shape from 1.0.x to 1.2.x → a draft. Columns are found by name."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from skillcore.lexicon.words import clean
from vaardig.lexicon.drafts import WITHDRAWN, ConceptDraft, Draft
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.esco_shapes import CONCEPTS, Shape, choose_languages, shapes_of, version_of
from vaardig.lexicon.imports.files import LITERAL, Files, address, rows
from vaardig.lexicon.imports.replacements import add_replacements

USUAL = ("nl", "en")
KINDS = {"occupations": "OCCUPATION", "ISCOGroups": "GROUP", "skillGroups": "GROUP"}
TEXTS = {"definition": "DEFINITION", "description": "DEFINITION", "scopeNote": "SCOPE_NOTE"}
STRENGTH = {"essential": "ESSENTIAL", "optional": "OPTIONAL"}
COLUMNS = (
    "conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "status", "skillType", "reuseLevel", "iscoGroup",
    "code", "naceCode", "scopeNote", "definition", "description", "broaderConceptUri",
)  # fmt: skip
NEEDED = {"conceptUri", "preferredLabel"}
_BETWEEN_NAMES = re.compile(r"\s*\n\s*|\s+\|\s+")


def read_esco(path: Path | None, languages: tuple[str, ...] = (), version: str | None = None) -> Draft:
    """Only the languages asked for; those of the house when nothing is asked."""
    if path is None:
        raise CannotImport(
            "Name the folder with the official ESCO files: vaardig lexicon import esco FOLDER --lang nl."
        )
    files = Files(path)
    shapes = shapes_of(files)
    chosen = choose_languages(shapes, languages, USUAL, path)
    draft = Draft("esco", "ESCO", version_of(files, shapes, version), chosen)
    wanted = [shape for shape in shapes if shape.language in chosen or not shape.language]
    for shape in wanted:
        draft.sources[shape.name] = files.digest(shape.name)
    _Reader(files, draft, chosen).read(wanted)
    add_replacements(draft)
    return draft


class _Reader:
    """Reads the files of one folder in the order in which they build on each other."""

    def __init__(self, files: Files, draft: Draft, languages: tuple[str, ...]) -> None:
        self.files, self.draft, self.languages = files, draft, languages
        self.has_pillar = False
        self.said: dict[str, str] = {}  # one string per address, however often it occurs

    def read(self, shapes: list[Shape]) -> None:
        concepts = [shape for shape in shapes if shape.part in CONCEPTS.values() and not shape.collection]
        self.has_pillar = any(shape.part == "broaderRelationsSkillPillar" for shape in shapes)
        full = {(shape.part, shape.language) for shape in concepts if not shape.is_partial}
        for shape in concepts:
            self.take_concepts(shape)
        for shape in shapes:
            if shape.collection:
                self.take_concepts(shape, named_elsewhere=(shape.part, shape.language) in full)
        self.take_relations(shapes)
        for shape in shapes:
            if shape.part == "greenShareOcc":
                self.take_green_share(shape)
            elif shape.part in ("conceptSchemes", "dictionary"):
                self.draft.skipped[f"{shape.name}: not needed"] += 1

    def table(self, shape: Shape, columns: tuple[str, ...], needed: set[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        with self.files.open(shape.name) as handle:
            optional = set(columns) - needed
            yield from rows(handle, shape.name, columns, optional=optional, ragged=shape.part == "skillsHierarchy")

    def uri(self, value: str, shape: Shape, line: int, column: str) -> str:
        known = self.said.get(value)
        if known is None:
            known = self.said[value] = address(value, shape.name, line, column)
        return known

    # ── concepts ─────────────────────────────────────────────────────────────────────────────────────
    def take_concepts(self, shape: Shape, *, named_elsewhere: bool = False) -> None:
        """Occupations, skills, groups; or a collection, which names skills where their own file is not there."""
        seen: set[str] = set()
        for line, values in self.table(shape, COLUMNS, NEEDED):
            row = dict(zip(COLUMNS, values, strict=True))
            uri = self.uri(row["conceptUri"], shape, line, "conceptUri")
            if uri in seen:
                self.draft.skipped[f"{shape.name}: stands twice, joined"] += 1
            one = self.concept(uri, shape, row)
            if shape.collection:
                one.extra.setdefault("collections", [])
                one.extra["collections"] = sorted({*one.extra["collections"], shape.collection})
                self.broader_of_collection(one, row, shape, line)
            if not named_elsewhere:
                self.name(one, row, shape, again=uri in seen)
            seen.add(uri)
        if not shape.collection and not shape.is_partial:
            self.draft.whole.add(shape.part)

    def concept(self, uri: str, shape: Shape, row: dict[str, str]) -> ConceptDraft:
        one = self.draft.concepts.get(uri)
        if one is None:
            is_partial = bool(shape.collection) or shape.is_partial
            one = ConceptDraft(uri, "SKILL", shape.part, uri=uri, is_partial=is_partial)
            self.draft.concepts[uri] = one
        one.kind = KINDS.get(shape.part) or ("KNOWLEDGE" if row["skillType"] == "knowledge" else "SKILL")
        one.code = row["code"] or one.code
        one.isco = row["iscoGroup"] or one.isco
        if row["status"] in ("obsolete", "deprecated"):
            one.part = WITHDRAWN
        for column, name in (("reuseLevel", "reuse"), ("naceCode", "nace")):
            if value := " ".join(row[column].replace(",", " ").split()):
                one.extra[name] = value
        return one

    def name(self, one: ConceptDraft, row: dict[str, str], shape: Shape, *, again: bool) -> None:
        language = shape.language
        label = clean(row["preferredLabel"])
        if not label:
            self.draft.skipped[f"{shape.name}: has no name in this language"] += 1
        if again or shape.collection:  # the last row wins; a name from the concept's own file stays
            olds = [key for key in one.labels if key[:2] == (language, "LABEL")]
            if olds and shape.collection:
                label = olds[0][2]
            for old in olds:
                del one.labels[old]
        self.literal(one, language, "LABEL", label, shape)
        for column, role in (("altLabels", "ALSO"), ("hiddenLabels", "HIDDEN")):
            for name in _BETWEEN_NAMES.split(row[column]):
                if clean(name) != label:
                    self.literal(one, language, role, clean(name), shape)
        told = {
            TEXTS[column]: row[column].strip() for column in ("description", "definition", "scopeNote") if row[column]
        }
        for role, text in told.items():
            if len(text) > LITERAL:
                self.draft.skipped[f"{shape.name}: text longer than {LITERAL:,} signs"] += 1
            elif not (shape.collection and any(key[:2] == (language, role) for key in one.texts)):
                for old in [key for key in one.texts if key[:2] == (language, role)]:
                    del one.texts[old]
                one.describe(language, role, "\n".join(clean(part) for part in text.splitlines() if part.strip()))

    def literal(self, one: ConceptDraft, language: str, role: str, text: str, shape: Shape) -> None:
        if len(text) > LITERAL:
            self.draft.skipped[f"{shape.name}: name longer than {LITERAL:,} signs"] += 1
        else:
            one.name(language, role, text)

    # ── relations ────────────────────────────────────────────────────────────────────────────────────
    def take_relations(self, shapes: list[Shape]) -> None:
        """Relation files say the same in every language: the first is read."""
        first: dict[str, Shape] = {}
        for shape in shapes:
            first.setdefault(shape.part, shape)
        steps: dict[str, Callable[[Shape], None]] = {
            "occupationSkillRelations": self.take_skills_of_occupations,
            "skillSkillRelations": self.take_skills_of_skills,
            "broaderRelationsOccPillar": self.take_broader,
            "broaderRelationsSkillPillar": self.take_broader,
        }
        if "broaderRelationsSkillPillar" not in first:
            steps["skillsHierarchy"] = self.take_hierarchy
        for part, take in steps.items():
            if part in first:
                take(first[part])
        if "broaderRelationsOccPillar" not in first:
            self.broader_of_codes()

    def take_skills_of_occupations(self, shape: Shape) -> None:
        columns = ("occupationUri", "relationType", "skillUri")
        for line, (occupation, strength, skill) in self.table(shape, columns, set(columns)):
            kind = self.strength(strength, shape, line)
            source = self.uri(occupation, shape, line, "occupationUri")
            self.draft.relate(source, kind, self.uri(skill, shape, line, "skillUri"), part=shape.part)
        self.whole(shape)

    def take_skills_of_skills(self, shape: Shape) -> None:
        """Never by originalSkillType: it is wrong in 95 of 100 rows up to 1.2.0."""
        columns = ("originalSkillUri", "relationType", "relatedSkillUri")
        for line, (skill, strength, related) in self.table(shape, columns, set(columns)):
            kind = "RELATED_" + self.strength(strength, shape, line)
            source = self.uri(skill, shape, line, "originalSkillUri")
            self.draft.relate(source, kind, self.uri(related, shape, line, "relatedSkillUri"), part=shape.part)
        self.whole(shape)

    def take_broader(self, shape: Shape) -> None:
        columns = ("conceptUri", "broaderUri")
        for line, (concept, broader) in self.table(shape, columns, set(columns)):
            if broader.strip():
                source = self.uri(concept, shape, line, "conceptUri")
                self.draft.relate(source, "BROADER", self.uri(broader, shape, line, "broaderUri"), part=shape.part)
        self.whole(shape)

    def take_hierarchy(self, shape: Shape) -> None:
        """Which group stands under which, where the file with all broader relations is not there."""
        columns = tuple(f"Level {level} URI" for level in range(4))
        for line, levels in self.table(shape, columns, {columns[0]}):
            path = [self.uri(uri, shape, line, columns[level]) for level, uri in enumerate(levels) if uri.strip()]
            if len(path) > 1:
                self.draft.relate(path[-1], "BROADER", path[-2], part="broaderRelationsSkillPillar")

    def broader_of_collection(self, one: ConceptDraft, row: dict[str, str], shape: Shape, line: int) -> None:
        if self.has_pillar or shape.part != "skills":
            return
        for broader in _BETWEEN_NAMES.split(row["broaderConceptUri"]):
            if broader.strip():
                target = self.uri(broader, shape, line, "broaderConceptUri")
                self.draft.relate(one.key, "BROADER", target, part="broaderRelationsSkillPillar")

    def broader_of_codes(self) -> None:
        """2654.1.7 stands under 2654.1, and that under ISCO group 2654."""
        work = [one for one in self.draft.concepts.values() if one.kind == "OCCUPATION" and one.isco]
        by_code = {one.code: one.key for one in work}
        for one in work:
            above = by_code.get(one.code.rpartition(".")[0]) or f"http://data.europa.eu/esco/isco/C{one.isco}"
            self.draft.relate(one.key, "BROADER", above, part="broaderRelationsOccPillar")

    def take_green_share(self, shape: Shape) -> None:
        columns = ("conceptUri", "greenShare")
        for line, (uri, share) in self.table(shape, columns, set(columns)):
            one = self.draft.concepts.get(self.uri(uri, shape, line, "conceptUri"))
            if one and share.strip():
                one.extra["green_share"] = self.number(share, shape, line)

    def number(self, value: str, shape: Shape, line: int) -> float:
        try:
            return round(float(value), 6)
        except ValueError as error:
            raise CannotImport(f"{shape.name}, line {line}, column greenShare: '{value[:40]}' is no number.") from error

    def strength(self, value: str, shape: Shape, line: int) -> str:
        if value not in STRENGTH:
            raise CannotImport(
                f"{shape.name}, line {line}, column relationType: '{value[:40]}' is not essential or optional."
            )
        return STRENGTH[value]

    def whole(self, shape: Shape) -> None:
        if not shape.is_partial:
            self.draft.whole.add(shape.part)
