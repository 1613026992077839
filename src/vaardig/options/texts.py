"""Words and pictograms that several pages use."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from skillcore.matching import Preference


class Choice(NamedTuple):
    value: str
    label: Any
    picture: str


PREFERENCES = [
    Choice(Preference.MUST, _("Ja, dat moet"), "star"),
    Choice(Preference.NICE, _("Ja, graag"), "heart"),
    Choice(Preference.NEUTRAL, _("Maakt niet uit"), "face-2"),
    Choice(Preference.RATHER_NOT, _("Liever niet"), "face-1"),
    Choice(Preference.NO, _("Nee, dat kan niet"), "hand-stop"),
]
SAID = {choice.value: choice.label for choice in PREFERENCES}
TONES = {"MUST": "good", "NICE": "good", "NEUTRAL": "neutral", "RATHER_NOT": "notice", "NO": "wrong"}
HEARD = {"must": "MUST", "nice": "NICE", "no": "RATHER_NOT"}  # "kan niet" is only hers to say
GLAD = (_("hier houd je niet van"), _("een beetje leuk"), _("best leuk"), _("leuk"), _("heel leuk"))
ON_PAPER = (_("Moet"), _("Graag"), _("Maakt niet uit"), _("Liever niet"), _("Kan niet"))
