"""Vectors of texts as rows: which are there, which are still to be made."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from skillcore.recognise import Entry, texts_to_encode
from vaardig.lexicon.drafts import digest
from vaardig.lexicon.models import Vector


def stored_vectors(entries: Iterable[Entry], model: str) -> dict[str, npt.NDArray[np.int8]]:
    """Text → int8 row, for the names that have one. The rows share one block of memory."""
    place: dict[str, int] = {}
    block = bytearray()
    for short, row in Vector.objects.filter(model=model).order_by("pk").values_list("digest", "row").iterator():
        place[short] = len(place)
        block += row
    if not place:
        return {}
    rows = np.frombuffer(block, np.int8).reshape(len(place), -1)
    texts = {name.text for entry in entries for name in entry.names}
    return {text: rows[at] for text in sorted(texts) if (at := place.get(digest(text))) is not None}


def missing_texts(entries: Iterable[Entry], model: str) -> list[str]:
    """Texts without a vector, those first that serve most."""
    known = set(Vector.objects.filter(model=model).values_list("digest", flat=True))
    return [text for text in texts_to_encode(entries) if digest(text) not in known]
