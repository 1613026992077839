"""The log: a chain of lines per organisation, written in the same transaction as what it tells (SECURITY §14)."""

import hashlib
import json
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from structlog.contextvars import get_contextvars

from vaardig.base.actor import Actor
from vaardig.base.models import AuditEntry, AuditHead, Pseudonym

PEOPLE = "people"  # the stream of what belongs to persons, not to an organisation
Result = AuditEntry.Result
LINKED = "stream seq at actor hat action object_kind object_id subject purpose ground result origin trace prev".split()


def pseudonym(code: UUID | None) -> UUID | None:
    """The name by which the log knows this person."""
    if code is None:
        return None
    found, _ = Pseudonym.objects.get_or_create(person_code=code, defaults={"code": uuid.uuid4()})
    return found.code


def record(
    *,
    actor: Actor,
    action: str,
    now: datetime,
    kind: str = "",
    thing: UUID | str = "",
    subject: UUID | None = None,
    organisation: UUID | None = None,
    purpose: str = "",
    ground: str = "",
    result: str = Result.DONE,
) -> AuditEntry:
    """Add a line. `subject` is the public id of the person it is about; call it inside the transaction of the act."""
    entry = AuditEntry(
        stream=str(organisation or PEOPLE),
        at=now,
        actor=pseudonym(actor.code),
        hat=str(actor.hat),
        action=action,
        object_kind=kind,
        object_id=str(thing),
        subject=pseudonym(subject),
        purpose=purpose,
        ground=ground,
        result=result,
        origin=actor.origin,
        trace=str(get_contextvars().get("request_id", "")),
    )
    with transaction.atomic():
        _link(entry)
    return entry


def _link(entry: AuditEntry) -> None:
    AuditHead.objects.get_or_create(stream=entry.stream)
    head = AuditHead.objects.select_for_update().get(stream=entry.stream)
    entry.seq, entry.prev = head.seq + 1, head.hash
    entry.hash = chain_hash(entry)
    entry.save(force_insert=True)
    head.seq, head.hash = entry.seq, entry.hash
    head.save(update_fields=["seq", "hash"])


def chain_hash(entry: AuditEntry) -> str:
    """SHA-256 over the line in a fixed form, the hash of the line before included."""
    line: dict[str, Any] = {name: getattr(entry, name) for name in LINKED}
    line["at"] = entry.at.astimezone(None).timestamp()
    return hashlib.sha256(json.dumps(line, sort_keys=True, default=str).encode()).hexdigest()


def faults() -> Iterator[str]:
    """Everything that is wrong with the chains, as sentences; nothing when they are whole."""
    for head in AuditHead.objects.order_by("stream"):
        seq, last = 0, ""
        for entry in AuditEntry.objects.filter(stream=head.stream).order_by("seq").iterator():
            seq += 1
            if entry.seq != seq:
                yield f"{head.stream}: line {seq} is missing"
                seq = entry.seq
            elif entry.prev != last:
                yield f"{head.stream}: line {seq} does not follow on line {seq - 1}"
            if entry.hash != chain_hash(entry):
                yield f"{head.stream}: line {seq} was changed"
            last = entry.hash
        if (head.seq, head.hash) != (seq, last):
            yield f"{head.stream}: the head says {head.seq}, the last line is {seq}"


# ── the database itself refuses to change the log ────────────────────────────────────────────────────
_SQLITE = """CREATE TRIGGER audit_no_{low} BEFORE {verb} ON base_auditentry
BEGIN SELECT RAISE(ABORT, 'the log cannot be changed'); END"""
_POSTGRES = """CREATE TRIGGER audit_no_{low} BEFORE {verb} ON base_auditentry
FOR EACH ROW EXECUTE FUNCTION audit_refuse()"""
_REFUSE = """CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log cannot be changed'; END $$"""


def guard() -> None:
    """Let the database refuse UPDATE and DELETE on the log."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_REFUSE)
        form = _POSTGRES if connection.vendor == "postgresql" else _SQLITE
        for verb in ("UPDATE", "DELETE"):
            cursor.execute(form.format(verb=verb, low=verb.lower()))


def unguard() -> None:
    """Take the guards away: for tests that empty the tables, and for removing whole sealed segments."""
    table = " ON base_auditentry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_no_{verb}{table}")
