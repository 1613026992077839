"""Vectors of Basistaal that come along with the weights, so that a fresh clone answers at once.

`vaardig lexicon index --write` makes the file anew after new weights or new words. A text that is not in it gets its
vector in the usual way; a file of other weights is left alone.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

import numpy as np
from django.db import transaction

from skillcore.recognise import Entry, texts_to_encode
from vaardig.lexicon.drafts import digest
from vaardig.lexicon.encoder import weights_path
from vaardig.lexicon.models import Vector
from vaardig.lexicon.services.generations import count_generation
from vaardig.lexicon.vectors import stored_vectors

BATCH = 2_000


def shipped_path() -> Path:
    return weights_path().with_name("basis_vectors.npz")


@transaction.atomic
def take_shipped(*, model: str, texts: Collection[str], place: Path | None = None) -> list[str]:
    """Keep the vectors that came along for these texts; gives the texts that are still to be made."""
    place = place or shipped_path()
    if not texts or not place.is_file():
        return list(texts)
    with np.load(place, allow_pickle=False) as arrays:
        if str(arrays["model"]) != model:
            return list(texts)
        known = {bytes(short).decode(): at for at, short in enumerate(arrays["digests"])}
        rows = arrays["rows"]
    found = {text: at for text in texts if (at := known.get(digest(text))) is not None}
    vectors = [Vector(digest=digest(text), model=model, row=rows[at].tobytes()) for text, at in found.items()]
    Vector.objects.bulk_create(vectors, batch_size=BATCH, ignore_conflicts=True)
    if found:
        count_generation()
    return [text for text in texts if text not in found]


def write_shipped(*, model: str, entries: Iterable[Entry], place: Path | None = None) -> int:
    """Write the vectors of these entries to the file that goes along; gives how many."""
    entries = list(entries)
    stored = stored_vectors(entries, model)
    texts = [text for text in sorted(texts_to_encode(entries)) if text in stored]
    np.savez_compressed(
        place or shipped_path(),
        model=np.array(model),
        digests=np.array([digest(text).encode() for text in texts]),
        rows=np.stack([stored[text] for text in texts]) if texts else np.zeros((0, 0), np.int8),
    )
    return len(texts)
