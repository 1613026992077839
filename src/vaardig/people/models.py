"""Persons, the organisations they meet, and what they allow each other."""

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vaardig.base.actor import Hat
from vaardig.base.text import NAME


class Person(models.Model):
    """A human being, anywhere; owner of her passport. No citizen number, no birth date, e-mail only at her account."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=NAME, blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="nl")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name or str(_("Iemand"))


class Accounts(BaseUserManager["Account"]):
    def create_user(self, email: str | None, password: str | None = None, **values: object) -> "Account":
        account = self.model(email=self.normalize_email(email) or None, **values)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """What a person signs in with; nothing else hangs on it. A card holder has one without an e-mail address."""

    email = models.EmailField(max_length=254, null=True, blank=True, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, null=True, related_name="account")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return f"account {self.pk}"


class Organisation(models.Model):
    class Kind(models.TextChoices):
        MUNICIPALITY = "MUNICIPALITY", _("Gemeente")
        UWV = "UWV", _("UWV")
        PROVIDER = "PROVIDER", _("Aanbieder van training of begeleiding")
        EMPLOYER = "EMPLOYER", _("Werkgever")
        OTHER = "OTHER", _("Anders")

    class Size(models.TextChoices):
        MICRO = "MICRO", _("1 tot 9 mensen")
        SMALL = "SMALL", _("10 tot 49 mensen")
        MEDIUM = "MEDIUM", _("50 tot 249 mensen")
        LARGE = "LARGE", _("250 mensen of meer")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=Kind)
    size = models.CharField(max_length=10, choices=Size, blank=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A department or team; a tree within one organisation."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "parent", "name"], name="one_unit_per_name"),
            models.UniqueConstraint(
                fields=["organisation", "name"], condition=Q(parent=None), name="one_unit_per_name_at_the_top"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Role × organisation × unit × period. A role gives nothing by itself (SECURITY §4).

    `name` is what the steward typed: the organisation never learns how somebody is called elsewhere. `person` is empty
    after she erased herself; what hung on her role is theirs and stays, unnamed.
    """

    ROLES = [(hat.value, hat.value) for hat in Hat if hat not in {Hat.ANONYMOUS, Hat.RECIPIENT}]

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="memberships")
    name = models.CharField(max_length=NAME, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships")
    role = models.CharField(max_length=2, choices=ROLES)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"

    @property
    def called(self) -> str:
        """How this member is named to others."""
        return self.name or (self.person.name if self.person else "") or str(_("Iemand"))

    @staticmethod
    def live(today: date) -> Q:
        return Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gte=today))


class Contact(models.Model):
    """She as one organisation knows her. `person` stays empty until she links it herself, signed in."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="contacts")
    name = models.CharField(max_length=NAME)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=80, blank=True)
    link_hash = models.CharField(max_length=64, blank=True)
    link_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "source", "external_id"],
                condition=~Q(external_id=""),
                name="one_contact_per_external_id",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Relation(models.Model):
    """A live tie between a member of staff and a contact: what opens things for her. Rooms above write it.

    SECURITY P12 (who coaches somebody never leads or assesses her, nor within 365 days) belongs here, as a constraint
    trigger on (person of the membership, person of the contact, kind, period) plus a guard in `services.relate`; it
    comes with the rooms that write LEADS.
    """

    class Kind(models.TextChoices):
        GUIDES = "GUIDES", _("begeleidt")
        TRAINS = "TRAINS", _("traint")
        LEADS = "LEADS", _("geeft leiding aan")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="relations")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=10, choices=Kind)
    purpose = models.CharField(max_length=40)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    origin_kind = models.CharField(max_length=40, blank=True)
    origin_id = models.UUIDField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.membership_id} {self.kind} {self.contact_id}"

    @staticmethod
    def live(now: datetime) -> Q:
        return Q(starts_at__lte=now) & (Q(ends_at=None) | Q(ends_at__gt=now))


class ReturnCard(models.Model):
    """The card a participant comes back with: a typed code and a QR, kept as keyed hashes, plus a PIN of her own."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cards")
    code_hash = models.CharField(max_length=64, unique=True)
    qr_hash = models.CharField(max_length=64, unique=True)
    pin_hash = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_live_card_per_person")
        ]

    def __str__(self) -> str:
        return f"card {self.pk}"


class CardRenewal(models.Model):
    """A new card asked for by staff who see nothing. With the PIN lost too, a second member of staff must agree."""

    WAITS = timedelta(days=7)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="renewals")
    asked_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="renewals_asked")
    agreed_by = models.ForeignKey(
        Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="renewals_agreed"
    )
    is_without_pin = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"renewal {self.pk}"


class Consent(models.Model):
    """What she said yes to, which text she saw, and when she took it back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    text_version = models.CharField(max_length=40)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.purpose


class Share(models.Model):
    """Part of what is hers, for one receiver, one purpose, until a date (SECURITY §7). Only she makes or ends it."""

    class Purpose(models.TextChoices):
        TALK = "TALK", _("een gesprek")
        APPLICATION = "APPLICATION", _("solliciteren")
        GUIDANCE = "GUIDANCE", _("begeleiding")
        HANDOVER = "HANDOVER", _("overdracht")
        EDUCATION = "EDUCATION", _("opleiding")
        TEAM_OVERVIEW = "TEAM_OVERVIEW", _("overzicht van het team")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="shares")
    receiver = models.ForeignKey(
        Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="shares_received"
    )
    function_organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="shares_received"
    )
    function_role = models.CharField(max_length=2, choices=Membership.ROLES, blank=True)
    purpose = models.CharField(max_length=20, choices=Purpose)
    may_download = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="share_ends_after_it_starts"),
            models.CheckConstraint(
                condition=(
                    Q(receiver__isnull=False, function_organisation=None, function_role="")
                    | (Q(receiver=None, function_organisation__isnull=False) & ~Q(function_role=""))
                ),
                name="share_has_one_receiver",
            ),
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"

    @staticmethod
    def live(now: datetime) -> Q:
        return Q(starts_at__lte=now, ends_at__gt=now, ended_at=None)


class ShareItem(models.Model):
    """One ticked part: a reference to a thing of a room above, by kind and public id."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=40)
    thing = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["share", "kind", "thing"], name="a_part_is_shared_once")]
        indexes = [models.Index(fields=["kind", "thing"], name="share_by_thing")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class ShareRequest(models.Model):
    """A professional asks; refusing and not answering look the same to who asked."""

    ASK_AGAIN = timedelta(days=14)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="share_requests")
    asked_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="share_requests")
    purpose = models.CharField(max_length=20, choices=Share.Purpose)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"request {self.pk}"


class Guess(models.Model):
    """How often a code, a PIN or a password was tried: counted before it is checked, so that nobody is too fast."""

    name = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    wait_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"guess {self.pk}"
