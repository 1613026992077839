"""A passport is hers: what she says she can do, what others saw, what proves it, and what she wishes.

Sources stand side by side; they are never averaged, ranked or overwritten (DESIGN §2.3).
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vaardig.base.models import Versioned
from vaardig.base.text import LONG, NAME, SHORT
from vaardig.lexicon.models import Concept
from vaardig.people.models import Person


class Passport(models.Model):
    """One per person. It exists for others once three skills are confirmed; before that it is a beginning."""

    ENOUGH = 3

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"passport {self.pk}"


class Level(models.IntegerChoices):
    """How well, by examples (leadership.md §8.1). Level 0 is kept when somebody says it, and never printed."""

    NOT_YET = 0, _("nog niet")
    WITH_HELP = 1, _("met hulp")
    ALONE = 2, _("zelfstandig")
    EXPERIENCED = 3, _("ervaren")
    TEACHES = 4, _("kan anderen leren")


class Story(Versioned):
    """What she told, sealed with her key: typed, a day, a CV or chosen cards. Nobody else reads it."""

    class Way(models.TextChoices):
        TYPED = "TYPED", _("Getypt of ingesproken")
        DAY = "DAY", _("Een dag uit mijn leven")
        CV = "CV", _("Uit een cv")
        CARDS = "CARDS", _("Met kaartjes")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=5, choices=Way)
    language = models.CharField(max_length=2)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta(Versioned.Meta):
        abstract = False
        indexes = [models.Index(fields=["owner", "-created_at"], name="stories_of_owner")]

    def __str__(self) -> str:
        return f"story {self.pk}"


class Claim(Versioned):
    """One skill she says is hers: a concept of the lexicon, or her own words, or both."""

    class Wish(models.TextChoices):
        USE = "USE", _("Dit wil ik doen in mijn werk")
        LEARN = "LEARN", _("Hier wil ik meer van leren")
        RATHER_NOT = "RATHER_NOT", _("Dit doe ik liever niet meer")

    class Place(models.TextChoices):
        WORK = "WORK", _("Op mijn werk")
        HOME = "HOME", _("Thuis")
        CARE = "CARE", _("Ik zorg voor iemand")
        VOLUNTARY = "VOLUNTARY", _("Als vrijwilliger")
        HOBBY = "HOBBY", _("Voor mijn plezier")
        LEARNING = "LEARNING", _("Op een school of cursus")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    passport = models.ForeignKey(Passport, on_delete=models.CASCADE, related_name="claims")
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=SHORT, blank=True)
    wish = models.CharField(max_length=10, choices=Wish, blank=True)
    place = models.CharField(max_length=10, choices=Place, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["passport", "concept"], condition=Q(removed_at=None), name="one_claim_per_skill"
            ),
            models.CheckConstraint(condition=Q(concept__isnull=False) | ~Q(words=""), name="a_claim_says_something"),
        ]

    def __str__(self) -> str:
        return f"claim {self.pk}"


class Observation(models.Model):
    """What somebody saw: her own view or another's, with an example. It is hers; its maker's name is stamped on it."""

    class Source(models.TextChoices):
        SELF = "SELF", _("Zelf")
        COLLEAGUE = "COLLEAGUE", _("Collega")
        LEADER = "LEADER", _("Leidinggevende")
        TRAINER = "TRAINER", _("Trainer")
        GUIDE = "GUIDE", _("Begeleider")
        ASSESSOR = "ASSESSOR", _("Beoordelaar")
        CERTIFICATE = "CERTIFICATE", _("Certificaat")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="observations")
    source = models.CharField(max_length=12, choices=Source)
    observer = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    maker_name = models.CharField(max_length=NAME, blank=True)
    maker_role = models.CharField(max_length=2, blank=True)
    maker_organisation = models.CharField(max_length=150, blank=True)
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    example = models.TextField(max_length=LONG, blank=True)
    observed_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level=None) | Q(level__lte=4), name="level_on_scale"),
            models.UniqueConstraint(fields=["claim"], condition=Q(source="SELF"), name="one_own_view_per_claim"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.claim_id}"


class Evidence(models.Model):
    """What shows it: a story in five small questions, a photo, a file, a link, or somebody who saw it."""

    class Kind(models.TextChoices):
        STORY = "STORY", _("Een verhaal")
        PHOTO = "PHOTO", _("Een foto")
        FILE = "FILE", _("Een bestand")
        LINK = "LINK", _("Een link")
        WITNESS = "WITNESS", _("Iemand die het zag")

    MOST = 10

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=SHORT)
    situation = models.TextField(max_length=LONG, blank=True)
    task = models.TextField(max_length=LONG, blank=True)
    action = models.TextField(max_length=LONG, blank=True)
    result = models.TextField(max_length=LONG, blank=True)
    reflection = models.TextField(max_length=LONG, blank=True)
    link = models.URLField(max_length=500, blank=True)
    witness = models.CharField(max_length=NAME, blank=True)
    file = models.FileField(upload_to="evidence", max_length=200, blank=True)
    file_name = models.CharField(max_length=NAME, blank=True)
    file_kind = models.CharField(max_length=40, blank=True)
    file_size = models.PositiveIntegerField(default=0)
    is_confidential = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.claim_id}"


class Suggestion(models.Model):
    """A skill the recogniser saw in a story, and what she did with it. The words that caused it are sealed."""

    class State(models.TextChoices):
        OPEN = "OPEN", _("Nog niet bekeken")
        CONFIRMED = "CONFIRMED", _("Klopt")
        CHANGED = "CHANGED", _("Veranderd")
        REJECTED = "REJECTED", _("Klopt niet")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="suggestions")
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="+")
    place_in_list = models.PositiveSmallIntegerField()
    score = models.FloatField()
    because_sealed = models.TextField(blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    claim = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "concept"], name="a_skill_is_suggested_once_per_story")]

    def __str__(self) -> str:
        return f"suggestion {self.pk}"
