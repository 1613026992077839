"""What fits me: how she wants to work, what she likes, what matters to her; the options she saved; when a computer looked.

All of it is hers alone (class V). What she fills in lies sealed with her key; no row says what she answered.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vaardig.base.models import Versioned
from vaardig.lexicon.models import Concept
from vaardig.people.models import Person


class Answers(Versioned):
    """One form that she fills in, sealed: {question: answer}."""

    class Form(models.TextChoices):
        CONDITIONS = "CONDITIONS", _("Zo wil ik werken")
        INTERESTS = "INTERESTS", _("Wat vind ik leuk?")
        VALUES = "VALUES", _("Wat vind ik belangrijk?")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=10, choices=Form)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["owner", "form"], name="one_sheet_per_form")]

    def __str__(self) -> str:
        return f"{self.form} {self.pk}"


class SavedOption(Versioned):
    """Work or a task that she wants to keep in view, and what she thinks of it (sealed)."""

    class State(models.TextChoices):
        """Every outcome is a result; "past niet" counts as much as "dit wil ik" (B12)."""

        OPEN = "OPEN", _("Ik denk er nog over")
        TRYING = "TRYING", _("Ik wil het eerst proberen")
        CHOSEN = "CHOSEN", _("Dit wil ik")
        NOT_FOR_ME = "NOT_FOR_ME", _("Dit past niet bij mij")

    MOST = 50

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "concept"], condition=Q(removed_at=None), name="an_option_is_saved_once"
            )
        ]

    def __str__(self) -> str:
        return f"saved option {self.pk}"


class OptionRun(models.Model):
    """One time that the computer looked: with which rules, what went in (as a hash), what came out (sealed), for whom."""

    class Kind(models.TextChoices):
        OCCUPATION = "OCCUPATION", _("Werk")
        TASK = "TASK", _("Klussen")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    viewer = models.UUIDField()  # who asked: the public id of a person
    kind = models.CharField(max_length=10, choices=Kind)
    rule_version = models.CharField(max_length=20)
    lexicon = models.PositiveBigIntegerField()  # the generation of the lexicon that was used
    input_hash = models.CharField(max_length=64)
    output_sealed = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["owner", "kind", "-at"], name="runs_of_owner")]

    def __str__(self) -> str:
        return f"run {self.pk}"


class Switch(models.Model):
    """She can put the suggestions off; then nothing is looked at and nothing is kept. Everything else works."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    is_off = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"switch {self.pk}"
