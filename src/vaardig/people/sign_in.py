"""How allauth meets our accounts: sealed second factors, slow guessing, no sign-up by strangers."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import ngettext

from vaardig.people import sessions, throttle
from vaardig.people.models import Account


def _try(email: str, request: HttpRequest) -> str:
    """One account from one place: who guesses elsewhere locks nobody out here."""
    return f"sign in:{email.lower()}:{sessions.place_of(request)}"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Staff is added by the steward; a participant begins by telling what she does."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counted before the password is looked at, for unknown accounts as well."""
        now = timezone.now()
        try:
            throttle.take({f"sign in:{sessions.place_of(request)}": throttle.SIGN_IN_PER_PLACE}, now)
            throttle.take_slowly(_try(credentials.get("email", ""), request), now)
        except throttle.TooManyTries as wait:
            words = ngettext(
                "Dit is te vaak geprobeerd. Wacht %(minutes)s minuut.",
                "Dit is te vaak geprobeerd. Wacht %(minutes)s minuten.",
                wait.minutes,
            )
            raise ValidationError(words % {"minutes": wait.minutes}) from wait

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        account = super().authenticate(request, **credentials)
        if account:
            throttle.give_back([f"sign in:{sessions.place_of(request)}"])
            throttle.forget(_try(credentials.get("email", ""), request))
        return account

    def set_password(self, user: Account, password: str) -> None:
        """A new password, by a link sent by mail or by who is signed in, forgets the misses."""
        super().set_password(user, password)
        if context.request is not None and user.email:
            throttle.forget(_try(user.email, context.request))

    def post_login(self, request: HttpRequest, user: Account, **how: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **how)
        sessions.after_sign_in(request, timezone.now())
        return response

    def is_reauthentication_required(self, *, app: str, **how: Any) -> bool:
        """Who showed a password, code or key in the last ten minutes is not asked again."""
        return context.request is None or not sessions.proved_lately(context.request, timezone.now())


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed with the master key; by itself allauth keeps them readable."""

    def _box(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"mfa" + settings.MASTER_KEY.encode()).digest()))

    def encrypt(self, text: str) -> str:
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._box().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Vaardig"}


def has_second_factor(request: HttpRequest) -> bool:
    """Signed in with a passkey, an authenticator or a printed code; in the demo one click counts."""
    if settings.DEMO and request.session.get(sessions.DEMO_FACTOR):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
