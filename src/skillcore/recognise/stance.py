"""For or against: how a clause about working conditions is meant. Must, nice, no, or not said."""

import re
from collections.abc import Iterable

from skillcore.recognise.lists import either

MUST, NICE, NO = "must", "nice", "no"

FINE = {
    "nl": either(r"""
        geen (?:enkel )?(?:probleem|moeite|bezwaar|punt|hekel|angst|last)|
        niet (?:zo |heel |echt )?(?:erg(?! (?:leuk|fijn|graag|goed|prettig))|bang|vies van|moeilijk|lastig)|
        kan (?:ik |er |daar )*(?:heel |best |prima |wel |goed )+(?:ik )?tegen|nooit last|geeft niet|niet uit(?:maken)?|
        (?:deert|doet) (?:me |mij )(?:niet|niets|niks)|niets liever|niks liever|niet zonder|niet te beroerd|
        ben ik gewend|gewend aan|hoort erbij|hoort er (?:voor mij )?bij|mij best|vind ik (?:wel )?best|
        schrikt (?:me |mij )?niet af|niet (?:kunnen )?stilzitten|niet stil zitten|energie van
    """),
    "en": either(r"""
        no problem|don'?t mind|do not mind|not afraid|not a problem|all right with|fine with|nothing better|
        can handle|no trouble|used to it|can'?t sit still|cannot sit still
    """),
}
INDIFFERENT = {
    "nl": either(r"""
        (?:maakt?|kan|zal)\b.{0,20}\b(?:niet|niks|niets) (?:zoveel |veel )?uit|niet uit(?:maken)?|om het even|eender|
        (?:is|mij|me) (?:mij |me )?gelijk|geen voorkeur|allebei goed
    """),
    "en": either(r"""
        doesn'?t matter|does not matter|don'?t care|do not care|no preference|either is fine|all the same
    """),
}
AGAINST = {
    "nl": either(r"""
        niet|geen|nooit|niks|niets|nergens|nee|hekel|haat|last van|bang|angst|vrees|vreselijk|verschrikkelijk|slechte?|pijn|
        kapot|allergisch|allergie|moeite|vermijd|vermijden|stoppen|gestopt|klachten|gek van|zonder|ziek van|nare|stom|
        vervelend|versleten|hernia|moeilijk|lastig|tegenzin|onmogelijk|hoofdpijn van|duizelig|verboden|(?:dood)?ongelukkig|
        griezel|misselijk|geopereerd|zo min mogelijk|minder|bespaar|doodsbang|zat|
        (?:veel )?te (?:zwaar|druk|veel|snel|hard|koud|warm|heet|lang|vroeg|laat|ver|vies|hoog|gevaarlijk|moe|saai)
    """),
    "en": either(r"""
        not|no|never|nothing|can'?t|cannot|don'?t|doesn'?t|won'?t|hate|dislike|afraid|scared|fear|pain|bad|trouble|avoid|
        without|allergic|hurts?|awful|terrible|sick of|too (?:heavy|busy|fast|cold|hot|early|late|loud)|as little as possible
    """),
}
NEEDED = {
    "nl": either(r"""
        moet|moeten|per se|perse|alleen maar|absoluut|beslist|noodzakelijk|nodig|eis|sowieso|anders (?:niet|kan|ga|word|wil)|
        verplicht|kan alleen|uitsluitend|vereist|voorwaarde|minstens|minimaal|als ik maar|enkel
    """),
    "en": "must|have to|has to|only|absolutely|need|needs|require|necessary|essential|at least",
}
LIKED = {
    "nl": either(r"""
        ja|graag|liefst|liever|leuk|fijn|hou van|houd van|hou ervan|lekker|prettig|prima|wil|willen|zou|voorkeur|gek op|heerlijk|
        mooi|mag|best|geniet|goed|oké|ok|wel|het liefst|gezellig|rustig|top
    """),
    "en": "like|love|prefer|rather|enjoy|nice|fine|happy|want|would|okay|ok|good",
}
CLOSED = {
    name: {language: re.compile(rf"\b(?:{text})\b") for language, text in table.items()}
    for name, table in (
        ("fine", FINE),
        ("indifferent", INDIFFERENT),
        ("against", AGAINST),
        ("needed", NEEDED),
        ("liked", LIKED),
    )
}


def plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("`", "'")


def is_fine(text: str, language: str) -> bool:
    """ "Geen probleem", "vind ik niet erg", "maakt me niet uit"."""
    return CLOSED["fine"][language].search(plain(text)) is not None


def is_indifferent(text: str, language: str) -> bool:
    """ "Maakt me niet uit", "geen voorkeur": said of a condition, this asks nothing."""
    return CLOSED["indifferent"][language].search(plain(text)) is not None


def sign(text: str, language: str) -> int:
    """-1 where a "no" is left after the sayings that mean yes, +1 elsewhere."""
    left = CLOSED["fine"][language].sub(" ", plain(text))
    return -1 if CLOSED["against"][language].search(left) else 1


def marked(text: str, language: str) -> bool:
    """Whether a clause says for or against at all."""
    return any(CLOSED[name][language].search(plain(text)) for name in CLOSED)


def needed(text: str, language: str) -> bool:
    """Whether it is more than a wish."""
    low = CLOSED["fine"][language].sub(" ", plain(text))
    return CLOSED["needed"][language].search(low) is not None


def preference(clause: str, name: str, role: str, language: str) -> str:
    """What the clause asks, given the name it is nearest to and what that name stands for.

    A name said for or against carries its own direction; when clause and name differ by a "no", it turns.
    """
    if is_fine(clause, language):
        return NICE
    if _direction(clause, name, role, language) < 0:
        return NO
    return MUST if needed(clause, language) else NICE


def _direction(clause: str, name: str, role: str, language: str) -> int:
    own, named = sign(clause, language), sign(name, language)
    if role == "SAID_AGAINST" and own < 0 and not _wanted(name, language):
        return -1  # "dat mag niet meer, ik heb epilepsie": a hindrance stays one
    return {"SAID_FOR": 1, "SAID_AGAINST": -1}.get(role, named) * own * named


def _wanted(text: str, language: str) -> bool:
    """Whether a name asks for the opposite ("ik werk liever binnen"), so that a "no" turns it."""
    asks = CLOSED["liked"][language].search(plain(text)) or CLOSED["needed"][language].search(plain(text))
    return asks is not None or sign(text, language) < 0


def strongest(preferences: Iterable[str]) -> str:
    """Of several clauses on one condition: a no outweighs a must, a must outweighs a nice."""
    said = set(preferences)
    return NO if NO in said else MUST if MUST in said else NICE
