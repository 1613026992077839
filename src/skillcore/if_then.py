"""Does an if-then sentence have the form that helps? It asks; it never judges what somebody wants or does.

Implementation intentions work when the "if" is a moment one can notice and the "then" is one thing one does
(Gollwitzer & Sheeran 2006). The checks are of form only: a word for a time, place or person; a verb first; one
action; fewer than twenty words; no "ik probeer". An answer is never refused for them.
"""

import re
from dataclasses import dataclass

MOST_WORDS = 19
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ONE = {
    "nl": re.compile(r"\b(en daarna|en dan|daarna|vervolgens)\b"),
    "en": re.compile(r"\b(and then|after that|afterwards)\b"),
}
_TRIES = {
    "nl": re.compile(r"\b(probeer|proberen|probeert|poging|misschien|eigenlijk)\b"),
    "en": re.compile(r"\b(try|trying|tries|maybe|perhaps)\b"),
}
_MOMENT = {
    "nl": frozenset(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend morgen middag avond nacht dag week uur"
        " vandaag vanavond straks na voor tijdens wanneer bij in op thuis werk huis deur bus trein telefoon winkel"
        " school straat kantoor bibliotheek brief mail bericht gesprek hij zij ze iemand niemand moeder vader"
        " man vrouw kind zoon dochter zus broer vriend vriendin buurvrouw buurman baas chef collega trainer begeleider"
        " dokter mensen".split()
    ),
    "en": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night day week hour today"
        " tonight after before during when at in on home work house door bus train phone shop school street office"
        " library letter mail message talk he she they somebody someone nobody mother father husband wife child"
        " son daughter sister brother friend neighbour boss colleague trainer guide doctor people".split()
    ),
}
_VERBS = {
    "nl": frozenset(
        "adem bel blijf begin bekijk breng denk doe drink eet fiets ga geef haal help hou houd kies kijk kom koop lach"
        " lees leg leen loop luister maak meld neem noem oefen open pak plan praat print regel reken rust schrijf"
        " schrap sla slaap spreek sta stap start stop stel stuur tel teken typ vertel vraag wacht wandel was werk wijs"
        " zeg zet zie zit zoek zorg bedank bezoek deel app mail herhaal".split()
    ),
    "en": frozenset(
        "ask begin bike borrow breathe bring buy call change choose come count cycle do draw drink eat explain fetch"
        " find get give go help keep laugh learn leave lend listen look mail make name open phone plan practise"
        " practice print put read rest ride say send show sit sleep speak stand start stay step stop take talk tell"
        " text thank think visit wait walk wash write".split()
    ),
}
_FIRST = {"nl": frozenset("dan ik eerst dus meteen".split()), "en": frozenset("then i first so will at once".split())}
_NOT_YET = {"nl": frozenset(["niet", "geen", "nooit"]), "en": frozenset(["not", "no", "never", "don't"])}


@dataclass(frozen=True, slots=True)
class Advice:
    """A question to ask. `rule`: moment, verb, one, short or sure; `because` is what caused it."""

    rule: str
    because: str


def bare(text: str, *, part: str, language: str = "nl") -> str:
    """The words without a leading "als" or "dan", which the page says itself, and without a full stop."""
    heads = {("nl", "if"): "als", ("nl", "then"): "dan", ("en", "if"): "if", ("en", "then"): "then"}
    head = heads.get((language, part), "")
    plain = " ".join(text.split()).rstrip(".,;")
    low = plain.lower()
    return plain[len(head) + 1 :].lstrip() if head and low.startswith(f"{head} ") else plain


def advice(situation: str, action: str, *, language: str = "nl") -> tuple[Advice, ...]:
    """What one may still ask, in a fixed order; empty when the form is as it helps best."""
    known = language if language in _MOMENT else "nl"
    cue = [word.lower() for word in _WORD.findall(bare(situation, part="if", language=known))]
    doing = [word.lower() for word in _WORD.findall(bare(action, part="then", language=known))]
    plain, found = action.lower(), []
    if cue and not _says_moment(cue, known):
        found.append(Advice("moment", situation))
    if doing and not _starts_with_verb(doing, known):
        found.append(Advice("verb", doing[0]))
    several = _ONE[known].search(plain)
    if several:
        found.append(Advice("one", several[0]))
    if len(cue) + len(doing) > MOST_WORDS:
        found.append(Advice("short", str(len(cue) + len(doing))))
    unsure = _TRIES[known].search(plain)
    if unsure:
        found.append(Advice("sure", unsure[0]))
    return tuple(found)


def _says_moment(words: list[str], language: str) -> bool:
    return any(word in _MOMENT[language] or word.isdigit() for word in words)


def _starts_with_verb(words: list[str], language: str) -> bool:
    """ "bel ik Samira", "ik bel Samira", "bellen"; in English "I call" or "call"."""
    if language == "nl" and "ik" in words[1:2]:
        return words[0] not in _NOT_YET[language]
    rest = [word for word in words if word not in _FIRST[language]][:1]
    if not rest or rest[0] in _NOT_YET[language]:
        return False
    if rest[0] in _VERBS[language]:
        return True
    return language == "nl" and rest[0].endswith("en") and len(rest[0]) > 3
