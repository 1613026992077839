"""Guessing is slow (SECURITY §10). A try is counted before it is checked and given back when it was right.

Counting happens outside the transaction of the page: a refused page must not give its try back.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from math import ceil

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from vaardig.people.models import Guess

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PER_PLACE, PER_CARD, ALARM = 10, 5, 500
SIGN_IN_TRIES, SIGN_IN_PER_PLACE = 5, 300
log = structlog.get_logger(__name__)


class TooManyTries(Exception):
    """Wait before the next try."""

    def __init__(self, wait: timedelta = HOUR) -> None:
        super().__init__("wait")
        self.minutes = max(1, ceil(wait.total_seconds() / 60))


def _hidden(name: str) -> str:
    """The table tells nobody whose account or which place it was."""
    return hmac.new(settings.CODE_KEY.encode(), name.encode(), hashlib.sha256).hexdigest()


def _row(name: str, now: datetime, lasts: timedelta) -> Guess:
    Guess.objects.get_or_create(name=_hidden(name), defaults={"since": now})
    row = Guess.objects.select_for_update().get(name=_hidden(name))
    if now - row.since >= lasts:
        row.count, row.since, row.wait_until = 0, now, None
    return row


def take(names: Mapping[str, int], now: datetime) -> None:
    """Count one try against each name; TooManyTries when any of them has had its number this hour."""
    with transaction.atomic():
        for name, most in sorted(names.items()):
            row = _row(name, now, HOUR)
            if row.count >= most:
                raise TooManyTries(row.since + HOUR - now)
            row.count += 1
            row.save()
    _forget_old(now)


def give_back(names: Iterable[str]) -> None:
    """The try was right, or there was nothing to try."""
    hidden = [_hidden(name) for name in names]
    Guess.objects.filter(name__in=hidden, count__gt=0).update(count=F("count") - 1)


def take_slowly(name: str, now: datetime) -> None:
    """For signing in: five tries, then a minute, then two, doubling to an hour. Forgotten after success or a day."""
    with transaction.atomic():
        row = _row(name, now, DAY)
        if row.wait_until and row.wait_until > now:
            raise TooManyTries(row.wait_until - now)
        row.count += 1
        if row.count >= SIGN_IN_TRIES:
            row.wait_until = now + min(timedelta(minutes=2 ** min(row.count - SIGN_IN_TRIES, 6)), HOUR)
        row.save()


def forget(*names: str) -> None:
    Guess.objects.filter(name__in=[_hidden(name) for name in names]).delete()


def watch(now: datetime) -> None:
    """Everybody's misses together: at 500 in an hour somebody should look. It locks nobody out."""
    with transaction.atomic():
        row = _row("all", now, HOUR)
        row.count += 1
        row.save()
    if row.count == ALARM:
        log.error("many_codes_are_guessed", misses=row.count)


# ── for counting what is no guess: how often something began from one place ─────────────────────────
def misses(*names: str) -> int:
    """The most that any of these names has had this hour."""
    rows = Guess.objects.filter(name__in=[_hidden(name) for name in names], since__gt=timezone.now() - HOUR)
    return max(rows.values_list("count", flat=True), default=0)


@transaction.atomic
def miss(*names: str) -> None:
    for name in names:
        row = _row(name, timezone.now(), HOUR)
        row.count += 1
        row.save()


def _forget_old(now: datetime) -> None:
    Guess.objects.filter(since__lt=now - DAY).delete()
