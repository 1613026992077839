"""Accounts: an e-mail address to sign in with, and sessions that end."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import models, transaction

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people.models import Account, Person

SESSIONS = 5


def end_sessions(*, account: int, keep: str = "") -> None:
    """Sign out everywhere, but for the session with this key; it holds from the next request on."""
    _end(UserSession.objects.filter(user=account).exclude(session_key=keep))


def keep_five_sessions(*, account: int, current: str) -> None:
    """The sixth session ends the oldest."""
    others = UserSession.objects.filter(user=account).exclude(session_key=current).order_by("-created_at", "-pk")
    live = set(Session.objects.filter(session_key__in=others.values("session_key")).values_list("pk", flat=True))
    stale = [row.pk for row in others if row.session_key not in live]
    extra = [row.pk for row in others if row.session_key in live][SESSIONS - 1 :]
    _end(UserSession.objects.filter(pk__in=[*stale, *extra]))


def _end(rows: "models.QuerySet[UserSession]") -> None:
    Session.objects.filter(session_key__in=list(rows.values_list("session_key", flat=True))).delete()
    rows.delete()


def know_address(account: Account) -> None:
    """Mail to this address reaches her. A new account opens with a code sent there only, so that is no risk."""
    if account.email:
        EmailAddress.objects.update_or_create(
            user=account, email=account.email, defaults={"verified": True, "primary": True}
        )


@transaction.atomic
def disable(*, account: Account, by: Actor, now: datetime) -> None:
    """Access ends at once; what is kept follows its own dates."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    end_sessions(account=account.pk)
    _log(account.person, "disable_account", by=by, now=now)


@transaction.atomic
def sign_in_with(*, person: Person, email: str, password: str, by: Actor, now: datetime) -> Account:
    """Give her account an address that was checked elsewhere, and a password."""
    account = Account.objects.get(person=person)
    account.email = Account.objects.normalize_email(email)
    account.set_password(password)
    account.save(update_fields=["email", "password"])
    know_address(account)
    _log(person, "change_account", by=by, now=now)
    return account


def _log(person: Person | None, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(actor=by, action=action, now=now, kind="account", subject=person.public_id if person else None)
