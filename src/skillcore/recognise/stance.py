"""For or against: how a clause about working conditions is meant. Must, nice, no, or not said."""

import re
from collections.abc import Iterable

from skillcore.recognise.lists import either

MUST, NICE, NO = "must", "nice", "no"

FINE = {
    "nl": either(r"""
        geen (?:enkel )?(?:probleem|moeite|bezwaar|punt|hekel)|niet (?:zo |heel |echt )?(?:erg|bang|
        vies|moeilijk|zwaar|lastig)|(?:maakt?|kan) (?:me |mij |het )*(?:ook )?(?:niet|niks|niets) uit|
        niet uit(?:maken)?|geen angst|nooit last|geen last|kan (?:ik )?(?:heel |best |prima )?(?:wel |
        goed )+tegen|goed tegen|deert|mij (?:niet|best)|niets liever|niks liever|niet zonder|
        niet te beroerd
    """),
    "en": either(r"""
        no problem|don'?t mind|do not mind|doesn'?t matter|does not matter|not afraid|not a problem|
        all right with|fine with|nothing better|can handle|no trouble
    """),
}
AGAINST = {
    "nl": either(r"""
        niet|geen|nooit|niks|niets|nergens|hekel|haat|last van|bang|angst|vrees|vreselijk|
        verschrikkelijk|slecht|pijn|kapot|allergisch|allergie|moeite|vermijd|vermijden|stoppen|gestopt|
        klachten|gek van|te zwaar|te druk|te veel|zonder|lukt me niet|ziek van|nare|stom|vervelend|
        versleten|hernia|moeilijk|lastig|tegenzin|onmogelijk|hoofdpijn van|duizelig
    """),
    "en": either(r"""
        not|no|never|nothing|can'?t|cannot|don'?t|doesn'?t|won'?t|hate|dislike|afraid|scared|fear|pain|
        bad|trouble|avoid|without|allergic|hurt|hurts|too heavy|awful|terrible|sick of
    """),
}
NEEDED = {
    "nl": either(r"""
        moet|moeten|per se|perse|alleen(?: maar)?|absoluut|beslist|noodzakelijk|nodig|eis|altijd|
        sowieso|echt|anders (?:niet|kan)|verplicht|kan alleen|uitsluitend|vereist|voorwaarde
    """),
    "en": r"must|have to|has to|only|absolutely|need|needs|require|always|necessary|essential",
}
LIKED = {
    "nl": either(r"""
        graag|liefst|liever|leuk|fijn|hou van|houd van|lekker|prettig|prima|wil|willen|zou|voorkeur|
        gek op|heerlijk|mooi|mag|best|geniet|goed|oké|ok|wel
    """),
    "en": r"like|love|prefer|rather|enjoy|nice|fine|happy|want|would|okay|ok|good",
}
CLOSED = {
    name: {language: re.compile(rf"\b(?:{text})\b") for language, text in table.items()}
    for name, table in (("fine", FINE), ("against", AGAINST), ("needed", NEEDED), ("liked", LIKED))
}


def plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("`", "'")


def is_fine(text: str, language: str) -> bool:
    """ "Geen probleem", "vind ik niet erg", "maakt me niet uit"."""
    return CLOSED["fine"][language].search(plain(text)) is not None


def sign(text: str, language: str) -> int:
    """-1 where a "no" is left after the sayings that mean yes, +1 elsewhere. Two no's make a yes."""
    left = CLOSED["fine"][language].sub(" ", plain(text))
    return -1 if len(CLOSED["against"][language].findall(left)) % 2 else 1


def marked(text: str, language: str) -> bool:
    """Whether a clause says for or against at all."""
    return any(CLOSED[name][language].search(plain(text)) for name in ("fine", "against", "needed", "liked"))


def needed(text: str, language: str) -> bool:
    """Whether it is more than a wish."""
    low = CLOSED["fine"][language].sub(" ", plain(text))
    return CLOSED["needed"][language].search(low) is not None


def preference(clause: str, name: str, role: str, language: str) -> str:
    """What the clause asks, given the name it is nearest to and what that name stands for.

    A name said for or against carries its own direction; when clause and name differ by a "no", it turns.
    """
    if is_fine(clause, language) and role != "SAID_AGAINST":
        return NICE
    if role in ("SAID_FOR", "SAID_AGAINST"):
        direction = (1 if role == "SAID_FOR" else -1) * sign(clause, language) * sign(name, language)
    else:
        direction = sign(clause, language)
    if direction < 0:
        return NO
    return MUST if needed(clause, language) and not is_fine(clause, language) else NICE


def strongest(preferences: Iterable[str]) -> str:
    """Of several clauses on one condition: a no outweighs a must, a must outweighs a nice."""
    said = set(preferences)
    return NO if NO in said else MUST if MUST in said else NICE
