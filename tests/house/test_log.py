"""The log cannot be changed unseen (SECURITY §14)."""

import pytest
from django.db import DatabaseError, transaction

from tests.cast import NOW
from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.base.models import AuditEntry, AuditHead


@pytest.fixture
def lines(db):
    return [audit.record(actor=Actor(), action=f"act_{n}", now=NOW) for n in range(4)]


def test_a_whole_chain_has_no_faults(lines):
    assert list(audit.faults()) == []


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (lambda: AuditEntry.objects.filter(seq=2).update(action="other"), "line 2 was changed"),
        (lambda: AuditEntry.objects.filter(seq=3).delete(), "line 3 is missing"),
        (lambda: AuditEntry.objects.filter(seq=4).delete(), "the head says 4, the last line is 3"),
        (lambda: AuditHead.objects.update(seq=3), "the head says 3, the last line is 4"),
    ],
)
def test_tampering_is_found_and_named(lines, tamper, found):
    tamper()

    assert any(found in fault for fault in audit.faults())


@pytest.mark.parametrize("change", [{"action": "other"}, None])
def test_the_database_refuses_to_change_a_line(lines, change):
    audit.guard()
    try:
        with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
            AuditEntry.objects.filter(seq=1).update(**change) if change else AuditEntry.objects.filter(seq=1).delete()
    finally:
        audit.unguard()


def test_a_refused_act_leaves_no_line(db):
    @transaction.atomic
    def act_that_breaks():
        audit.record(actor=Actor(), action="act", now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act_that_breaks()

    assert not AuditEntry.objects.exists()
