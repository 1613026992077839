"""The questions of a plan, each on a page of its own, in the order in which they are asked.

`part` names the sealed text or the column that the answer goes to; `key` stands in the address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from vaardig.base.text import LONG, NAME, SHORT
from vaardig.plans.models import Action, CheckIn, Five, Goal, Help, IfThen, LookBack, Setback


class Choice(NamedTuple):
    value: str
    label: Any
    picture: str = ""
    help: Any = ""


@dataclass(frozen=True)
class Question:
    """`kind`: words, choice, day, until, ideas, if_then, idea (one of hers) or helper."""

    key: str
    part: str
    ask: Any
    help: Any = ""
    kind: str = "words"
    lines: int = 3
    limit: int = SHORT
    needed: bool = False
    choices: Callable[[], list[Choice]] = list
    unsure: Any = ""
    for_helper: Any = ""
    step: int = 0


def _five() -> list[Choice]:
    return [Choice(str(one.value), one.label.capitalize()) for one in Five]


def _help() -> list[Choice]:
    return [Choice(str(one.value), one.label.capitalize()) for one in Help]


def _of(kind: Any, **pictures: str) -> Callable[[], list[Choice]]:
    return lambda: [Choice(one.value, one.label, pictures.get(one.value, "")) for one in kind]


UNKNOWN = _("Dat weet ik nog niet")

KINDS: list[tuple[str, Goal.Kind, Any, Any, str]] = [  # in the address, kind, what it says, example, pictogram
    ("werk", Goal.Kind.WORK, _("Ik wil werk vinden"), _("Bijvoorbeeld: ik wil 3 dagen werken in de zorg."), "work"),
    ("opleiding", Goal.Kind.EDUCATION, _("Ik wil iets leren"), _("Bijvoorbeeld: ik wil beter Nederlands praten."), "book"),
    ("meedoen", Goal.Kind.PARTICIPATION, _("Ik wil meer meedoen"), _("Bijvoorbeeld: ik wil vrijwilliger zijn in de buurt."), "together"),
    ("zorg", Goal.Kind.CARE, _("Ik wil goed zorgen, voor mij of een ander"), _("Bijvoorbeeld: ik wil hulp bij de zorg voor mijn moeder."), "care"),
    ("blijven", Goal.Kind.STAY, _("Ik wil houden wat ik heb"), _("Bijvoorbeeld: ik wil mijn werk houden."), "home"),
    ("verdiepen", Goal.Kind.DEEPEN, _("Ik wil beter worden in wat ik doe"), _("Bijvoorbeeld: ik wil ook taarten voor feesten maken."), "star"),
    ("verbreden", Goal.Kind.BROADEN, _("Ik wil er iets bij leren"), _("Bijvoorbeeld: ik wil ook met de kassa werken."), "plus"),
    ("bewegen", Goal.Kind.MOVE, _("Ik wil iets anders gaan doen"), _("Bijvoorbeeld: ik wil van schoonmaken naar de zorg."), "path"),
]  # fmt: skip

REALITIES = {Goal.Reality.FITS: "check", Goal.Reality.LIMIT: "hand-stop", Goal.Reality.NOT_KNOWN: "question"}
GOAL = [
    Question("wat", "what", _("Wat wil je?"), _("In je eigen woorden. Kort is goed."), needed=True, lines=2),
    Question("waarom", "why", _("Waarom is dit belangrijk voor jou?"), _("Dat helpt je op een moeilijke dag."), limit=LONG),
    Question(
        "kan-dit",
        "reality",
        _("Kan dit nu?"),
        _("Denk aan regels, tijd, geld en plekken waar ze iemand zoeken. Niet weten mag ook."),
        kind="choice",
        choices=lambda: [Choice(one.value, one.label, REALITIES[one]) for one in Goal.Reality],
        needed=True,
    ),
    Question(
        "hoe-weet-je-dat", "known", _("Wat weet je daarover?"), _("Bijvoorbeeld: ze zoeken hier mensen in de zorg."), limit=LONG
    ),
    Question("klaar", "until_on", _("Wanneer wil je hier zijn?"), _("Een dag ongeveer is genoeg."), kind="until"),
    Question("precies", "exactly", _("Wat doe je dan precies?"), _("Bijvoorbeeld: ik werk op dinsdag en donderdag."), limit=LONG),
    Question("zien", "see", _("Waaraan zie je dat het gelukt is?"), _("Bijvoorbeeld: ik heb een rooster met mijn naam."), limit=LONG),
    Question("past", "fits", _("Past dit bij je leven nu?"), _("Denk aan thuis, je gezondheid, je tijd en wat jij fijn vindt."), limit=LONG),
    Question("nodig", "need", _("Wat heb je ervoor nodig?"), _("Bijvoorbeeld: een oppas, een fiets, iemand die belt."), limit=LONG),
    Question("goed", "well", _("Wat ging goed?"), _("Kleine dingen tellen mee."), limit=LONG),
    Question("geleerd", "learned", _("Wat leerde je?"), _("Over jezelf, of over wat je deed."), limit=LONG),
    Question("mee", "onward", _("Wat neem je mee?"), _("Misschien is er al iets nieuws dat je wilt."), limit=LONG),
]  # fmt: skip
BEGIN = ("waarom", "kan-dit", "hoe-weet-je-dat", "klaar")  # after the goal itself
CLEARER = ("precies", "zien", "past", "nodig", "klaar")  # the SMART helper: it asks, it never grades
CLOSING = ("goed", "geleerd", "mee")

ACTION = [
    Question("wat", "what", _("Wat ga je doen?"), _("Eén ding. Begin met wat je doet: bellen, vragen, gaan."), needed=True, lines=2),
    Question("wanneer", "on", _("Wanneer doe je dit?"), _("Een eerste stap lukt het best binnen 3 dagen."), kind="day"),
    Question("waar", "where", _("Waar doe je dit?"), _("Bijvoorbeeld: thuis aan tafel."), lines=2),
    Question("met-wie", "whom", _("Met wie doe je dit?"), _("Samen gaat het vaak makkelijker. Alleen mag ook."), lines=2),
    Question(
        "hoe-moeilijk",
        "difficulty",
        _("Hoe moeilijk is dit voor jou?"),
        _("Is je eerste stap lastig? Maak hem dan kleiner."),
        kind="choice",
        choices=_five,
        unsure=UNKNOWN,
    ),
    Question(
        "hoe-vaak",
        "repeat",
        _("Hoe vaak doe je dit?"),
        kind="choice",
        choices=lambda: [Choice(one.value, one.label) for one in Action.Repeat],
        unsure=_("Eén keer"),
    ),
]  # fmt: skip
ACTION_ROUND = ("wanneer", "waar", "met-wie", "hoe-moeilijk", "hoe-vaak")

SETBACK = [
    Question(
        "samen",
        "together",
        _("Doe je dit alleen of samen?"),
        _("Samen met iemand werkt dit vaak beter."),
        kind="choice",
        choices=_of(Setback.Together, ALONE="alone", TRAINER="teach", GUIDE="helper", PAIR="together"),
        needed=True,
        step=1,
        for_helper=_("Vraag eerst wat de ander verwacht. Vertel pas daarna wat jij ziet."),
    ),
    Question(
        "wat",
        "what",
        _("Wat kan er gebeuren?"),
        _("Zeg het in je eigen woorden."),
        needed=True,
        lines=2,
        step=1,
        for_helper=_("Vraag door: wat gebeurt er dan precies?"),
    ),
    Question(
        "waar",
        "where",
        _("Wanneer en waar gebeurt dit?"),
        _("Bijvoorbeeld: op maandag, als ik de bus neem."),
        step=1,
        for_helper=_("Vraag naar een dag, een plek of een persoon."),
    ),
    Question(
        "dan-denk-ik",
        "think",
        _("Wat denk, voel en doe je dan?"),
        _("Niets is gek. Alleen jij leest dit."),
        limit=LONG,
        step=2,
        for_helper=_("Zeg terug wat je hoort. Los nog niets op. Tegenslag hoort erbij."),
    ),
    Question(
        "invloed",
        "influence",
        _("Wie kan hier iets aan doen?"),
        _("Kun jij er niets aan doen? Dan kijken we wie kan helpen."),
        kind="choice",
        choices=_of(Setback.Influence, SELF="me", TOGETHER="together", OUTSIDE="building"),
        unsure=UNKNOWN,
        step=2,
    ),
    Question(
        "ideeen",
        "ideas",
        _("Wat kun je dan doen?"),
        _("Bedenk er 5. Gekke ideeën mogen ook. Kiezen komt later."),
        kind="ideas",
        step=3,
        for_helper=_("Verzamel 5 manieren, van jullie samen. Zeg nog niet wat je ervan vindt."),
    ),
    Question(
        "kies",
        "chosen",
        _("Welk idee kies je?"),
        _("Kies wat helpt en wat jou lukt."),
        kind="idea",
        step=4,
        for_helper=_("Laat de ander kiezen. Vraag: wat helpt, en wat lukt?"),
    ),
    Question("helpt", "helps", _("Hoe goed helpt dit, denk je?"), kind="choice", choices=_help, unsure=UNKNOWN, step=4),
    Question(
        "lukt", "feasible", _("Hoe moeilijk is dit voor jou?"), kind="choice", choices=_five, unsure=UNKNOWN, step=4
    ),
    Question(
        "ander-idee",
        "reserve",
        _("Welk idee houd je achter de hand?"),
        _("Voor als het eerste idee niet lukt."),
        kind="idea",
        step=4,
    ),
    Question(
        "oefen",
        "practised",
        _("Heb je het geoefend?"),
        _("Zeg het hardop, of doe het een keer voor. Dan gaat het straks makkelijker."),
        kind="choice",
        choices=_of(IfThen.Practised, YES="speak-phone", LATER="clock", RATHER_NOT="hand-stop"),
        unsure=UNKNOWN,
        step=5,
        for_helper=_("Speel de ander na: de baas, de balie, de telefoon. Doe het twee keer."),
    ),
    Question(
        "als-dan",
        "situation",
        _("Maak de zin af"),
        _("Zeg wanneer het gebeurt, en wat je dan doet. Eén ding is genoeg."),
        kind="if_then",
        step=6,
        for_helper=_("Laat de ander de zin hardop lezen."),
    ),
    Question(
        "lukt-dat-niet",
        "otherwise",
        _("En als dat niet lukt?"),
        _("Dan doe je iets anders. Dat hoort erbij."),
        lines=2,
        step=7,
    ),
    Question("hulp", "supporter", _("Aan wie vraag je hulp?"), kind="helper", step=7),
]
STEPS = 8
OF_IF_THEN = frozenset(
    ["kies", "helpt", "lukt", "ander-idee", "oefen", "als-dan", "lukt-dat-niet", "hulp"]
)  # the answer lies with the if-then

LOOK = [
    Question(
        "gebeurd",
        "happened",
        _("Is het gebeurd?"),
        _("Wat er ook gebeurde: je leert ervan."),
        kind="choice",
        choices=_of(LookBack.Happened, NOT="moon", USED="check", NOT_USED="path"),
        needed=True,
        step=8,
    ),
    Question("geholpen", "result", _("Hoe goed hielp je plan?"), kind="choice", choices=_help, unsure=UNKNOWN, step=8),
    Question("geleerd", "learned", _("Wat leerde je ervan?"), _("Wil je iets anders doen, de volgende keer?"), limit=LONG, step=8),
]  # fmt: skip

CHECK = [
    Question(
        "gebeurd",
        "happened",
        _("Is het gebeurd?"),
        _("Je kijkt terug op je plan. Alles is goed."),
        kind="choice",
        choices=_of(CheckIn.Happened, YES="check", PARTLY="path", NOT="clock"),
        needed=True,
    ),
    Question("wat-deed-je", "did", _("Wat deed je?"), _("Ook iets kleins telt."), limit=LONG),
    Question("wat-nu", "following", _("Wat ga je nu doen?"), _("Mag hetzelfde zijn, of iets anders."), limit=LONG),
]

SUPPORTER = [
    Question("wie", "name", _("Wie helpt je?"), _("Een naam is genoeg."), needed=True, lines=1, limit=NAME),
    Question("hoe", "how", _("Hoe helpt deze persoon je?"), _("Bijvoorbeeld: belt mij op maandag."), lines=2),
]


def find(questions: list[Question], key: str) -> Question | None:
    return next((one for one in questions if one.key == key), None)


def following(round_: tuple[str, ...], key: str) -> str:
    """The next question of a round; "" after the last, or when this one is not in it."""
    at = round_.index(key) + 1 if key in round_ else len(round_)
    return round_[at] if at < len(round_) else ""
