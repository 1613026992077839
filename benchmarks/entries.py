"""The official files and Basistaal as entries of the recogniser."""

from dataclasses import replace
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.data import ESCO_EN, ESCO_NL, concepts, rows
from benchmarks.splits import plain
from skillcore.recognise import Entry, Name

BASIS = Path(__file__).resolve().parents[1] / "content" / "lexicon" / "basis"
BRIDGE = BASIS.parent / "bridge"
SKILL = "http://data.europa.eu/esco/skill/"
CLOSENESS = ("exact", "close", "narrow", "broad")
SKILL_FILES = {"en": (ESCO_EN, "skills_en.reconstructed.csv"), "nl": (ESCO_NL, "skills_nl.partial.csv")}
JOB_FILES = {"en": (ESCO_EN, "occupations_en.csv"), "nl": (ESCO_NL, "occupations_nl.csv")}
ROLES = (("also", "ALSO"), ("said", "SAID"), ("said_for", "SAID_FOR"), ("said_against", "SAID_AGAINST"))
PARTS = (
    ("skills", "SKILL"),
    ("tasks", "TASK"),
    ("occupations", "OCCUPATION"),
    ("knowledge", "KNOWLEDGE"),
    ("conditions", "CONDITION"),
)


def esco_skills(data: Path, languages: tuple[str, ...] = ("nl", "en")) -> list[Entry]:
    """ESCO's skills and knowledge, with the names of these languages."""
    file = data / ESCO_EN / "skills_en.reconstructed.csv"
    knowledge = {row["conceptUri"] for row in rows(file) if row["skillType"] == "knowledge"}
    found = _esco(data, SKILL_FILES, languages)
    told = bridge() if "nl" in languages else {}
    return [
        _entry(uri, "KNOWLEDGE" if uri in knowledge else "SKILL", _bridged(names, told.get(uri, ())))
        for uri, names in found
    ]


def _bridged(names: tuple[Name, ...], ours: tuple[Name, ...]) -> tuple[Name, ...]:
    """Our plain Dutch stands in where ESCO's own is not at hand, as in the product."""
    return names if any(name.language == "nl" for name in names) else (*names, *ours)


def bridge(folder: Path = BRIDGE) -> dict[str, tuple[Name, ...]]:
    """ESCO URI -> our Dutch name for it, and how people tell it (content/lexicon/bridge)."""
    found = {}
    for path in sorted(folder.glob("*.tsv")):
        for row in rows(path, "\t"):
            said = (Name(row["told"], "nl", "SAID"),) if row.get("told") else ()
            found[SKILL + row["skill"]] = (Name(row["name"], "nl", "ALSO"), *said)
    return found


def esco_occupations(data: Path, languages: tuple[str, ...] = ("nl", "en")) -> list[Entry]:
    """ESCO's occupations, with the names of these languages."""
    return [_entry(uri, "OCCUPATION", names) for uri, names in _esco(data, JOB_FILES, languages)]


def _esco(
    data: Path, files: dict[str, tuple[str, str]], languages: tuple[str, ...]
) -> list[tuple[str, tuple[Name, ...]]]:
    names: dict[str, list[Name]] = {}
    for language in languages:
        folder, file = files[language]
        for uri, (label, others, _) in concepts(data / folder / file).items():
            also = [Name(other, language, "ALSO") for other in others]
            names.setdefault(uri, []).extend([Name(label, language, "LABEL"), *also])
    return [(uri, tuple(found)) for uri, found in sorted(names.items())]


def _entry(uri: str, kind: str, names: tuple[Name, ...]) -> Entry:
    return Entry("esco:" + uri.rsplit("/", 1)[1], kind, "esco", names[0].text, names, (uri,), (uri,))


def basis(held_out: frozenset[str] = frozenset(), folder: Path = BASIS) -> list[Entry]:
    """Basistaal; names that equal a held-out text (as `plain` writes it) left out."""
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        tree = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}
        for part, kind in PARTS:
            found += [_own(item, kind, part, held_out) for item in tree.get(part) or []]
    return found


def _own(item: dict, kind: str, part: str, held_out: frozenset[str]) -> Entry:
    names = []
    for language in ("nl", "en"):
        texts = item.get(language) or {}
        names += [Name(str(texts["label"]), language, "LABEL")] if texts.get("label") else []
        names += [Name(str(text), language, role) for shelf, role in ROLES for text in texts.get(shelf) or []]
    kept = tuple(name for name in names if name.role == "LABEL" or plain(name.text) not in held_out)
    esco = item.get("esco") or {}
    mapped = tuple(uri for role in CLOSENESS for uri in esco.get(role) or [])
    exact = tuple(esco.get("exact") or [])
    return Entry(f"basis:{part}:{item['key']}", kind, "basis", names[0].text, kept, mapped, exact)


def fewer_names(entry: Entry) -> Entry:
    """An entry of ESCO without its English altLabels; ours whole."""
    kept = (name for name in entry.names if name.role == "LABEL" or name.language == "nl" or entry.scheme == "basis")
    return replace(entry, names=tuple(kept))
