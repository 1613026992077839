"""Sentences that several pages say."""

from datetime import date, time, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skillcore.if_then import Advice
from vaardig.plans.models import Action
from vaardig.plans.questions import KINDS

_ADVICE: dict[str, Any] = {
    "moment": gettext_lazy("Wanneer of waar merk je het? Noem een dag, een plek of een persoon."),
    "verb": gettext_lazy("Wat doe je dan? Begin met wat je doet. Bijvoorbeeld: bel ik Samira."),
    "one": gettext_lazy("Dit zijn meer dingen. Welk ding doe je als eerste?"),
    "short": gettext_lazy("De zin is lang. Kan het korter? Dan onthoud je hem beter."),
    "sure": gettext_lazy("Kun je het zeker zeggen? Bijvoorbeeld: bel ik. Niet: probeer ik te bellen."),
}


def advice(found: tuple[Advice, ...]) -> list[Any]:
    """Questions about how a sentence is said; never about what it says."""
    return [_ADVICE[one.rule] for one in found]


def kind_word(kind: str) -> Any:
    return next(words for _slug, known, words, _example, _picture in KINDS if known == kind)


def kind_picture(kind: str) -> str:
    return next(picture for _slug, known, _words, _example, picture in KINDS if known == kind)


def day(on: date | None, at: time | None = None, *, today: date | None = None) -> str:
    """ "vandaag", "morgen", "dinsdag 24 november om 10.30 uur"."""
    if on is None:
        return ""
    near = {today: _("vandaag"), today + timedelta(days=1): _("morgen")} if today else {}
    pattern = "l j F" if today and abs((on - today).days) < 300 else "l j F Y"
    words = near.get(on) or date_format(on, pattern)
    clock = at.strftime("%H.%M") if at else ""
    return _("%(day)s om %(clock)s uur") % {"day": words, "clock": clock} if clock else words


def about_action(action: Action, words: dict[str, str], *, today: date | None = None) -> list[str]:
    """When, how often, where, with whom: one short line each."""
    found = [day(action.on, action.at, today=today), str(action.get_repeat_display()) if action.repeat else ""]
    found += [words.get("where", "")]
    if words.get("whom"):
        found.append(_("met %(whom)s") % {"whom": words["whom"]})
    return [one for one in found if one]


def message_to(name: str, goal: str, how: str) -> str:
    """A first message that she can change."""
    asked = _("Wil je mij helpen? Ik dacht aan: %(how)s.") % {"how": how} if how else _("Wil je mij helpen?")
    hello = _("Hoi %(name)s,") % {"name": name}
    plan = _("Ik heb een plan: %(goal)s.") % {"goal": goal.rstrip(".")}
    return f"{hello}\n\n{plan}\n{asked}\n\n" + _("Laat je het mij weten?")
