"""From a label to how a person says it: first person, "te" form, word order, slips of the pen."""

import random
import re

import simplemma

PARTICLES = (
    *("schoon", "klaar", "samen", "vast", "terug", "tegen", "voor", "binnen", "buiten", "achter", "thuis"),
    *("aan", "af", "op", "uit", "in", "mee", "bij", "weg", "toe", "na", "los", "om", "neer", "door", "over"),
)
NOT_SEPARABLE = {
    *("aanvaarden", "voorkomen", "voorspellen", "voorzien", "overleggen", "overtuigen", "overwegen", "omgeven"),
    *("doorzoeken", "doorgronden", "overwinnen", "overbruggen", "omschrijven", "overhandigen", "overzien"),
    *("inspecteren", "installeren", "integreren", "opereren", "innoveren", "informeren", "interviewen"),
    *("toetsen", "innen", "omvatten", "omarmen", "voorleggen", "achterhalen", "overtreffen", "invoeren_"),
}
VOWELS = "aeiou"
IRREGULAR = {"doen": "doe", "gaan": "ga", "staan": "sta", "zien": "zie", "zijn": "ben", "slaan": "sla", "hebben": "heb"}


def parts_of(verb: str) -> tuple[str, str]:
    """Particle and rest: schoonmaken -> (schoon, maken); none: ("", verb)."""
    if verb in NOT_SEPARABLE:
        return "", verb
    for particle in PARTICLES:
        rest = verb.removeprefix(particle)
        if rest != verb and len(rest) >= 4 and _infinitive(rest):
            return particle, rest
    return "", verb


def _infinitive(word: str) -> bool:
    return word in IRREGULAR or (word.endswith("en") and simplemma.is_known(word, lang="nl"))


def first_person(verb: str) -> str:
    """installeren -> installeer, bakken -> bak, schrijven -> schrijf, lezen -> lees."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    stem = verb.removesuffix("en")
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return stem[:-1]
    if _open(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _open(stem: str) -> bool:
    """One vowel before the last consonant of the stem: the vowel is doubled (maken -> maak)."""
    if len(stem) < 2 or stem[-1] in VOWELS or stem[-2] not in "aeou":
        return False
    if len(stem) > 2 and stem[-3] in VOWELS:
        return False
    weak = stem.endswith(("el", "er", "en")) and len(re.findall(r"[aeiou]+", stem)) > 1
    return not weak or simplemma.is_known(stem[:-1] + stem[-2:], lang="nl")


def infinitive_of(label: str) -> str | None:
    """The infinitive a Dutch label ends with, or None."""
    last = label.split()[-1].lower() if label.split() else ""
    return last if last.endswith("n") and len(last) > 3 and _infinitive(_rest(last)) else None


def _rest(verb: str) -> str:
    return parts_of(verb)[1]


def finite(label: str, subject: str = "ik", turned: bool = False) -> str:
    """warmtepompen installeren -> ik installeer warmtepompen; turned: installeer ik warmtepompen."""
    verb = infinitive_of(label)
    if verb is None:
        return label
    particle, rest = parts_of(verb)
    form = first_person(rest) if subject == "ik" else rest
    head = f"{form} {subject}" if turned else f"{subject} {form}"
    return " ".join(part for part in (head, *label.split()[:-1], particle) if part)


def with_te(label: str) -> str:
    """de vloer schoonmaken -> de vloer schoon te maken."""
    verb = infinitive_of(label)
    if verb is None:
        return label
    particle, rest = parts_of(verb)
    return " ".join(part for part in (*label.split()[:-1], particle, "te", rest) if part)


SLIPS = (("ij", "ei"), ("ei", "ij"), ("au", "ou"), ("ou", "au"), ("sch", "sg"), ("ch", "g"), ("aa", "a"), ("ee", "e"),
         ("oo", "o"), ("dt", "t"), ("k", "kk"), ("tt", "t"), ("ll", "l"), ("pp", "p"), ("v", "f"), ("z", "s"))  # fmt: skip


def slip(text: str, chance: random.Random) -> str:
    """One slip of the pen in one longer word: as heard, a letter lost or two swapped."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) > 4]
    if not long:
        return text
    at = chance.choice(long)
    words[at] = _slipped(words[at], chance)
    return " ".join(words)


def _slipped(word: str, chance: random.Random) -> str:
    heard = [(a, b) for a, b in SLIPS if a in word[1:]]
    if heard and chance.random() < 0.5:
        a, b = chance.choice(heard)
        return word[0] + word[1:].replace(a, b, 1)
    at = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
