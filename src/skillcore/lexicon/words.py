"""Words made comparable: folded (no accents, no capitals) and brought back to their lemma."""

import re
import unicodedata
from functools import lru_cache

import simplemma

_WORD = re.compile(r"[^\W_]+(?:[+#]+|[.'’-][^\W_]+)*")
_UNSEEN = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_LEMMATISED = {"nl", "en"}
LINKS = ("", "s", "en", "e", "n")


def clean(text: str) -> str:
    """One form of Unicode, no soft hyphens or zero-width signs, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def fold(text: str) -> str:
    """Without capitals and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(_UNSEEN).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """The words of a text in order, folded."""
    return _WORD.findall(fold(text))


@lru_cache(200_000)
def lemma(word: str, language: str) -> str:
    if language not in _LEMMATISED:
        return fold(word)
    return fold(simplemma.lemmatize(word, lang=language))


@lru_cache(20_000)
def lemmas(text: str, language: str) -> tuple[str, ...]:
    """The lemma of each word, in order. Accents help to find the lemma, so it comes before folding."""
    whole = unicodedata.normalize("NFC", text.translate(_UNSEEN).lower())
    return tuple(lemma(word, language) for word in _WORD.findall(whole))


def halves(word: str, known: frozenset[str] | set[str] | dict[str, int], least: int = 4) -> tuple[str, str] | None:
    """Cut a compound where both halves are known words: "magazijnmedewerker" → magazijn, medewerker."""
    for cut in range(least, len(word) - least + 1):
        tail = word[cut:]
        if tail not in known:
            continue
        for link in LINKS:
            head = word[:cut]
            if link and not head.endswith(link):
                continue
            head = head[: len(head) - len(link)] if link else head
            if len(head) >= least and head in known:
                return head, tail
    return None
