"""Tables that every room leans on: the log, pseudonyms, keys, and what was already submitted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditHead(models.Model):
    """The last link of each chain; locked while a link is added."""

    stream = models.CharField(max_length=40, unique=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.stream} {self.seq}"


class AuditEntry(models.Model):
    """One line of the log (SECURITY §14): who did what to whose thing, never what it says."""

    class Result(models.TextChoices):
        DONE = "DONE", _("Gedaan")
        REFUSED = "REFUSED", _("Geweigerd")
        FAILED = "FAILED", _("Mislukt")

    stream = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    hat = models.CharField(max_length=2)
    action = models.CharField(max_length=40)
    object_kind = models.CharField(max_length=40, default="")
    object_id = models.CharField(max_length=40, default="")
    subject = models.UUIDField(null=True, db_index=True)
    purpose = models.CharField(max_length=40, default="")
    ground = models.CharField(max_length=60, default="")
    result = models.CharField(max_length=8, choices=Result, default=Result.DONE)
    origin = models.CharField(max_length=60, default="")
    trace = models.CharField(max_length=40, default="")
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "seq"], name="one_link_per_number")]
        indexes = [models.Index(fields=["stream", "at"], name="audit_by_day")]

    def __str__(self) -> str:
        return f"{self.stream} {self.seq} {self.action}"


class Pseudonym(models.Model):
    """The name that the log knows a person by. It goes when the person is erased; then the log points to nobody."""

    person_code = models.UUIDField(unique=True)
    code = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return str(self.code)


class PersonKey(models.Model):
    """One key per person for what only she may read, wrapped by the master key. Destroying it is erasing."""

    owner_code = models.UUIDField(unique=True)
    wrapped = models.TextField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.owner_code)


class Submission(models.Model):
    """A form that was already carried out; the same key again gives the same answer (SECURITY §15)."""

    who = models.CharField(max_length=80)
    key = models.CharField(max_length=64)
    location = models.CharField(max_length=500, default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "key"], name="a_form_counts_once")]

    def __str__(self) -> str:
        return self.key


class Versioned(models.Model):
    """For what two people can change at once: see `locking.change`."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
