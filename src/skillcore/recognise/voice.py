"""Does a clause speak of what the writer herself does? Negation, other people's skills, and wishes do not count."""

import re
from collections.abc import Sequence

from skillcore.recognise.clauses import Clause, is_finite, is_verb
from skillcore.recognise.lists import either, listed

MINE, OTHER, NEGATED, WISH = "MINE", "OTHER", "NEGATED", "WISH"

PEOPLE = {
    "nl": listed("""
        man vrouw vriend vriendin zus zusje zussen broer broertje broers broer zoon dochter zonen dochters
        kind kinderen moeder vader ouders mama papa oma opa tante oom neef nicht schoonmoeder schoonvader
        schoonzus zwager buurman buurvrouw buren partner baas chef leidinggevende manager collega collega's
        directeur begeleider jobcoach monteur kok juf meester leraar docent echtgenoot ex
    """),
    "en": listed("""
        husband wife boyfriend girlfriend sister sisters brother brothers son daughter kid kids child
        children mother father mom mum dad parents grandma grandpa aunt uncle cousin neighbour neighbor
        partner boss manager colleague colleagues coworker friend friends
    """),
}
OWNERS = {
    "nl": listed("mijn m'n me onze ons de het een zijn haar hun die deze"),
    "en": listed("my our the a his her their"),
}
CLOSE = {"nl": listed("mijn m'n me onze ons"), "en": listed("my our")}
OTHERS = {
    "nl": listed("hij zij ze iemand anderen niemand"),
    "en": listed("he she they someone nobody others"),
}
SELF = {
    "nl": listed("ik 'k wij we mij ons ikzelf"),
    "en": listed("i i'm i've i'd i'll we we're we've me us myself"),
}
BEFORE = {  # a person after one of these is not who acts
    "nl": listed("voor met van bij aan naar door tegen over op om zonder als mijn's"),
    "en": listed("for with of by at to from about on like as"),
}

# Sayings with a "no" in them that say yes; they are blanked out before the search for a "no".
YES_NL = either(r"""
    niet alleen|niet (?:zo |heel )?(?:erg|moeilijk|eng|vies|zwaar|bang|lastig|gek)|
    geen (?:enkel )?(?:probleem|moeite|bezwaar|punt|hekel)|geen (?:dag|fout|fouten|angst|stress)|
    (?:maakt?|kan) (?:me |mij )?niet(?:s)? uit|niets liever|niks liever|nooit te (?:laat|hard|snel|veel|lang)|nooit ziek|
    nooit fouten|(?:vergeet|vergat|mis|miste|verlies|verloor|klaag|klaagde) (?:ik )?(?:nooit|niet|niets|
    niks)|nooit (?:iets )?(?:vergeten|gemist|klachten|geklaagd)|niet (?:snel )?(?:boos|ziek|moe|bang|
    op te geven)|geef (?:nooit|niet) op|niet stilzitten|niet stil zitten|zonder (?:problemen|moeite|
    fouten|hulp|klagen|ongelukken|schade)|niet zonder|niet weg te denken|niet te beroerd|niet vies van|
    nog nooit (?:een )?(?:ongeluk|klacht|schade)|niet opgeven|geen nee|niet voor niets|waarom niet|
    niet meer dan|niet lang geleden|zo niet|als het niet|wanneer het niet|of niet
""")
YES_EN = either(r"""
    not only|no problem|not hard|not difficult|not afraid|don'?t mind|do not mind|never late|
    never miss(?:ed)?|never forget|nothing better|never complain|not a problem|can'?t sit still|
    cannot sit still|without (?:problems|help|mistakes)|why not
""")
NO_NL = either(r"""
    niet|geen|nooit|niks|niets|nergens|noch|hekel aan|moeite met|slecht in|zwak in|verleerd|
    onhandig met|bang voor|bang om|te moeilijk|kan er niks van|zonder
""")
NO_EN = either(r"""
    not|no|never|nothing|nor|can'?t|cannot|don'?t|doesn'?t|didn'?t|won'?t|couldn'?t|isn'?t|wasn'?t|
    haven'?t|hate|bad at|unable|without|neither
""")
WISH_NL = either(r"""
        (?:wil|wilde|zou|wou|willen|zouden)\b(?!.*\bhelpen (?:vind|doe))(?:.*\b(?:leren|worden|gaan|
        willen)\b|.*\bgraag\b|\s+ik\b.*\bgraag\b)|\bdroom\b|\bhoop\b(?! (?:afval|werk|zand))|\bik wil\b|
        \bwil ik\b|\bzou ik\b|\bik zou\b|\bzoek (?:ik )?(?:een )?(?:baan|werk)\b|ben op zoek|
        \bcursus\b.*\b(?:gaan|volgen|doen)\b|\bga ik leren\b|\bga leren\b
    """)
