"""What an installation does with the lexicon when it starts: Basistaal in, vectors complete."""

from pathlib import Path

from django.utils import timezone

from vaardig.lexicon import recognising
from vaardig.lexicon.encoder import load_embedder
from vaardig.lexicon.entries import read_entries
from vaardig.lexicon.imports.basis import about_basis, read_basis, sources_of
from vaardig.lexicon.models import SchemeVersion
from vaardig.lexicon.queries import searching
from vaardig.lexicon.services import Outcome, keep_version, make_vectors, take_shipped
from vaardig.lexicon.vectors import missing_texts


def load_basis(place: Path | None = None) -> Outcome | None:
    """Basistaal, when it is not there yet or when its files changed; None when there was nothing to do."""
    kept = SchemeVersion.objects.filter(scheme__key="basis", version=about_basis(place).version).first()
    if kept and kept.sources == sources_of(place):
        return None
    return keep_version(draft=read_basis(place), now=timezone.now())


def complete_index() -> int:
    """Make every vector that is missing; how many that were. Without an encoder words serve alone."""
    embedder = load_embedder()
    if embedder is None:
        return 0
    waiting = take_shipped(model=embedder.name, texts=missing_texts(read_entries(), embedder.name))
    return make_vectors(embedder=embedder, texts=waiting)


def warm() -> None:
    """Load what the first visitor would wait for: the recogniser and the search."""
    recognising.load()
    searching.load()
