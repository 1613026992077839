"""One request, one transaction, one effect (SECURITY §15, R7)."""

import threading
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.db import IntegrityError, connection, connections
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from tests.cast import NOW
from vaardig.base.models import Submission
from vaardig.base.writing import forget_old_submissions, new_key, reads_or_writes, writes

Guess = apps.get_model("people", "Guess")  # a small table of a room above


@writes
def add(request):
    Guess.objects.create(name=new_key(), since=NOW)
    return redirect("/er/")


@writes
def add_then_refuse(request):
    Guess.objects.create(name=new_key(), since=NOW)
    return HttpResponse(status=int(request.POST.get("status", "422")))


@writes
def add_then_break(request):
    Guess.objects.create(name=new_key(), since=NOW)
    raise ZeroDivisionError


@writes
def add_the_same(request):
    Guess.objects.create(name="same", since=NOW)
    return redirect("/er/")


@reads_or_writes
def page(request):
    if request.method == "POST":
        return add.__wrapped__(request)
    return HttpResponse("page")


def post(view, key="k", user=None, **data):
    request = RequestFactory().post("/x/", {"form_key": key, **data})
    request.user, request.session = user or AnonymousUser(), SessionStore()
    return view(request)


def made():
    return Guess.objects.count()


@pytest.mark.django_db
class TestOneEffect:
    def test_the_same_form_twice_counts_once_and_gets_the_same_answer(self):
        answers = [post(add)["Location"] for _ in range(3)]

        assert (answers, made()) == (["/er/"] * 3, 1)

    def test_two_forms_count_twice(self):
        post(add, "k1")
        post(add, "k2")

        assert made() == 2

    def test_a_form_without_a_key_is_carried_out(self):
        post(add, "")
        post(add, "")

        assert made() == 2

    def test_the_key_of_somebody_else_takes_nothing_from_her(self, cast):
        post(add, "k", cast["amira"].account)
        post(add, "k", cast["bram"].account)

        assert made() == 2

    @pytest.mark.parametrize("status", ["400", "404", "409", "422"])
    def test_a_refused_page_leaves_nothing_and_its_key_may_be_used_again(self, status):
        post(add_then_refuse, status=status)
        assert (made(), Submission.objects.count()) == (0, 0)

        post(add)
        assert made() == 1

    def test_a_page_without_redirect_may_be_sent_again(self):
        post(add_then_refuse, status="200")
        post(add_then_refuse, status="200")

        assert (made(), Submission.objects.count()) == (2, 0)

    def test_a_broken_page_leaves_nothing(self):
        with pytest.raises(ZeroDivisionError):
            post(add_then_break)

        assert (made(), Submission.objects.count()) == (0, 0)

    def test_another_clash_in_the_database_is_not_taken_for_a_double_click(self):
        post(add_the_same, "k1")
        with pytest.raises(IntegrityError):
            post(add_the_same, "k2")

        assert made() == 1

    def test_a_key_that_is_far_too_long_still_counts_once(self):
        post(add, "k" * 500)
        post(add, "k" * 500)

        assert made() == 1

    def test_keys_are_forgotten_after_a_day(self):
        post(add)
        Submission.objects.update(created_at=NOW - timedelta(hours=24, seconds=1))

        assert forget_old_submissions() == 1
        post(add)
        assert made() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("view", "method", "status"), [
    (add, "get", 405), (add, "put", 405), (add, "delete", 405),
    (page, "get", 200), (page, "head", 200), (page, "put", 405), (page, "patch", 405), (page, "options", 405),
])  # fmt: skip
def test_only_the_methods_a_page_knows(view, method, status):
    request = getattr(RequestFactory(), method)("/x/")
    request.user, request.session = AnonymousUser(), SessionStore()

    assert view(request).status_code == status
    assert made() == 0


def test_keys_are_not_guessed():
    keys = {new_key() for _ in range(1000)}

    assert len(keys) == 1000
    assert min(map(len, keys)) >= 22


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time; make postgres")
@pytest.mark.django_db(transaction=True)
def test_twenty_at_the_same_moment_have_one_effect():
    start, answers = threading.Barrier(20), []

    def press():
        try:
            start.wait()
            answers.append(post(add)["Location"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (answers, made()) == (["/er/"] * 20, 1)
