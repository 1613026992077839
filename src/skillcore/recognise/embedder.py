"""What the recogniser asks of a sentence embedder; the encoder is one."""

from collections.abc import Sequence
from typing import Protocol

from skillcore.recognise.pack import Floats


class Embedder(Protocol):
    """Encodes texts; `name` changes whenever its vectors change, so that stored rows can be told apart."""

    @property
    def name(self) -> str: ...

    def tokens(self, texts: Sequence[str]) -> list[Floats]:
        """Per text a matrix [pieces, D] of centred unit vectors."""

    def starts(self, text: str) -> list[int]:
        """Per piece of `tokens([text])[0]` the number of the word (split on spaces) it belongs to."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Per text one unit vector: [len(texts), D]."""
