"""Rough Dutch for an English name, word by word, the verb last: enough to find it, never to show it."""

import re
from functools import cache

from skillcore.recognise.glossary import PHRASES, VERBS, WORDS, table

SMALL = {"the", "a", "an"}


def rough_dutch(name: str, verb: bool) -> list[str]:
    """clean building floors -> [gebouw vloeren schoonmaken, gebouw vloeren poetsen]; [] where a word is unknown."""
    words = _english_words(name)
    head = words.pop(0) if verb and words and words[0] in table(VERBS) else None
    if not words or (verb and head is None):
        return []
    body = [_choices(word) for word in words]
    if not all(body):
        return []
    ends = table(VERBS)[head] if head else ("",)
    middles = (" ".join(choices[at] for choices in body) for at in (0, -1))
    return list(dict.fromkeys(f"{middle} {end}".strip() for middle in middles for end in ends))


def _english_words(name: str) -> list[str]:
    line = re.sub(r"\(.*?\)", "", name.lower())
    line = _phrase_pattern().sub(lambda found: " =" + found[0].replace(" ", "_") + " ", line)
    return [word for word in re.findall(r"=?[\w'-]+", line) if word not in SMALL and word not in {"'", "'s"}]


@cache
def _phrase_pattern() -> re.Pattern[str]:
    phrases = sorted((key.replace("_", " ") for key in table(PHRASES)), key=lambda key: (-len(key), key))
    return re.compile(r"\b(" + "|".join(map(re.escape, phrases)) + r")\b")


def _choices(word: str) -> tuple[str, ...]:
    if word.startswith("="):
        return table(PHRASES)[word[1:]]
    return table(WORDS).get(word) or table(VERBS).get(word) or ()
