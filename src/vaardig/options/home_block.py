"""What options says on the start page of a participant."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vaardig.base.actor import Actor, Hat
from vaardig.base.home import Block, register
from vaardig.options.models import OptionRun, SavedOption
from vaardig.passports import queries as passports
from vaardig.people.models import Person


@register
def what_fits(actor: Actor, now: datetime) -> Block | None:
    """For who has a passport; before that the passport comes first."""
    if actor.hat != Hat.PARTICIPANT or actor.person is None:
        return None
    passport = passports.passport_of(Person(pk=actor.person))
    if passport is None or not passports.is_whole(passport):
        return None
    saved = SavedOption.objects.filter(owner=actor.person, removed_at=None).count()
    if saved:
        text = _("Je bewaarde al werk. Kijk wat je ervan vindt.")
        return Block(
            _("Wat past bij mij?"), text, "work", reverse("options:saved"), _("Bekijk wat ik bewaarde"), "plum"
        )
    looked = OptionRun.objects.filter(owner=actor.person).exists()
    text = _("Je keek al rond. Ga verder waar je was.") if looked else _("Bekijk werk dat bij je kan passen.")
    return Block(_("Wat past bij mij?"), text, "work", reverse("options:list"), _("Kijk wat past"), "plum")
