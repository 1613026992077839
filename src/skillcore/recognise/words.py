"""Words of a text with their place, and what each counts as: lemma, spelling by ear, compound halves."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from skillcore.recognise.lists import listed

WORD = re.compile(r"[^\W_]+(?:['’`][^\W\d_]{1,2}\b)?(?:[+#]+|(?:[-.][^\W_]+)*)")
LONGEST = 40  # letters; what is longer is no word
STOP = {
    "nl": listed("""
            de het een en of in op te van voor met om naar bij uit aan er ook dan dat die dit deze ik wij we
            je jij u hij ze zij mij me mijn m'n ons onze hun haar zijn is ben was waren bent wordt worden
            heb hebben heeft had kan kon kunnen moet moest moeten mag mocht wil wilde ga gaat ging gaan als
            maar want dus door over tot nog al wel niet geen heel erg goed veel vaak altijd soms elke iedere
            dag dagen week daar hier toen nu alle alles andere wat waar hoe zo doe doen deed gedaan werk
            werken werkte gewerkt jaar jaren thuis zelf samen graag leuk bezig dingen ding
        """),
    "en": listed("""
            the a an and or in on at to of for with by from as is are was were be been i we you he she they
            my our your his her their me us it its this that these those have has had do does did can could
            must may will would should very well every day always often also work worked working job years
            year good lot things thing use used using
        """),
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands in the text: text[start:end]."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'").replace("`", "'")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two places of a text."""
    stop = len(text) if end is None else end
    return [Word(found[0], found.start(), found.end()) for found in WORD.finditer(text, start, stop)]


@lru_cache(200_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form (simplemma), lower case; foreign letters kept."""
    if not 0 < len(word) <= LONGEST:
        return word[:LONGEST]
    return str(simplemma.lemmatize(word, lang=language)).lower()


@lru_cache(200_000)
def known(word: str, language: str) -> bool:
    """Whether the dictionary has the word."""
    return 0 < len(word) <= LONGEST and bool(simplemma.is_known(word, lang=language))


@lru_cache(200_000)
def key(word: str, language: str) -> str:
    """What two forms of one word share: maakt, maken, gemaakt -> mak; tuin, tuinen -> tuin."""
    low = without_accents(word)
    form = lemma(low, language)
    return _dutch_root(form) if language == "nl" else form.removesuffix("'s")


def _dutch_root(form: str) -> str:
    root = form.removesuffix("'s")
    for end in ("tjes", "tje", "jes", "je") if len(root) > 6 else ():
        if root.endswith(end):
            root = root.removesuffix(end)
            break
    for end in ("en", "e", "s"):
        if root.endswith(end) and len(root) - len(end) >= 3:
            root = root.removesuffix(end)
            break
    root = re.sub(r"([aeou])\1", r"\1", root)
    root = re.sub(r"([^aeiou])\1$", r"\1", root)
    return root[:-1] + {"v": "f", "z": "s"}.get(root[-1:], root[-1:])


@lru_cache(200_000)
def without_accents(word: str) -> str:
    """é -> e, ï -> i."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


BY_EAR = (
    ("sch", "sg"), ("ch", "g"), ("ij", "y"), ("ei", "y"), ("ey", "y"), ("auw", "ou"), ("au", "ou"), ("ouw", "ou"),
    ("dt", "t"), ("th", "t"), ("ph", "f"), ("qu", "kw"), ("x", "ks"), ("c", "k"), ("z", "s"), ("v", "f"), ("ie", "i"),
)  # fmt: skip


@lru_cache(200_000)
def by_ear(word: str) -> str:
    """How a Dutch word sounds, roughly: schoonmaken, sgoonmaken, skoonmaaken -> sgonmaken."""
    sound = without_accents(word.lower())
    for written, heard in BY_EAR:
        sound = sound.replace(written, heard)
    sound = re.sub(r"(.)\1+", r"\1", sound)
    sound = sound.replace("sk", "sg")
    return sound[:-1] + "t" if sound.endswith("d") else sound
