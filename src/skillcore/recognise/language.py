"""Which of our two languages is this text in? Small words tell; the language of the screen says little about it."""

import re
from collections.abc import Mapping

_SMALL: Mapping[str, frozenset[str]] = {
    "nl": frozenset(
        "ik je jij de het een en van ik ben was heb had mijn met voor op naar aan bij niet geen ook dat die dit als"
        " maar wel elke thuis doe kan werk werkte zijn uit om te of er wat daar dan nog al over door in is".split()
    ),
    "en": frozenset(
        "i you the a an and of am was have had my with for on to at not no also that this as but every home do can"
        " work worked are from or there what then still over by in is it we they".split()
    ),
}
_WORD = re.compile(r"[a-zà-ÿ']+")


def language_of(text: str, *, default: str) -> str:
    """ "nl" or "en"; the default when the small words do not decide."""
    found = _WORD.findall(text[:5000].lower())
    counts = {language: sum(word in small for word in found) for language, small in _SMALL.items()}
    best = max(sorted(counts), key=lambda language: counts[language])
    runner_up = max(count for language, count in counts.items() if language != best)
    return best if counts[best] > runner_up else default
