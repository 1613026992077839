"""A line of progress on the error stream, so that the answer on standard output stays clean."""

import sys
from collections.abc import Iterator, Sequence


def told(steps: Sequence[int], what: str) -> Iterator[int]:
    """The steps, with a percentage shown beside what is being done."""
    for at, step in enumerate(steps):
        print(f"\r{what}: {100 * at // max(1, len(steps))} %", end="", file=sys.stderr, flush=True)
        yield step
    if steps:
        print(f"\r{what}: done   ", file=sys.stderr)
