"""How good a ranking is: R-precision at 5, mean reciprocal rank, recall at k. All in per cent but the MRR."""

from collections.abc import Sequence

import numpy as np


def r_precision(ranked: Sequence[Sequence[int]], right: Sequence[set[int]], at: int = 5) -> float:
    """Right ones among the first `at`, of the most there could be."""
    parts = [
        len(set(order[:at]) & goal) / min(at, len(goal)) for order, goal in zip(ranked, right, strict=True) if goal
    ]
    return 100 * float(np.mean(parts))


def reciprocal(ranked: Sequence[Sequence[int]], right: Sequence[set[int]]) -> float:
    """One over the place of the first right one, on average; nothing found counts 0."""
    parts = [
        next((1 / (place + 1) for place, one in enumerate(order) if one in goal), 0.0)
        for order, goal in zip(ranked, right, strict=True)
        if goal
    ]
    return float(np.mean(parts))


def found_first(ranked: Sequence[Sequence[int]], right: Sequence[set[int]], at: int) -> float:
    """Share of questions with a right one among the first `at`."""
    parts = [bool(set(order[:at]) & goal) for order, goal in zip(ranked, right, strict=True) if goal]
    return 100 * float(np.mean(parts))


def standard(scores: np.ndarray) -> np.ndarray:
    """Scores of one question made comparable: mean 0, spread 1."""
    return (scores - scores.mean(-1, keepdims=True)) / (scores.std(-1, keepdims=True) + 1e-9)


def order(scores: np.ndarray, depth: int = 1000) -> list[list[int]]:
    """Best first, per row; ties by place, so that the order is the same twice."""
    return [np.lexsort((np.arange(len(row)), -row))[:depth].tolist() for row in scores]
