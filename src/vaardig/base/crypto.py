"""Sealing what only its owner may read: AES-256-GCM with a key per person, wrapped by the master key (SECURITY §15)."""

import base64
import binascii
import hashlib
import os
from collections.abc import Callable
from functools import cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils import timezone

from vaardig.base.models import PersonKey

_NONCE = 12


class CannotOpen(Exception):
    """The key of this person is gone, the master key is another one, or the text was changed."""


def _master() -> AESGCM:
    return AESGCM(hashlib.sha256(settings.MASTER_KEY.encode()).digest())


def _wrap(box: AESGCM, plain: bytes, owner: UUID) -> str:
    nonce = os.urandom(_NONCE)
    return base64.urlsafe_b64encode(nonce + box.encrypt(nonce, plain, owner.bytes)).decode()


def _unwrap(box: AESGCM, sealed: str, owner: UUID) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(sealed)
        return box.decrypt(raw[:_NONCE], raw[_NONCE:], owner.bytes)
    except (InvalidTag, binascii.Error, ValueError) as wrong:
        raise CannotOpen from wrong


def _box(owner: UUID, *, make: bool) -> AESGCM:
    found = PersonKey.objects.filter(owner_code=owner).first()
    if found is None and make:
        wrapped = _wrap(_master(), AESGCM.generate_key(256), owner)
        found, _ = PersonKey.objects.get_or_create(
            owner_code=owner, defaults={"wrapped": wrapped, "created_at": timezone.now()}
        )
    if found is None:
        raise CannotOpen
    return AESGCM(_unwrap(_master(), found.wrapped, owner))


def seal(owner: UUID, text: str) -> str:
    """Lock a text with the key of its owner (the public id of a person)."""
    return _wrap(_box(owner, make=True), text.encode(), owner) if text else ""


def open_sealed(owner: UUID, sealed: str) -> str:
    """Read a sealed text back; CannotOpen when its key was destroyed."""
    return _unwrap(_box(owner, make=False), sealed, owner).decode() if sealed else ""


def opener(owner: UUID) -> Callable[[str], str]:
    """Reads many texts of one owner with one look at her key."""
    box = cache(lambda: _box(owner, make=False))
    return lambda sealed: _unwrap(box(), sealed, owner).decode() if sealed else ""


def destroy_key(owner: UUID) -> None:
    """After this nobody can read what was sealed for this person, in any backup either."""
    PersonKey.objects.filter(owner_code=owner).delete()
