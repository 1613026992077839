"""What a passport keeps. All of it is hers."""

from functools import partial
from typing import Any

from django.db import transaction

from vaardig.base.privacy import before_erasing, declare
from vaardig.passports.models import Claim, Evidence, Observation, Passport, Story, Suggestion
from vaardig.passports.services import stories

declare(Passport, owner="owner", purpose="passport", keep="account", O="id public_id", P="owner created_at")
declare(
    Story,
    owner="owner",
    purpose="passport",
    keep="account",
    O="id public_id version",
    P="owner way language created_at changed_at read_at",
    V="sealed",
    hidden="sealed",
    more=lambda story: {"text": stories.text_of(story)},
)
declare(
    Claim,
    owner="passport__owner",
    purpose="passport",
    keep="account",
    O="id public_id version",
    P="passport concept words wish place created_at removed_at",
    more=lambda claim: {"skill": claim.words or (claim.concept.key if claim.concept else "")},
)
declare(
    Observation,
    owner="claim__passport__owner",
    purpose="passport",
    keep="account",
    O="id public_id",
    P="claim source observer maker_name maker_role maker_organisation level example observed_on valid_until"
    " hidden_at created_at",
)


def _file_of(evidence: Any) -> dict[str, str]:
    return {"download": f"/paspoort/bewijs/{evidence.public_id}/bestand/"} if evidence.file else {}


declare(
    Evidence,
    owner="claim__passport__owner",
    purpose="passport",
    keep="account",
    O="id public_id",
    P="claim kind title situation task action result reflection link witness file file_name file_kind file_size"
    " is_confidential created_at",
    hidden="file",
    more=_file_of,
)
declare(
    Suggestion,
    owner="story__owner",
    purpose="passport",
    keep="24 months",
    O="id public_id",
    V="story concept place_in_list score because_sealed state claim answered_at",
    hidden="because_sealed",
    more=lambda suggestion: {"because": stories.because(suggestion)},
)


@before_erasing
def remove_files(person: int) -> None:
    """Files are no rows: they go when the erasing is certain."""
    for evidence in Evidence.objects.filter(claim__passport__owner=person).exclude(file=""):
        transaction.on_commit(partial(evidence.file.storage.delete, str(evidence.file.name)))
