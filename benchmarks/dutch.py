"""Dutch: the held-out synonym of each occupation, and of each CompetentNL vaardigheid, found back."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from benchmarks.data import ESCO_NL, concepts
from benchmarks.measures import found_first, order, standard
from benchmarks.reference import Plain
from benchmarks.splits import capability_labels, held_out_synonyms
from benchmarks.vectors import rows_for
from skillcore.recognise import Embedder, Entry, Name, Recogniser, texts_to_encode

Names = dict[str, list[str]]  # concept -> its names, the label first


def occupations(data: Path) -> tuple[Names, dict[str, str]]:
    """Names left in the index, and the question per concept."""
    held_out = held_out_synonyms(data)
    found = concepts(data / ESCO_NL / "occupations_nl.csv")
    index = {
        uri: [label, *(other for other in others if other != held_out.get(uri))]
        for uri, (label, others, _) in found.items()
    }
    return index, held_out


def capabilities(data: Path) -> tuple[Names, dict[str, str]]:
    """The same for the vaardigheden: the last other label by casefold is the question."""
    found = capability_labels(data)
    asked = {uri: max(names[1:], key=str.casefold) for uri, names in found.items() if len(names) >= 3}
    return {uri: [name for name in names if name != asked.get(uri)] for uri, names in found.items()}, asked


def recalls(scores: np.ndarray, index: Names, asked: Mapping[str, str]) -> dict[str, float]:
    """scores [questions, concepts] -> recall at 1 and 5."""
    place = {uri: at for at, uri in enumerate(index)}
    right = [{place[uri]} for uri in asked]
    ranked = order(scores, 5)
    return {f"R@{at}": found_first(ranked, right, at) for at in (1, 5)}


def references(plain: Plain, index: Names, asked: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Letter groups, raw embedding, and the sum of both: the best name counts for its concept."""
    names = [name for owned in index.values() for name in owned]
    firsts = np.cumsum([0, *(len(owned) for owned in index.values())])[:-1]
    questions = list(asked.values())
    letters, meaning = plain.letters(names, questions), plain.meaning(names, questions)
    columns = {"letters": letters, "e5": meaning, "sum": standard(letters) + standard(meaning)}
    best = {key: np.maximum.reduceat(value, firsts, axis=1) for key, value in columns.items()}
    return {key: recalls(value, index, asked) for key, value in best.items()}


def ours(
    embedder: Embedder | None, index: Names, asked: Mapping[str, str], kind: str, cache: Path | None
) -> dict[str, float]:
    """The product on the same index and questions."""
    entries = [_entry(uri, names, kind) for uri, names in index.items()]
    vectors = rows_for(embedder, texts_to_encode(entries), cache) if embedder else None
    recogniser = Recogniser.build(entries, vectors=vectors, embedder=embedder)
    keys = [entry.key for entry in recogniser.shelves[kind].entries]
    turn = [keys.index(uri) for uri in index]
    scores = np.stack([recogniser.evidence(text, language="nl", kind=kind)[turn] for text in asked.values()])
    return recalls(scores, index, asked)


def _entry(uri: str, names: list[str], kind: str) -> Entry:
    label, *others = names
    rows = (Name(label, "nl"), *(Name(other, "nl", "ALSO") for other in others))
    return Entry(uri, kind, "esco", label, rows, (uri,), (uri,))
