"""How allauth meets our accounts: sealed second factors, no sign-up by strangers, mail without content."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

DEMO_FACTOR = "demo_second_factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Staff is added by the steward; a participant begins by telling what she does."""
        return False

    def new_user(self, request: HttpRequest) -> Any:
        account = super().new_user(request)
        account.created_at = timezone.now()
        return account


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed with the master key; by itself allauth keeps them readable."""

    def _box(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"mfa" + settings.MASTER_KEY.encode()).digest()))

    def encrypt(self, text: str) -> str:
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._box().decrypt(encrypted_text.encode()).decode()


def has_second_factor(request: HttpRequest) -> bool:
    """Signed in with a passkey, an authenticator or a printed code; in the demo one click counts."""
    if settings.DEMO and request.session.get(DEMO_FACTOR):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request))
