"""Give English-only skills rough Dutch names to learn from: it is the vocabulary that teaches."""

from skillcore.recognise.bridge import rough_dutch
from tools.train_recogniser.sources import Concept


def add_dutch(found: dict[str, Concept]) -> None:
    """From its label and first other names, at most six rough Dutch names."""
    for concept in found.values():
        if concept.kind == "SKILL" and not concept.names["nl"]:
            rough = [dutch for name in concept.names["en"][:5] for dutch in rough_dutch(name, concept.verb)]
            concept.names["nl"] = list(dict.fromkeys(rough))[:6]
