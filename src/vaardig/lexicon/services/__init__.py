"""What happens to the lexicon: a version is kept, vectors are made."""

from vaardig.lexicon.services.shipped import take_shipped, write_shipped
from vaardig.lexicon.services.vectors import make_vectors
from vaardig.lexicon.services.versions import Outcome, keep_version

__all__ = ["Outcome", "keep_version", "make_vectors", "take_shipped", "write_shipped"]
