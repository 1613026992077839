"""What is held out of indexes and of training, and why: the splits of DESIGN §10."""

from pathlib import Path

from benchmarks.data import COMPETENTNL, ESCO_NL, SENTENCES, concepts, rows, tidy

TECH_AND_HOUSE = ("tech_test", "tech_validation", "house_test", "house_validation")


def held_out_synonyms(data: Path) -> dict[str, str]:
    """Occupation URI -> its last Dutch synonym by casefold, where it has two or more."""
    found = concepts(data / ESCO_NL / "occupations_nl.csv")
    return {uri: max(others, key=str.casefold) for uri, (_, others, _) in found.items() if len(others) >= 2}


def capability_labels(data: Path) -> dict[str, list[str]]:
    """CompetentNL vaardigheid -> its labels, the preferred one first."""
    found: dict[str, list[str]] = {}
    for row in rows(data / COMPETENTNL / "capability_labels.tsv", "\t"):
        known = found.setdefault(row["uri"], [tidy(row["prefLabel"])])
        if (label := tidy(row["label"])) and label not in known:
            known.append(label)
    return found


def benchmark_sentences(data: Path) -> set[str]:
    """Every sentence of TECH and HOUSE, validation and test, as `plain` writes it."""
    return {
        plain(row["sentence"]) for name in TECH_AND_HOUSE for row in rows(data / SENTENCES / f"{name}_annotations.csv")
    }


def forbidden_texts(data: Path) -> set[str]:
    """Every text that no training text may equal, as `plain` writes it."""
    synonyms = {plain(text) for text in held_out_synonyms(data).values()}
    capabilities = {plain(text) for texts in capability_labels(data).values() for text in texts}
    return synonyms | capabilities | benchmark_sentences(data)


def plain(text: str) -> str:
    """For comparing: without case, punctuation and double spaces."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return " ".join(kept.split())
