"""What the computer said, in words: a card per piece of work with why it stands there. Nothing here matches anew."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from skillcore.routes import Bridge, Route
from skillcore.routes import Step as RouteStep
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon.models import Concept
from vaardig.lexicon.texts import REQUIRED, SPEAKING
from vaardig.options import content

FIRST = 5  # how many she sees before she asks for more
EASY = {"BBL", "VOG"}  # a learning job, and a paper that one asks for: no diploma is needed first
MET, LEARN, MIND, LIKE, NOTE = "met", "learn", "mind", "like", "note"
ICONS = {MET: "circle-check", LEARN: "flag", MIND: "alert-triangle", LIKE: "heart", NOTE: "info-circle"}
SORTS = {
    "past": gettext_lazy("Wat het beste past"),
    "kan": gettext_lazy("Wat ik al kan"),
    "leren": gettext_lazy("Waar ik weinig voor leer"),
    "leuk": gettext_lazy("Wat ik leuk vind"),
    "snel": gettext_lazy("Waar ik snel kan beginnen"),
    "naam": gettext_lazy("Op het alfabet"),
}
_SAID = {  # kind of reason → kind of line, sentence before the names
    "CLOSED": (MIND, gettext_lazy("Jij zei “kan niet”:")),
    "CAN": (MET, gettext_lazy("Je kunt al:")),
    "WITH_HELP": (LEARN, gettext_lazy("Nog een stapje:")),
    "LIKES": (LIKE, gettext_lazy("Dit wil je doen:")),
    "WANTS_TO_LEARN": (LIKE, gettext_lazy("Dit wil je leren:")),
    "TO_LEARN": (LEARN, gettext_lazy("Nog te leren:")),
    "NOT_GLADLY": (MIND, gettext_lazy("Let op, dit doe je liever niet meer:")),
    "HAS_CONDITION": (LIKE, gettext_lazy("Zo wil je werken:")),
    "LACKS_CONDITION": (MIND, gettext_lazy("Let op, dit is er niet bij:")),
    "MIND_CONDITION": (MIND, gettext_lazy("Let op:")),
    "INTEREST": (LIKE, gettext_lazy("Dit vind je leuk:")),
    "DAYPARTS": (MIND, gettext_lazy("Let op, je werkt ook:")),
    "PAPERS": (NOTE, gettext_lazy("Nodig om te beginnen:")),
    "WEIGHED_MOST": (NOTE, gettext_lazy("Dit telde het meest:")),
}


class Line(NamedTuple):
    """One reason: its kind, the words before, the names, and how many more there are."""

    kind: str
    before: str
    names: str
    code: str = ""

    @property
    def icon(self) -> str:
        return ICONS[self.kind]


class Chip(NamedTuple):
    words: str
    tone: str


class Card(NamedTuple):
    """One piece of work as the list shows it."""

    concept: Concept
    label: str
    plain: str
    lines: list[Line]
    chips: list[Chip]
    met: int
    to_learn: int

    @property
    def counts(self) -> str:
        """How much she can and learns, in words; never a share of a person."""
        can = ngettext("Je kunt al %(n)s ding.", "Je kunt al %(n)s dingen.", self.met) % {"n": self.met}
        learn = ngettext("Je leert nog %(n)s ding.", "Je leert nog %(n)s dingen.", self.to_learn) % {"n": self.to_learn}
        if not self.met and not self.to_learn:
            return _("We weten nog niet wat dit werk vraagt.")
        return " ".join(said for said, number in ((can, self.met), (learn, self.to_learn)) if number)


class Away(NamedTuple):
    """Work that her own "kan niet" put aside."""

    concept: Concept
    label: str
    because: str


class Opening(NamedTuple):
    facet: content.Card
    closes: int


class Words:
    """Names of everything on the page, asked for in a fixed number of queries."""

    def __init__(self, keys: Iterable[str], language: str, scheme: str = "basis") -> None:
        rows = Concept.objects.filter(scheme__key=scheme, key__in=set(keys)).select_related("scheme")
        self.rows = {row.key: row for row in rows.order_by("pk")}
        self.words = lexicon.words_for([row.pk for row in self.rows.values()], language)
        self.facets = {facet.key: facet for facet in content.facets()}
        self.types = {card.key: card.words["name"] for card in content.types()}

    def name(self, key: str) -> str:
        """A skill or a piece of work, a letter of interest, a facet; as `WEIGHED_MOST` says it too."""
        kind, _colon, rest = key.partition(":")
        if kind == "interest":
            return _low(self.types.get(rest, rest))
        if kind == "condition":
            return self.facet(rest)
        row = self.rows.get(key)
        return _low(self.words[row.pk].label) if row and row.pk in self.words else key

    def facet(self, key: str) -> str:
        found = self.facets.get(key)
        return found.words["note"] if found else key

    def facets_said(self, keys: Iterable[str]) -> str:
        return listed([self.facet(key) for key in keys])


def _low(text: str) -> str:
    """A name inside a sentence, unless it is a shortening."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(names: Sequence[str], more: int = 0) -> str:
    """“ramen lappen, dweilen en nog 3”"""
    if more:
        return _("%(names)s en nog %(more)s") % {"names": ", ".join(names), "more": more}
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s en %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def lines_of(reasons: Iterable[Sequence[Any]], words: Words) -> list[Line]:
    """Every reason as a sentence that somebody can say aloud."""
    found = []
    for code, about, more in reasons:
        if code == "NO_NEEDS":
            found.append(Line(NOTE, _("We weten nog niet wat dit werk vraagt."), "", code))
        elif code == "SPEAKING":
            found.append(Line(NOTE, str(SPEAKING.get(int(about[0]), "")), "", code))
        elif code == "HOURS":
            found.append(Line(MIND, _("Let op, hier werk je minstens %(n)s uur.") % {"n": about[0]}, "", code))
        elif code == "TRAVEL":
            found.append(Line(MIND, _("Let op, je reist %(n)s minuten.") % {"n": about[0]}, "", code))
        elif code in _SAID:
            kind, before = _SAID[code]
            found.append(Line(kind, str(before), listed([_named(code, one, words) for one in about], more), code))
    return found


