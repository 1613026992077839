"""Guessing is slow: misses are counted per hour in the shared cache (SECURITY §10)."""

from django.core.cache import cache

HOUR = 3600
PER_PLACE, PER_CARD, ALARM = 10, 5, 500


class TooManyTries(Exception):
    """Wait before the next try."""


def misses(*names: str) -> int:
    """The most misses that any of these names has had this hour."""
    return max((cache.get(f"misses:{name}", 0) for name in names), default=0)


def miss(*names: str) -> None:
    for name in names:
        key = f"misses:{name}"
        if not cache.add(key, 1, HOUR):
            cache.incr(key)


def forget(*names: str) -> None:
    cache.delete_many([f"misses:{name}" for name in names])
