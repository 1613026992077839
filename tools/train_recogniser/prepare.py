"""All training texts ready to be drawn, held-out texts left out. Needs no torch, so that a test can look."""

from pathlib import Path

from benchmarks.data import ESCO_EN, rows
from benchmarks.splits import forbidden_texts
from tools.train_recogniser import glossary
from tools.train_recogniser.sources import Concept, read_basis, read_esco, without_held_out
from tools.train_recogniser.texts import Drawer, skillspan_templates


def prepare(data: Path, basis: Path, seed: int) -> tuple[Drawer, list[Concept]]:
    """All concepts with their texts, held-out texts left out, and who draws from them."""
    esco, own = read_esco(data), read_basis(basis)
    glossary.add_dutch(esco)
    concepts = [*esco.values(), *(concept for concept, _, _ in own)]
    dropped = without_held_out(concepts, forbidden_texts(data))
    number = {concept.uri: at for at, concept in enumerate(concepts)}
    also = {number[concept.uri]: tuple(number[uri] for uri in same if uri in number) for concept, same, _ in own}
    akin = {number[concept.uri]: tuple(number[uri] for uri in near if uri in number) for concept, _, near in own}
    print(f"{len(concepts)} concepts, {len(own)} of Basistaal, {dropped} held-out texts dropped")
    drawer = Drawer(concepts, also, seed)
    drawer.akin, drawer.dropped = akin, dropped
    drawer.by_occupation = skills_by_occupation(data, number)
    drawer.spans = skillspan_templates(data)
    return drawer, concepts


def skills_by_occupation(data: Path, number: dict[str, int]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for row in rows(data / ESCO_EN / "occupationSkillRelations_en.reconstructed.csv"):
        if row["skillUri"] in number:
            found.setdefault(row["occupationUri"], []).append(number[row["skillUri"]])
    return [numbers for _, numbers in sorted(found.items())]
