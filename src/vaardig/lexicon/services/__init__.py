"""What happens to the lexicon: a version is kept, vectors are made."""

from vaardig.lexicon.services.vectors import make_vectors
from vaardig.lexicon.services.versions import Outcome, keep_version

__all__ = ["Outcome", "keep_version", "make_vectors"]
