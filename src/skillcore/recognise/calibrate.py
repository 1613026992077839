"""From evidence to one score between 0 and 1: weights and curves fitted on the development set's dev half."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skillcore.recognise.pack import Floats


@dataclass(frozen=True, slots=True)
class Mix:
    """How much each kind of evidence counts, and how the sum becomes a chance."""

    name: float  # best name by meaning
    attended: float  # concept looking at the words that concern it
    words: float
    letters: float
    topic: float  # nearness to what the whole text is about, where it has several clauses
    steep: float
    middle: float
    threshold: float  # least chance of a suggestion
    least: float = 0.0  # least chance of a clause's best: under it there is nothing to suggest

    @property
    def something(self) -> float:
        """`least` on the scale of the scores."""
        return self.middle - float(np.log(1 / self.least - 1)) / self.steep if self.least else 0.0


# Fitted on benchmarks/devset (dev half); see docs/benchmarks.md.
MIXES = {
    "SKILL": Mix(0.6, 0.4, 0.3, 0.2, 0.3, 8.0, 0.95, 0.07, 0.2),
    "TASK": Mix(0.6, 0.4, 0.3, 0.2, 0.3, 8.0, 0.95, 0.07, 0.2),
    "OCCUPATION": Mix(0.6, 0.4, 0.2, 0.1, 0.0, 10.0, 0.95, 0.03),
    "CONDITION": Mix(0.7, 0.0, 0.5, 0.2, 0.0, 9.0, 0.62, 0.45),
}
# Without our own plain words beside them, official names lie further from how people talk: the same score says more.
OFFICIAL = Mix(0.6, 0.4, 0.3, 0.2, 0.3, 8.0, 0.80, 0.05, 0.168)
BARE = Mix(0.0, 0.0, 1.0, 0.35, 0.0, 8.0, 0.55, 0.30)  # words alone, where no encoder is at hand


def chance(scores: Floats | npt.NDArray[np.float64], mix: Mix) -> npt.NDArray[np.float64]:
    """A score as a calibrated chance, 0-1."""
    return np.asarray(1 / (1 + np.exp(-mix.steep * (np.asarray(scores, np.float64) - mix.middle))))


def alike(scores: Floats, mix: Mix, other: Mix) -> Floats:
    """Scores of one mix on the scale of another: the same chance, and nothing stays nothing."""
    moved = other.middle + (scores - np.float32(mix.middle)) * np.float32(mix.steep / other.steep)
    return np.asarray(np.where(scores > 0, moved, 0), np.float32)
