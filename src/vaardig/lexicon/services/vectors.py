"""Make the vectors that are still missing; can be stopped and taken up again at any moment."""

from collections.abc import Callable, Collection

from django.db import transaction

from skillcore.recognise import Embedder, encode_names
from vaardig.lexicon.drafts import digest
from vaardig.lexicon.models import Vector
from vaardig.lexicon.services.generations import count_generation

BATCH = 256


def make_vectors(
    *, embedder: Embedder, texts: Collection[str], done: Callable[[int], None] = lambda number: None
) -> int:
    """Each batch is kept as soon as it is made. Gives how many were made."""
    waiting, made = list(texts), 0
    try:
        for start in range(0, len(waiting), BATCH):
            batch = waiting[start : start + BATCH]
            rows = encode_names(embedder, batch)
            vectors = [
                Vector(digest=digest(text), model=embedder.name, row=row.tobytes())
                for text, row in zip(batch, rows, strict=True)
            ]
            Vector.objects.bulk_create(vectors, ignore_conflicts=True)
            made += len(batch)
            done(len(batch))
    finally:
        if made:
            with transaction.atomic():
                count_generation()
    return made
