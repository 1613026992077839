"""What people type, made safe to keep: one form of Unicode, no invisible signs, within its limit (SECURITY §11)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

NAME, SHORT, LONG, NOTE = 100, 200, 5_000, 20_000
ORGANISATION, GROUP, EMAIL, PHONE = 150, 80, 254, 20
_BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def tidy(text: str) -> str:
    """NFC, line ends as \\n, no space around."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def has_hidden_signs(text: str, *, lines: bool = True) -> bool:
    """Control characters and signs that turn the reading direction around; in one line a line end is one too."""
    fine = "\n\t" if lines else ""
    return any((unicodedata.category(c) in {"Cc", "Cs"} and c not in fine) or c in _BIDI for c in text)


def too_long(limit: int) -> StrOrPromise:
    """For a name, an address, a number: nobody counts those."""
    return format_lazy(_("Gebruik maximaal {n} tekens."), n=limit)


class PlainText(forms.CharField):
    """A text field that says in words what is wrong; nothing is cut off in silence."""

    def __init__(self, *, limit: int, lines: int = 1, **kwargs: object) -> None:
        self.limit, self.lines = limit, lines
        if lines > 1:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        super().__init__(strip=True, **kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        return tidy(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if has_hidden_signs(value, lines=self.lines > 1):
            raise ValidationError(_("In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw."))
        if len(value) > self.limit and self.limit <= ORGANISATION:
            raise ValidationError(too_long(self.limit))
        if len(value) > self.limit:
            raise ValidationError(
                _("Je tekst is te lang: %(x)s van %(n)s tekens. Maak hem korter.") % {"x": len(value), "n": self.limit}
            )
