"""Counting tries before they are checked (SECURITY §10, S2, S5)."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction

from tests.cast import NOW
from vaardig.people import throttle
from vaardig.people.models import Guess

pytestmark = pytest.mark.django_db


def passes(name="x", most=5, now=NOW):
    try:
        throttle.take({name: most}, now)
    except throttle.TooManyTries:
        return False
    return True


def test_the_sixth_try_of_five_waits_until_the_hour_is_over():
    assert [passes() for _ in range(6)] == [True] * 5 + [False]
    assert not passes(now=NOW + timedelta(minutes=59))
    assert passes(now=NOW + timedelta(minutes=60))


def test_the_wait_is_told_in_whole_minutes():
    passes(most=1)
    with pytest.raises(throttle.TooManyTries) as wait:
        throttle.take({"x": 1}, NOW + timedelta(minutes=20, seconds=1))

    assert wait.value.minutes == 40


def test_when_one_name_is_full_the_other_is_not_counted():
    passes("card", 1)
    with pytest.raises(throttle.TooManyTries):
        throttle.take({"card": 1, "a place": 10}, NOW)

    assert throttle.misses("a place") == 0


def test_a_try_that_is_given_back_does_not_count():
    for _ in range(20):
        assert passes()
        throttle.give_back(["x"])


def test_waiting_doubles_up_to_an_hour_and_is_forgotten_after_a_day():
    now, waits = NOW, []
    for _ in range(12):
        throttle.take_slowly("bram", now)
        try:
            throttle.take_slowly("bram", now)
        except throttle.TooManyTries as wait:
            waits.append(wait.minutes)
            now += timedelta(minutes=wait.minutes)

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    throttle.take_slowly("bram", NOW + timedelta(days=1, seconds=1))


def test_a_refused_page_does_not_give_its_miss_back(client, cast):
    """The page's own transaction is rolled back at 422; the count is not part of it."""
    client.post("/kaartje/", {"code": "AAAAAAAAAAAA"})

    assert throttle.misses("card:127.0.0.0") == 1


def test_five_hundred_misses_sound_an_alarm_and_lock_nobody_out(caplog, monkeypatch):
    monkeypatch.setattr(throttle, "ALARM", 3)
    for _ in range(5):
        throttle.watch(NOW)

    assert sum("many_codes_are_guessed" in str(line.msg) for line in caplog.records) == 1
    assert passes("another place", 1)


def test_old_counts_are_thrown_away():
    passes("long ago", now=NOW - timedelta(days=2))
    passes()

    assert Guess.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time; make postgres")
@pytest.mark.django_db(transaction=True)
def test_twenty_guesses_at_the_same_moment_are_five():
    start, answers = threading.Barrier(20), []
    throttle.miss("somebody else")

    def guess():
        try:
            start.wait()
            answers.append(passes())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=guess) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers.count(True) == 5
    with transaction.atomic():
        assert Guess.objects.count() == 2
