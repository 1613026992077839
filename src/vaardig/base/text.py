"""What people type, made safe to keep: one form of Unicode, no invisible signs, within its limit (SECURITY §11)."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NAME, SHORT, LONG, NOTE = 100, 200, 5_000, 20_000
_BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def tidy(text: str) -> str:
    """NFC, line ends as \\n, no space around."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def has_hidden_signs(text: str) -> bool:
    """Control characters and signs that turn the reading direction around."""
    return any((unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t") or c in _BIDI for c in text)


class PlainText(forms.CharField):
    """A text field that says in words what is wrong; nothing is cut off in silence."""

    def __init__(self, *, limit: int, lines: int = 1, **kwargs: object) -> None:
        self.limit = limit
        if lines > 1:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        super().__init__(strip=True, **kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        return tidy(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if has_hidden_signs(value):
            raise ValidationError(_("In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw."))
        if len(value) > self.limit:
            raise ValidationError(
                _("Je tekst is te lang: %(x)s van %(n)s tekens. Maak hem korter.") % {"x": len(value), "n": self.limit}
            )
