"""Codes that people type and scan: made, tidied and hashed in one place (SECURITY §10)."""

import hashlib
import hmac
import secrets
import unicodedata

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no I, L, O, U
LENGTH = 12  # 60 bits
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code(length: int = LENGTH) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_qr() -> str:
    """128 bits; it travels in the fragment of an address, so that no log ever holds it."""
    return secrets.token_urlsafe(16)


def spaced(code: str) -> str:
    """K7Q29F3M8TXB → K7Q2 9F3M 8TXB, as it stands on the card."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def tidy(typed: str) -> str:
    """What somebody typed, without spaces and with the signs that look alike put right."""
    return "".join(c for c in unicodedata.normalize("NFKC", typed).upper() if c.isalnum()).translate(_MISREAD)[:40]


def digits(typed: str) -> str:
    """A PIN typed with other digits (٤, ४) is the same PIN."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in typed.strip())


def keyed_hash(code: str) -> str:
    return hmac.new(settings.CODE_KEY.encode(), code.encode(), hashlib.sha256).hexdigest()
