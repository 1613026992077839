"""What a long command shows on standard error: a bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def counting(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """`with counting("vectors", 900) as done: done(256)`."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(file=sys.stderr), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(what, total=total)
        yield lambda number: progress.advance(task, number)


@contextmanager
def stepping(what: str, steps: int) -> Iterator[Callable[[str], None]]:
    """`with stepping("esco", 4) as step: step("labels")`: a step begins."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(file=sys.stderr), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(what, total=steps)

        def step(name: str) -> None:
            progress.update(task, advance=1, description=f"{what}: {name}")

        yield step


def say(sentence: str) -> None:
    """A remark beside the answer."""
    sys.stderr.write(sentence + "\n")
