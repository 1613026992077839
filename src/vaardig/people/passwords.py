"""What a password must be (SECURITY §10): long, not known, not about you or us. No rules about signs."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaardig.people.models import Account, Membership

LEAST, MOST = 12, 128
SHORTEST_WORD = 4


class Length:
    def validate(self, password: str, user: Account | None = None) -> None:
        if len(password) < LEAST:
            raise ValidationError(_("Je wachtwoord is te kort. Kies 12 tekens of meer."))
        if len(password) > MOST:
            raise ValidationError(_("Je wachtwoord is te lang. Kies 128 tekens of minder."))

    def get_help_text(self) -> str:
        return _("Kies 12 tekens of meer.")


class NotKnown(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord gebruiken veel mensen. Kies een ander wachtwoord.")

    def get_help_text(self) -> str:
        return _("Kies geen wachtwoord dat veel mensen gebruiken.")


class NotAboutYou:
    """Not your name, your address, the organisation or the product."""

    def validate(self, password: str, user: Account | None = None) -> None:
        plain = password.casefold()
        if any(word in plain for word in _words_about(user)):
            raise ValidationError(_("In je wachtwoord staat je naam of de naam van je werk. Kies iets anders."))

    def get_help_text(self) -> str:
        return _("Gebruik niet je naam of de naam van je werk.")


def _words_about(user: Account | None) -> set[str]:
    words = {"vaardig"}
    if user is not None and user.pk:
        words |= set((user.email or "").casefold().partition("@")[0].replace(".", " ").split())
        words |= set((user.person.name if user.person else "").casefold().split())
        works = Membership.objects.filter(person=user.person_id).values_list("organisation__name", flat=True)
        words |= {word for name in works for word in name.casefold().split()}
    return {word for word in words if len(word) >= SHORTEST_WORD}
