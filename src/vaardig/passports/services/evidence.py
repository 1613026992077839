"""What shows a skill. Files are checked and made clean before a row names them (SECURITY §12)."""

from datetime import datetime
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.passports import files
from vaardig.passports.models import Claim, Evidence

Kind = Evidence.Kind
PARTS = ("situation", "task", "action", "result", "reflection")
MOST_BYTES = 200_000_000
CLEANERS = {Kind.PHOTO: files.clean_image, Kind.FILE: files.clean_document}


class CannotProve(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def add_story(*, claim: Claim, title: str, answers: dict[str, str], by: Actor, now: datetime) -> Evidence:
    """A story in five small questions: situation, task, action, result, looking back (STARR)."""
    if not any(answers.values()):
        raise CannotProve(_("Schrijf bij een van de vragen iets op."))
    return _add(claim, Kind.STORY, title, by, now, **answers)


def tell_part(*, evidence: Evidence, part: str, text: str, by: Actor, now: datetime) -> None:
    """The next of the five small questions; every answer is kept as it comes."""
    if part not in PARTS:
        raise ValueError(part)
    setattr(evidence, part, text)
    evidence.save(update_fields=[part])
    _log(evidence, "change_evidence", by=by, now=now)


@transaction.atomic
def add_link(*, claim: Claim, title: str, link: str, by: Actor, now: datetime) -> Evidence:
    return _add(claim, Kind.LINK, title, by, now, link=link)


@transaction.atomic
def add_witness(*, claim: Claim, title: str, witness: str, by: Actor, now: datetime) -> Evidence:
    return _add(claim, Kind.WITNESS, title, by, now, witness=witness)


@transaction.atomic
def add_file(
    *,
    claim: Claim,
    kind: str,
    title: str,
    upload: "UploadedFile[Any]",
    by: Actor,
    now: datetime,
    is_confidential: bool = False,
) -> Evidence:
    """A photo (made anew, so that place and camera are gone) or a PDF or DOCX."""
    clean = CLEANERS[Kind(kind)](upload)
    used = Evidence.objects.filter(claim__passport=claim.passport).aggregate(sum=Sum("file_size"))["sum"] or 0
    if used + len(clean.content) > MOST_BYTES:
        raise CannotProve(_("Al je bestanden samen zijn te groot. Verwijder eerst een bestand."))
    made = _add(
        claim,
        Kind(kind),
        title or clean.name,
        by,
        now,
        file_name=clean.name,
        file_kind=clean.kind,
        file_size=len(clean.content),
        is_confidential=is_confidential,
    )
    made.file.save(f"{made.public_id}{clean.ending}", ContentFile(clean.content))
    return made


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: Actor, now: datetime) -> None:
    """The row goes at once, its file after the commit."""
    file = evidence.file
    _log(evidence, "remove_evidence", by=by, now=now)
    evidence.delete()
    if file and file.name:
        transaction.on_commit(partial(file.storage.delete, file.name))


def _add(claim: Claim, kind: str, title: str, by: Actor, now: datetime, **values: object) -> Evidence:
    if claim.evidence.count() >= Evidence.MOST:
        raise CannotProve(_("Bij deze vaardigheid staan al 10 bewijzen. Verwijder er eerst een."))
    made = claim.evidence.create(kind=kind, title=title or str(Kind(kind).label), created_at=now, **values)
    _log(made, "add_evidence", by=by, now=now)
    return made


def _log(evidence: Evidence, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="evidence",
        thing=evidence.public_id,
        subject=evidence.claim.passport.owner.public_id,
    )