def _named(code: str, key: str, words: Words) -> str:
    if code == "PAPERS":
        return str(REQUIRED.get(key, key))
    if code == "INTEREST":
        return words.name(f"interest:{key}")
    if code == "DAYPARTS":
        return key.lower()
    return words.facet(key) if "CONDITION" in code or code == "CLOSED" else words.name(key)


def cards_of(options: Sequence[dict[str, Any]], language: str) -> list[Card]:
    """These options in words; as many queries for a hundred as for one."""
    keys = {key for one in options for key in _keys_of(one)}
    words = Words(keys, language)
    return [_card(one, words) for one in options if one["key"] in words.rows]


def _keys_of(one: dict[str, Any]) -> list[str]:
    return [one["key"], *(key for _code, about, _more in one["reasons"] for key in about)]


def _card(one: dict[str, Any], words: Words) -> Card:
    concept = words.rows[one["key"]]
    named = words.words.get(concept.pk, lexicon.Words(one["key"], ""))
    lines = [line for line in lines_of(one["reasons"], words) if line.code not in {"WEIGHED_MOST", "MIND_CONDITION"}]
    return Card(
        concept,
        named.label,
        named.plain,
        lines,
        _chips(one, words),
        len(one["met"]),
        len(one["missing"]) + len(one["short"]),
    )


def _chips(one: dict[str, Any], words: Words) -> list[Chip]:
    """Conditions of this work that she would rather not have; they lower nothing in silence, they are shown."""
    rather = [facet for facet, preference, there in one["conditions"] if there and preference == "RATHER_NOT"]
    closed = [facet for facet, preference, there in one["conditions"] if there and preference == "NO"]
    return [
        *(Chip(_("Kan niet: %(what)s") % {"what": words.facet(key)}, "wrong") for key in closed),
        *(Chip(_("Let op: %(what)s") % {"what": words.facet(key)}, "wrong") for key in rather),
    ]


def away_of(closed: Sequence[Sequence[Any]], language: str) -> list[Away]:
    words = Words([key for key, _facets in closed], language)
    return [
        Away(words.rows[key], words.words[words.rows[key].pk].label, words.facets_said(facets))
        for key, facets in closed
        if key in words.rows
    ]


def openings_of(openings: Sequence[Sequence[Any]]) -> list[Opening]:
    facets = {facet.key: facet for facet in content.facets()}
    return [Opening(facets[key], closes) for key, closes, _alone in openings if key in facets]


class About(NamedTuple):
    """What sorting and filtering need to know of a piece of work."""

    label: str
    field: str
    riasec: str
    requires: tuple[str, ...]


def about_of(keys: Iterable[str], language: str) -> dict[str, About]:
    words = Words(keys, language)
    return {
        key: About(
            words.words[row.pk].label if row.pk in words.words else key,
            row.field.partition("-")[0],
            row.riasec,
            tuple(row.extra.get("requires", ())),
        )
        for key, row in words.rows.items()
    }


