"""Reasons as sentences, for the command line: what she can, what is missing, what to mind. Never a score."""

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skillcore.matching import Because, Closed, Opening, Reason
from skillcore.routes import Bridge, Form, Step, Via, Why
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon.models import Concept
from vaardig.lexicon.texts import REQUIRED, SPEAKING

SENTENCES = {
    Because.CLOSED: gettext_lazy("Jij zei “kan niet” bij: %(names)s."),
    Because.CAN: gettext_lazy("Je kunt al: %(names)s."),
    Because.WITH_HELP: gettext_lazy("Dit kun je al voor een deel: %(names)s."),
    Because.LIKES: gettext_lazy("Dit wil je doen: %(names)s."),
    Because.WANTS_TO_LEARN: gettext_lazy("Dit wil je leren: %(names)s."),
    Because.TO_LEARN: gettext_lazy("Nog te leren: %(names)s."),
    Because.NO_NEEDS: gettext_lazy("We weten nog niet wat dit werk vraagt."),
    Because.NOT_GLADLY: gettext_lazy("Let op, dit doe je liever niet: %(names)s."),
    Because.HAS_CONDITION: gettext_lazy("Zo wil je werken: %(names)s."),
    Because.LACKS_CONDITION: gettext_lazy("Let op, dit hoort niet bij dit werk: %(names)s."),
    Because.MIND_CONDITION: gettext_lazy("Let op: %(names)s."),
    Because.INTEREST: gettext_lazy("Dit vind je leuk: %(names)s."),
    Because.SPEAKING: gettext_lazy("Let op, dit werk vraagt meer Nederlands: %(names)s"),
    Because.HOURS: gettext_lazy("Let op, hier werk je minstens %(names)s uur."),
    Because.TRAVEL: gettext_lazy("Let op, je reist %(names)s minuten."),
    Because.DAYPARTS: gettext_lazy("Let op, je werkt ook: %(names)s."),
    Because.PAPERS: gettext_lazy("Nodig om te beginnen: %(names)s."),
    Because.WEIGHED_MOST: gettext_lazy("Dit telde het meest: %(names)s."),
}
FORMS = {
    Form.DO: gettext_lazy("doen"),
    Form.WATCH: gettext_lazy("meekijken"),
    Form.BUDDY: gettext_lazy("samen met een buddy"),
    Form.PRACTICE_STATEMENT: gettext_lazy("een praktijkverklaring"),
    Form.COURSE: gettext_lazy("een cursus of opleiding"),
    Form.CERTIFICATE: gettext_lazy("een bewijs halen"),
}
WHYS = {
    Why.DOES_WITH_HELP: gettext_lazy("Je kunt dit al bijna."),
    Why.STILL_FAR: gettext_lazy("Je bent begonnen. Een collega helpt je verder."),
    Why.KNOWLEDGE: gettext_lazy("Dit is iets om te weten."),
    Why.PART_OF_DIPLOMA: gettext_lazy("Dit hoort bij het diploma."),
    Why.HANDY: gettext_lazy("Dit is handig. Je kunt ook zonder beginnen."),
    Why.LIKE_WHAT_SHE_DOES: gettext_lazy("Dit hoort vaak bij wat je al kunt: %(names)s."),
    Why.NEW: gettext_lazy("Dit is nieuw voor je. Een collega doet het voor."),
    Why.PAPER: gettext_lazy("Dit papier is nodig, als je het nog niet hebt."),
    Why.MUCH_SHOWN: gettext_lazy("Je kunt al veel. Vraag of dat ook zonder opleiding telt."),
    Why.WANTS: gettext_lazy("Dit wil je zelf."),
    Why.RATHER_NOT: gettext_lazy("Let op, dit doe je liever niet."),
}
WAYS = {
    Via.GROWTH: gettext_lazy("Hierna gaan mensen vaak verder naar dit werk."),
    Via.GROWTH_TWICE: gettext_lazy("Hierna gaan mensen met één stap ertussen naar dit werk."),
    Via.OVERLAP: gettext_lazy("Dit werk vraagt veel van hetzelfde."),
}
DAYPARTS = {
    "MORNING": gettext_lazy("in de ochtend"),
    "AFTERNOON": gettext_lazy("in de middag"),
    "EVENING": gettext_lazy("in de avond"),
    "NIGHT": gettext_lazy("in de nacht"),
    "WEEKEND": gettext_lazy("in het weekend"),
}


class Names:
    """Names of work, skills, facets and letters; a fixed number of queries."""

    def __init__(self, keys: Iterable[str], language: str, scheme: str) -> None:
        wanted = set(keys)
        rows = Concept.objects.filter(scheme__key=scheme, key__in=wanted).values_list("pk", "key")
        around = Concept.objects.filter(scheme__key="basis", kind__in=("CONDITION", "INTEREST"))
        named = {key: pk for pk, key in [*around.values_list("pk", "key"), *rows]}
        labels = lexicon.labels_for(named.values(), language)
        self._labels = {key: labels[pk] for key, pk in named.items() if pk in labels}

    def __call__(self, key: str) -> str:
        """A key, or what weighed most: `condition:ZW`, `interest:R`."""
        if key in self._labels:
            return self._labels[key]
        kind, _colon, rest = key.partition(":")
        return {"condition": self._labels.get(rest, rest), "interest": self.letter(rest)}.get(kind, key)

    def letter(self, letter: str) -> str:
        return self._labels.get(f"interest:{letter}", letter)


def listed(names: Sequence[str], more: int = 0) -> str:
    if more:
        return _("%(names)s en nog %(more)s") % {"names": ", ".join(names), "more": more}
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s en %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def say(reason: Reason, names: Names) -> str:
    own: dict[Because, Callable[[str], str]] = {
        Because.PAPERS: lambda key: str(REQUIRED.get(key, key)),
        Because.INTEREST: names.letter,
        Because.SPEAKING: lambda key: str(SPEAKING.get(int(key), key)),
        Because.DAYPARTS: lambda key: str(DAYPARTS.get(key, key)),
    }
    called = [own.get(reason.code, names)(key) for key in reason.about]
    return str(SENTENCES[reason.code]) % {"names": listed(called, reason.more)}


def say_closed(one: Closed, names: Names) -> str:
    return str(SENTENCES[Because.CLOSED]) % {"names": listed([names(facet) for facet in one.facets])}


def say_opening(one: Opening, names: Names) -> str:
    return _("“%(facet)s” haalt %(count)s keer werk weg; %(alone)s keer komt het terug zonder dit “kan niet”.") % {
        "facet": names(one.facet),
        "count": one.closes,
        "alone": one.alone,
    }


def say_step(step: Step, names: Names) -> str:
    """What to learn and how, why so, and what else it opens."""
    what = names(step.skill) if step.skill else str(REQUIRED.get(step.paper, step.paper))
    said = [_("%(what)s: %(form)s.") % {"what": what, "form": FORMS[step.form]}]
    said += [str(WHYS[why]) % {"names": listed([names(key) for key in step.about])} for why in step.because]
    if step.opens:
        opened = listed([names(key) for key in step.opens], step.opens_more)
        said.append(_("Dan komt ook dichtbij: %(work)s.") % {"work": opened})
    return " ".join(said)


def say_bridge(bridge: Bridge, names: Names) -> str:
    taught = listed([names(key) for key in bridge.teaches], bridge.teaches_more)
    return " ".join([str(WAYS[bridge.via]), _("Je leert daar: %(names)s.") % {"names": taught}])
