"""Sealing what only its owner may read (SECURITY §3, §15, V9)."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from vaardig.base import crypto
from vaardig.base.models import PersonKey

pytestmark = pytest.mark.django_db
ME, YOU = uuid.UUID(int=1), uuid.UUID(int=2)


def test_what_was_sealed_opens_again_and_is_not_readable_meanwhile():
    sealed = crypto.seal(ME, "Ik zorg voor mijn moeder 🌻")

    assert "moeder" not in sealed
    assert crypto.open_sealed(ME, sealed) == "Ik zorg voor mijn moeder 🌻"


def test_the_same_text_is_never_sealed_the_same():
    assert crypto.seal(ME, "x") != crypto.seal(ME, "x")


def test_nothing_stays_nothing():
    assert crypto.seal(ME, "") == ""
    assert crypto.open_sealed(ME, "") == ""
    assert not PersonKey.objects.exists()


def test_another_person_cannot_open_it():
    sealed = crypto.seal(ME, "x")
    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(YOU, sealed)
    crypto.seal(YOU, "y")
    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(YOU, sealed)


def test_the_key_of_one_put_in_place_of_another_opens_nothing():
    sealed = crypto.seal(ME, "x")
    crypto.seal(YOU, "y")
    PersonKey.objects.filter(owner_code=YOU).update(wrapped=PersonKey.objects.get(owner_code=ME).wrapped)

    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(YOU, sealed)


def test_a_destroyed_key_closes_it_for_good():
    sealed = crypto.seal(ME, "x")
    crypto.destroy_key(ME)

    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(ME, sealed)
    crypto.seal(ME, "a new key")
    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(ME, sealed)


def test_with_another_master_key_nothing_opens(settings):
    sealed = crypto.seal(ME, "x")
    settings.MASTER_KEY = "another"

    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(ME, sealed)


@pytest.mark.parametrize(
    "change", [lambda s: s[:-4] + "AAA=", lambda s: "AAAA" + s[4:], lambda s: s[:10], lambda s: "geen"]
)
def test_a_changed_text_is_not_opened(change):
    sealed = crypto.seal(ME, "een wat langere tekst")

    with pytest.raises(crypto.CannotOpen):
        crypto.open_sealed(ME, change(sealed))


def test_the_keys_in_the_database_open_nothing_without_the_master_key():
    sealed = crypto.seal(ME, "x")
    wrapped = PersonKey.objects.get().wrapped

    assert wrapped not in sealed
    assert len(wrapped) > 60


class TestRoundTrip(TestCase):
    @settings(max_examples=50, deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_every_text_comes_back_as_it_was(self, text):
        assert crypto.open_sealed(ME, crypto.seal(ME, text)) == text
