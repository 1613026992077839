"""What options keeps. All of it is hers alone, and goes along with "neem alles mee"."""

from typing import Any

from vaardig.base.privacy import declare
from vaardig.options.models import Answers, OptionRun, SavedOption, Switch
from vaardig.options.services import answers, running, saving

declare(
    Answers,
    owner="owner",
    purpose="options",
    keep="account",
    O="id public_id version",
    V="owner form created_at changed_at sealed",
    hidden="sealed",
    more=lambda sheet: {"answers": answers.opened(sheet)},
)


def _option(saved: Any) -> dict[str, Any]:
    return {"work": saved.concept.key, "notes": saving.notes_of(saved)}


declare(
    SavedOption,
    owner="owner",
    purpose="options",
    keep="account",
    O="id public_id version",
    V="owner concept state sealed created_at removed_at",
    hidden="sealed",
    more=_option,
)
declare(
    OptionRun,
    owner="owner",
    purpose="options",
    keep="24 months",
    O="id public_id",
    V="owner viewer kind rule_version lexicon input_hash output_sealed at",
    hidden="output_sealed",
    more=lambda run: {"output": running.output_of(run)},
)
declare(Switch, owner="owner", purpose="options", keep="account", O="id public_id", V="owner is_off changed_at")
