"""How allauth meets our accounts."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    pass


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    pass