def in_order(
    options: Sequence[dict[str, Any]], about: dict[str, About], *, sort: str, letters: Sequence[str]
) -> list[dict[str, Any]]:
    """As she asks for it. Equals keep the order of the list."""

    def to_learn(one: dict[str, Any]) -> int:
        return len(one["missing"]) + len(one["short"])

    def liking(one: dict[str, Any]) -> int:
        riasec = about[one["key"]].riasec
        return sum(len(letters) - place for place, letter in enumerate(letters) if letter in riasec)

    def papers(one: dict[str, Any]) -> int:
        return len(set(about[one["key"]].requires) - EASY)

    known = [one for one in options if one["key"] in about]
    orders: dict[str, Callable[[dict[str, Any]], Any]] = {
        "kan": lambda one: -len(one["met"]),
        "leren": lambda one: (to_learn(one), -len(one["met"])),
        "leuk": lambda one: -liking(one),
        "snel": lambda one: (papers(one), len(about[one["key"]].requires), to_learn(one)),
        "naam": lambda one: about[one["key"]].label.casefold(),
    }
    return sorted(known, key=orders[sort]) if sort in orders else known


class Step(NamedTuple):
    """One step of the way, as a page shows it."""

    title: str
    text: str
    picture: str
    how: str
    opens: str


class Nearby(NamedTuple):
    """Work on the way: nearer to her, and it teaches what the target asks."""

    concept: Concept
    label: str
    text: str


class Way(NamedTuple):
    steps: list[Step]
    more: int
    nearby: list[Nearby]
    arrange: list[str]
    met: int
    closed: str


HOW = {  # form of learning → words, pictogram
    "DO": (gettext_lazy("Gewoon doen"), "hobby"),
    "WATCH": (gettext_lazy("Meekijken met iemand"), "seen"),
    "BUDDY": (gettext_lazy("Samen met een buddy"), "together"),
    "PRACTICE_STATEMENT": (gettext_lazy("Op het werk leren, met een bewijs"), "paper"),
    "COURSE": (gettext_lazy("Een cursus"), "learn"),
    "CERTIFICATE": (gettext_lazy("Een bewijs halen"), "card-code"),
}
_WHY = {
    "DOES_WITH_HELP": gettext_lazy("Je kunt dit al met hulp."),
    "STILL_FAR": gettext_lazy("Je bent hiermee begonnen."),
    "KNOWLEDGE": gettext_lazy("Dit is iets om te weten."),
    "PART_OF_DIPLOMA": gettext_lazy("Dit leer je voor het diploma."),
    "HANDY": gettext_lazy("Je kunt ook beginnen zonder dit."),
    "NEW": gettext_lazy("Dit is nieuw voor jou."),
    "PAPER": gettext_lazy("Dit is een bewijs dat je nodig hebt."),
    "MUCH_SHOWN": gettext_lazy("Je doet het meeste al. Een bewijs laat dat zien."),
    "WANTS": gettext_lazy("Je zei dat je dit wilt."),
    "RATHER_NOT": gettext_lazy("Je zei dat je dit liever niet doet."),
}


def route_of(found: Route, language: str) -> Way:
    """The way in words."""
    keys = [key for step in found.steps for key in (step.skill, *step.about, *step.opens)]
    words = Words([*keys, *(bridge.key for bridge in found.bridges), *_taught(found)], language)
    nearby = [
        Nearby(words.rows[one.key], words.words[words.rows[one.key].pk].label, _teaches(one, words))
        for one in found.bridges
        if one.key in words.rows
    ]
    arrange = [str(REQUIRED.get(paper, paper)) for paper in found.arrange]
    steps = [_step(step, words) for step in found.steps]
    closed = words.facets_said(found.closed)
    return Way(steps, found.total - len(steps), nearby, arrange, len(found.met), closed)


def _taught(found: Route) -> list[str]:
    return [skill for bridge in found.bridges for skill in bridge.teaches]


def _teaches(bridge: Bridge, words: Words) -> str:
    names = listed([words.name(key) for key in bridge.teaches], bridge.teaches_more)
    return _("Hier leer je: %(names)s.") % {"names": names} if names else ""


def _step(step: RouteStep, words: Words) -> Step:
    how, picture = HOW[step.form]
    row = words.rows.get(step.skill)
    title = words.words[row.pk].label if row and row.pk in words.words else step.skill
    because = [str(_WHY[why]) for why in step.because if why in _WHY]
    if "LIKE_WHAT_SHE_DOES" in step.because and step.about:
        likes = listed([words.name(key) for key in step.about])
        because.insert(0, _("Dit lijkt op wat je al kunt: %(names)s.") % {"names": likes})
    opens = listed([words.name(key) for key in step.opens], step.opens_more)
    return Step(
        title=str(REQUIRED.get(step.paper, step.paper)).capitalize() if step.paper else title,
        text=" ".join(because),
        picture=picture,
        how=str(how),
        opens=_("Dan past dit werk ook beter: %(names)s.") % {"names": opens} if opens else "",
    )