WISH_EN = r"\b(?:want|wish|hope|dream|would like|would love|'d like|looking for|plan) (?:to|of)?"
PATTERNS = {
    "nl": tuple(re.compile(text) for text in (rf"\b(?:{YES_NL})\b", rf"\b(?:{NO_NL})\b", WISH_NL)),
    "en": tuple(re.compile(text) for text in (rf"\b(?:{YES_EN})\b", rf"\b(?:{NO_EN})\b", WISH_EN)),
}
TIED = frozenset({"en", "of", ",", "noch", "and", "or", "nor"})


def voices(clauses: Sequence[Clause], language: str) -> list[str]:
    """One voice per clause; a clause without a subject speaks with the voice of the one it is tied to."""
    found: list[str] = []
    for at, clause in enumerate(clauses):
        before = found[-1] if found and clauses[at - 1].sentence == clause.sentence else MINE
        found.append(voice(clause, language, before if clause.joint in TIED else MINE))
    return found


def voice(clause: Clause, language: str, before: str = MINE) -> str:
    """MINE, OTHER, NEGATED or WISH."""
    lows = clause.lows
    own = bool(SELF[language].intersection(lows))
    if not own and acts_another(lows, language):
        return OTHER
    if is_negated(clause.text, language):
        return NEGATED
    if _wishes(clause.text, language):
        return WISH
    if own or before == MINE:
        return MINE
    return before if _bare(clause, language) else MINE


def _bare(clause: Clause, language: str) -> bool:
    """No subject of its own, and tied by "or" (a "no" carries on) or to somebody else's doing."""
    return not SELF[language].intersection(clause.lows)


def acts_another(lows: Sequence[str], language: str) -> bool:
    """Whether somebody else is the one who acts: "mijn man kookt", "zij doet", not "voor mijn moeder"."""
    for at, low in enumerate(lows):
        if low in OTHERS[language] and at <= 2:
            return True
        if low in PEOPLE[language] and _is_subject(lows, at, language):
            return True
    return False


def _is_subject(lows: Sequence[str], at: int, language: str) -> bool:
    """A verb stands beside the person, and no "for" or "with" before: "mijn man kookt", "dan kookt mijn man"."""
    start = at - 1 if at and lows[at - 1] in OWNERS[language] else at
    before, after = lows[start - 1] if start else "", lows[at + 1] if at + 1 < len(lows) else ""
    if before in BEFORE[language]:
        return False
    close = start != at and lows[start] in CLOSE[language]
    return is_finite(after, language) or is_finite(before, language) or (close and is_verb(after, language))


def is_negated(text: str, language: str) -> bool:
    """Whether a "no" is left after the sayings that mean yes are taken out."""
    yes, no, _ = PATTERNS[language]
    low = text.lower().replace("’", "'")
    return no.search(yes.sub(" ", low)) is not None


def has_no(text: str, language: str) -> bool:
    """Whether a name itself holds a "no", sayings that mean yes included: "nooit te laat komen"."""
    return PATTERNS[language][1].search(text.lower().replace("’", "'")) is not None


def _wishes(text: str, language: str) -> bool:
    return PATTERNS[language][2].search(text.lower().replace("’", "'")) is not None
