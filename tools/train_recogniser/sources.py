"""Concepts and their texts from the official files and from Basistaal, held-out texts left out."""

from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.data import ESCO_EN, ESCO_NL, concepts, rows, tidy
from benchmarks.splits import plain

LOW = tuple("456789")


@dataclass
class Concept:
    """One thing to learn: `kind` keeps skills and occupations from being each other's wrong answers."""

    uri: str
    kind: str
    names: dict[str, list[str]] = field(default_factory=lambda: {"nl": [], "en": []})
    said: dict[str, list[str]] = field(default_factory=lambda: {"nl": [], "en": []})
    descriptions: dict[str, list[str]] = field(default_factory=lambda: {"nl": [], "en": []})
    verb: bool = True
    practical: bool = False


def read_esco(data: Path) -> dict[str, Concept]:
    """Skills, occupations and groups, Dutch and English, by URI."""
    found: dict[str, Concept] = {}
    knowledge = {
        row["conceptUri"]
        for row in rows(data / ESCO_EN / "skills_en.reconstructed.csv")
        if row["skillType"] == "knowledge"
    }
    for kind, language, folder, file in (
        ("SKILL", "en", ESCO_EN, "skills_en.reconstructed.csv"),
        ("SKILL", "nl", ESCO_NL, "skills_nl.partial.csv"),
        ("OCCUPATION", "en", ESCO_EN, "occupations_en.csv"),
        ("OCCUPATION", "nl", ESCO_NL, "occupations_nl.csv"),
        ("GROUP", "en", ESCO_EN, "skillGroups_en.csv"),
        ("GROUP", "nl", ESCO_NL, "skillGroups_nl.csv"),
        ("ISCO", "en", ESCO_EN, "ISCOGroups_en.csv"),
        ("ISCO", "nl", ESCO_NL, "ISCOGroups_nl.csv"),
    ):
        for uri, (label, others, description) in concepts(data / folder / file).items():
            concept = found.setdefault(uri, Concept(uri, kind, verb=kind == "SKILL" and uri not in knowledge))
            concept.names[language] += [label, *others]
            concept.descriptions[language] += sentences(description) if kind != "ISCO" else []
    _mark_practical(found, data)
    return found


def _mark_practical(found: dict[str, Concept], data: Path) -> None:
    """Skills that belong to occupations of ISCO groups 4-9, and those occupations themselves."""
    codes = {row["conceptUri"]: row["iscoGroup"] for row in rows(data / ESCO_EN / "occupations_en.csv")}
    for uri, code in codes.items():
        found[uri].practical = code.startswith(LOW)
    for row in rows(data / ESCO_EN / "occupationSkillRelations_en.reconstructed.csv"):
        if codes.get(row["occupationUri"], "").startswith(LOW) and row["skillUri"] in found:
            found[row["skillUri"]].practical = True


def sentences(text: str) -> list[str]:
    """Sentences of a description, of a length worth learning from."""
    return [part.strip() for part in text.replace("; ", ". ").split(". ") if 20 <= len(part) <= 260]


def read_basis(folder: Path) -> list[tuple[Concept, list[str], list[str]]]:
    """Basistaal's skills, occupations, knowledge and conditions, each with the ESCO URIs that mean the same or
    nearly so (right answers too) and those wider or narrower (neither right nor wrong)."""
    found: list[tuple[Concept, list[str], list[str]]] = []
    for path in sorted(folder.rglob("*.yaml")):
        tree = _tree(path)
        for part, kind in (
            ("skills", "SKILL"),
            ("occupations", "OCCUPATION"),
            ("knowledge", "SKILL"),
            ("conditions", "CONDITION"),
        ):
            found += [_basis_concept(item, kind, part) for item in tree.get(part) or []]
    return found


def _tree(path: Path) -> dict:
    tree = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return tree if isinstance(tree, dict) else {}


def _basis_concept(item: dict, kind: str, part: str) -> tuple[Concept, list[str], list[str]]:
    concept = Concept(f"basis:{part}:{item['key']}", kind, verb=part == "skills", practical=True)
    for language in ("nl", "en"):
        texts = item.get(language) or {}
        concept.names[language] = [tidy(str(t)) for t in [texts.get("label") or "", *(texts.get("also") or [])] if t]
        said = [text for shelf in ("said", "said_for", "said_against") for text in texts.get(shelf) or []]
        concept.said[language] = [tidy(str(text)) for text in said]
        concept.descriptions[language] = sentences(tidy(str(texts.get("plain") or "")))
    esco = item.get("esco") or {}
    same, akin = (
        [uri for role in roles for uri in esco.get(role) or []] for roles in (("exact", "close"), ("narrow", "broad"))
    )
    return concept, same, akin


def without_held_out(found: list[Concept], forbidden: set[str]) -> int:
    """Drop every text that equals a held-out one, from every concept. Returns how many were dropped."""
    dropped = 0
    for concept in found:
        for shelf in (concept.names, concept.said, concept.descriptions):
            for language, texts in shelf.items():
                kept = [text for text in texts if plain(text) not in forbidden]
                dropped += len(texts) - len(kept)
                shelf[language] = kept
    return dropped
