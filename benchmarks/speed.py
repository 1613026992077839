"""How fast and how large: a story and a CV, warm; building the index; memory."""

import re
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from skillcore.recognise import Recogniser

STORY = """Ik werk nu twee jaar in de schoonmaak. Elke ochtend maak ik de kantoren schoon en ik lap de ramen op de begane
grond. Daarna dweil ik de gang en maak ik de toiletten schoon. Op woensdag help ik in de keuken: ik snijd groenten, ik was
af en ik dek de tafels. Thuis zorg ik voor mijn moeder. Ik haal haar medicijnen, ik kook voor haar en ik doe de was. In mijn
eigen land was ik naaister. Ik maakte kleding en ik repareerde ritsen. Met computers kan ik niet goed werken. Ik wil graag
leren om te lassen. Ik ben altijd op tijd en ik werk netjes."""
TIMES = 15


def measure(recogniser: Recogniser) -> dict[str, float]:
    """Milliseconds per story and CV on one and two cores (median), and memory in MB."""
    found = {}
    for cores in (1, 2):
        with threadpool_limits(cores):
            found[f"story_ms_{cores}"] = _milliseconds(lambda: _ask(recogniser, STORY))
            found[f"cv_ms_{cores}"] = _milliseconds(lambda: _ask(recogniser, cv()), times=5)
    found["resident_mb"] = resident()
    return found


def _ask(recogniser: Recogniser, text: str) -> None:
    recogniser.suggest(text, language="nl")


def cv() -> str:
    """A text of 1,000 words: ten different stories, so that nothing is met twice."""
    words = STORY.split()
    parts = [" ".join(words[at:] + words[:at]) for at in range(0, 100, 10)]
    return " ".join(" ".join(parts).split()[:1000])


def _milliseconds(act: Callable[[], None], times: int = TIMES) -> float:
    act()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return 1000 * float(np.median(taken))


def resident() -> float:
    """Memory this process holds now, in MB; where the system does not tell, the most it has held."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text())[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def stopwatch(found: dict[str, float], name: str) -> Iterator[None]:
    """Seconds of a block, under a name."""
    start = time.perf_counter()
    yield
    found[name] = time.perf_counter() - start
