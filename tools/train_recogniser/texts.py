"""Training texts: (text, numbers of the right concepts). Drawn with a seed, the same twice."""

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

from benchmarks.splits import benchmark_sentences, plain
from tools.train_recogniser import frames
from tools.train_recogniser.sources import Concept
from tools.train_recogniser.speech import finite, infinitive_of, slip, with_te

Item = tuple[str, tuple[int, ...]]


class Drawer:
    """Draws single names, framed names, descriptions and composed stories."""

    def __init__(self, concepts: list[Concept], also_right: dict[int, tuple[int, ...]], seed: int) -> None:
        self.concepts, self.also_right = concepts, also_right
        self.chance = random.Random(seed)  # noqa: S311
        self.pools = {key: self._pool(test) for key, test in POOLS.items()}
        self.akin: dict[int, tuple[int, ...]] = {}
        self.dropped = 0
        self.by_occupation: list[list[int]] = []
        self.spans: list[list[tuple[str, bool]]] = []

    def _pool(self, test: Callable[[Concept], bool]) -> list[int]:
        return [number for number, concept in enumerate(self.concepts) if test(concept)]

    def right(self, number: int) -> tuple[int, ...]:
        return (number, *self.also_right.get(number, ()))

    # ── one name ─────────────────────────────────────────────────────────────────────────────────────
    def name(self, pool: str, language: str) -> Item:
        """A label, another name or a thing said, in one language where it has one."""
        number = self.chance.choice(self.pools[pool])
        return self.text_of(number, language), self.right(number)

    def text_of(self, number: int, language: str) -> str:
        concept = self.concepts[number]
        said = concept.said[language]
        if said and self.chance.random() < 0.55:
            return self.noise(self.chance.choice(said), language)
        names = concept.names[language] or concept.names["nl" if language == "en" else "en"] or [*said, ""]
        name = names[0] if self.chance.random() < 0.25 else self.chance.choice(names)
        shown = language if concept.names[language] else "en"
        if not name or self.chance.random() < 0.45:
            return name
        return self.noise(self.framed(name, concept, shown), shown)

    def framed(self, name: str, concept: Concept, language: str) -> str:
        """The name in a sentence, as somebody says it."""
        low = name[:1].lower() + name[1:] if name[1:2].islower() else name
        if concept.kind == "CONDITION":
            return self.pick(frames.WISH_NL if language == "nl" else frames.WISH_EN).format(low)
        if concept.kind in ("OCCUPATION", "ISCO"):
            return self.pick(frames.JOB_NL if language == "nl" else frames.JOB_EN).format(low)
        if language == "en":
            return self.pick(frames.VERB_EN if concept.verb else frames.THING_EN).format(low)
        if infinitive_of(low) is None:
            return self.pick(frames.THING_NL).format(low)
        return self._verb(low)

    def _verb(self, low: str) -> str:
        way = self.chance.random()
        if way < 0.4:
            return self.pick(frames.INFINITIVE_NL).format(low)
        if way < 0.55:
            return self.pick(frames.TE_NL).format(low, te=with_te(low))
        forms = {"ik": finite(low), "turned": finite(low, turned=True), "wij": finite(low, "wij")}
        return self.pick(frames.FINITE_NL).format(**forms, wij_turned=finite(low, "wij", turned=True))

    def noise(self, text: str, language: str) -> str:
        return slip(text, self.chance) if language == "nl" and self.chance.random() < 0.12 else text

    def pick(self, choices: tuple[str, ...]) -> str:
        return self.chance.choice(choices)

    # ── longer texts ─────────────────────────────────────────────────────────────────────────────────
    def description(self, pool: str, language: str) -> Item:
        number = self.chance.choice(self.pools[pool])
        texts = self.concepts[number].descriptions[language] or self.concepts[number].descriptions["en"]
        return (self.chance.choice(texts) if texts else self.text_of(number, language)), self.right(number)

    def story(self, language: str) -> Item:
        """Two to four things one person does, joined as people join them."""
        group = self.chance.choice(self.by_occupation)
        pool = self.pools["said"] if self.pools["said"] and language == "nl" else self.pools["practical"]
        numbers = [
            self.chance.choice(group if self.chance.random() < 0.5 else pool)
            for _ in range(self.chance.choice((2, 2, 3, 4)))
        ]
        parts = [self.text_of(number, language) for number in numbers]
        if language == "nl" and self.chance.random() < 0.4:
            parts.insert(self.chance.randrange(len(parts) + 1), self.pick(frames.FILLERS_NL))
        joints = frames.JOINTS_NL if language == "nl" else frames.JOINTS_EN
        text = parts[0] + "".join(self.pick(joints) + part for part in parts[1:])
        return text, tuple(sorted({right for number in numbers for right in self.right(number)}))

    def vacancy(self) -> Item:
        """A SkillSpan sentence with its marked spans replaced by names of one occupation's skills."""
        template = self.chance.choice(self.spans)
        group = self.chance.choice(self.by_occupation) if self.chance.random() < 0.5 else self.pools["skill"]
        parts, numbers = [], []
        for text, marked in template:
            if not marked:
                parts.append(text)
                continue
            number = self.chance.choice(group)
            names = self.concepts[number].names["en"]
            parts.append(self.chance.choice(names) if names else text)
            numbers.append(number)
        return " ".join(parts), tuple(sorted({right for number in numbers for right in self.right(number)}))


POOLS: dict[str, Callable[[Concept], bool]] = {
    "wish": lambda c: c.kind == "CONDITION" and bool(c.names["nl"]),
    "skill": lambda c: c.kind == "SKILL" and bool(c.names["en"]),
    "practical": lambda c: c.kind == "SKILL" and c.practical and bool(c.names["nl"] or c.names["en"]),
    "skill_nl": lambda c: c.kind == "SKILL" and bool(c.names["nl"]),
    "job": lambda c: c.kind == "OCCUPATION" and bool(c.names["nl"]),
    "job_en": lambda c: c.kind == "OCCUPATION" and bool(c.names["en"]),
    "group": lambda c: c.kind in ("GROUP", "ISCO") and bool(c.names["nl"]),
    "said": lambda c: c.kind == "SKILL" and bool(c.said["nl"]),
    "basis": lambda c: c.uri.startswith("basis:") and c.kind != "CONDITION" and bool(c.names["nl"]),
    "glossed": lambda c: c.kind == "SKILL" and c.practical and not c.uri.startswith("basis:") and bool(c.names["nl"]),
}


def skillspan_templates(data: Path) -> list[list[tuple[str, bool]]]:
    """SkillSpan train sentences with one to four marked spans; TECH and HOUSE sentences removed first."""
    kept_out, found = benchmark_sentences(data), []
    with gzip.open(data / "skill-extraction-en" / "skillspan_train.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if plain(" ".join(row["tokens"])) in kept_out:
                continue
            parts = _spans(row["tokens"], row["tags_skill"], row["tags_knowledge"])
            if 1 <= sum(marked for _, marked in parts) <= 4 and len(row["tokens"]) <= 60:
                found.append(parts)
    return found


def _spans(tokens: list[str], skill: list[str], knowledge: list[str]) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    for token, a, b in zip(tokens, skill, knowledge, strict=True):
        tag = a if a != "O" else b
        if tag == "O":
            parts.append((token, False))
        elif tag.startswith("B") or not parts or not parts[-1][1]:
            parts.append((token, True))
    return parts
