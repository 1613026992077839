"""One plan for everything (DESIGN §2.4): a goal in her own words, actions, what may get in the way with its if-then,
who helps, looking back, and what happened. Every free text lies sealed with her key in `sealed` (see words.py).
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vaardig.base.models import Versioned
from vaardig.people.models import Person

KEY = 40


class Five(models.IntegerChoices):
    """How hard an action is for her."""

    VERY_EASY = 1, _("heel makkelijk")
    EASY = 2, _("makkelijk")
    FAIR = 3, _("gaat wel")
    HARD = 4, _("lastig")
    VERY_HARD = 5, _("heel lastig")


class Help(models.IntegerChoices):
    """How well an idea or a plan helps."""

    NONE = 1, _("dat helpt niet")
    LITTLE = 2, _("dat helpt een beetje")
    SOME = 3, _("dat helpt wel wat")
    GOOD = 4, _("dat helpt goed")
    VERY_GOOD = 5, _("dat helpt heel goed")


class Kept(Versioned):
    """Hers, with her words sealed; what she takes out can come back."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Goal(Kept):
    """What she wants. Keeping what she has counts as much as moving on (B10)."""

    class Kind(models.TextChoices):
        WORK = "WORK", _("Werk")
        EDUCATION = "EDUCATION", _("Leren")
        PARTICIPATION = "PARTICIPATION", _("Meedoen")
        CARE = "CARE", _("Zorg")
        STAY = "STAY", _("Blijven")
        DEEPEN = "DEEPEN", _("Beter worden")
        BROADEN = "BROADEN", _("Erbij leren")
        MOVE = "MOVE", _("Iets anders")

    class Reality(models.TextChoices):
        """Can this be done? She may not know yet; the question itself cannot be switched off."""

        FITS = "FITS", _("Ja, ik weet dat dit kan")
        LIMIT = "LIMIT", _("Er is iets dat het lastig maakt")
        NOT_KNOWN = "NOT_KNOWN", _("Dat weet ik nog niet")

    class State(models.TextChoices):
        OPEN = "OPEN", _("Hier werk ik aan")
        REACHED = "REACHED", _("Het is gelukt")
        CHANGED = "CHANGED", _("Het is iets anders geworden")
        LATER = "LATER", _("Nu even niet")
        NOT_NEEDED = "NOT_NEEDED", _("Het is niet meer nodig")

    PARTS = ("what", "why", "known", "exactly", "see", "fits", "need", "reason", "well", "learned", "onward")
    MOST = 20

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind)
    reality = models.CharField(max_length=9, choices=Reality, default=Reality.NOT_KNOWN)
    until_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    origin_kind = models.CharField(max_length=KEY, blank=True)
    origin_thing = models.UUIDField(null=True, blank=True)
    template = models.CharField(max_length=KEY, blank=True)

    class Meta(Kept.Meta):
        abstract = False
        indexes = [models.Index(fields=["owner", "-created_at"], name="goals_of_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reality__in=["FITS", "LIMIT", "NOT_KNOWN"]), name="a_goal_asks_whether_it_can"
            )
        ]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class Action(Kept):
    """One thing she will do: what, when, where, with whom, how hard; once or again and again."""

    class Repeat(models.TextChoices):
        DAILY = "DAILY", _("Elke dag")
        WEEKLY = "WEEKLY", _("Elke week")
        FORTNIGHTLY = "FORTNIGHTLY", _("Om de week")
        MONTHLY = "MONTHLY", _("Elke maand")

    class State(models.TextChoices):
        OPEN = "OPEN", _("Nog doen")
        DONE = "DONE", _("Gedaan")
        NOT_NEEDED = "NOT_NEEDED", _("Niet meer nodig")

    PARTS = ("what", "where", "whom", "reason")
    MOST = 30

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="actions")
    on = models.DateField(null=True, blank=True)
    at = models.TimeField(null=True, blank=True)
    difficulty = models.PositiveSmallIntegerField(choices=Five, null=True, blank=True)
    repeat = models.CharField(max_length=11, choices=Repeat, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    times_done = models.PositiveIntegerField(default=0)

    class Meta(Kept.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(difficulty=None) | Q(difficulty__range=(1, 5)), name="difficulty_of_five_words"
            )
        ]

    def __str__(self) -> str:
        return f"action {self.pk}"


class Supporter(Kept):
    """Who helps, and how. We send nothing: she does, if she wants."""

    PARTS = ("name", "how", "message")
    MOST = 10

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="supporters")
    asked_on = models.DateField(null=True, blank=True)

    class Meta(Kept.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"supporter {self.pk}"


class Setback(Kept):
    """Something that may get in the way, thought through before it happens (training-method.md §7)."""

    class Influence(models.TextChoices):
        SELF = "SELF", _("Hier kan ik zelf iets aan doen")
        TOGETHER = "TOGETHER", _("Hier kan ik samen met iemand iets aan doen")
        OUTSIDE = "OUTSIDE", _("Hier kan ik zelf niets aan doen")

    class Together(models.TextChoices):
        ALONE = "ALONE", _("Alleen")
        TRAINER = "TRAINER", _("Met een trainer")
        GUIDE = "GUIDE", _("Met mijn begeleider")
        PAIR = "PAIR", _("Met iemand uit mijn groep")

    PARTS = ("what", "where", "think", "ideas")
    MOST, ENOUGH_IDEAS, MOST_IDEAS = 10, 5, 12

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="setbacks")
    theme = models.CharField(max_length=KEY, blank=True)
    influence = models.CharField(max_length=8, choices=Influence, blank=True)
    together = models.CharField(max_length=7, choices=Together, default=Together.ALONE)

    class Meta(Kept.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"setback {self.pk}"


class IfThen(Versioned):
    """Als …, dan …. Lukt dat niet …. One per setback."""

    class Practised(models.TextChoices):
        YES = "YES", _("Ja, ik heb het geoefend")
        LATER = "LATER", _("Nog niet, dat doe ik later")
        RATHER_NOT = "RATHER_NOT", _("Dat wil ik liever niet")

    PARTS = ("chosen", "reserve", "situation", "action", "otherwise")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    setback = models.OneToOneField(Setback, on_delete=models.CASCADE, related_name="if_then")
    sealed = models.TextField(blank=True)
    helps = models.PositiveSmallIntegerField(choices=Help, null=True, blank=True)
    feasible = models.PositiveSmallIntegerField(choices=Five, null=True, blank=True)
    practised = models.CharField(max_length=10, choices=Practised, blank=True)
    supporter = models.ForeignKey(Supporter, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(condition=Q(helps=None) | Q(helps__range=(1, 5)), name="helps_of_five_words"),
            models.CheckConstraint(
                condition=Q(feasible=None) | Q(feasible__range=(1, 5)), name="feasible_of_five_words"
            ),
        ]

    def __str__(self) -> str:
        return f"if-then {self.pk}"


class LookBack(Versioned):
    """Did the setback come, and did the plan serve? The eighth step; as often as she likes."""

    class Happened(models.TextChoices):
        NOT = "NOT", _("Nee, het is niet gebeurd")
        USED = "USED", _("Ja, en ik deed wat in mijn plan staat")
        NOT_USED = "NOT_USED", _("Ja, maar ik deed iets anders")

    PARTS = ("learned",)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    setback = models.ForeignKey(Setback, on_delete=models.CASCADE, related_name="looks")
    happened = models.CharField(max_length=8, choices=Happened)
    result = models.PositiveSmallIntegerField(choices=Help, null=True, blank=True)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(condition=Q(result=None) | Q(result__range=(1, 5)), name="result_of_five_words")
        ]

    def __str__(self) -> str:
        return f"look back {self.pk}"


class CheckIn(Versioned):
    """Two weeks, six weeks, three months on: did it happen, what did you do? Without blame."""

    class After(models.TextChoices):
        TWO_WEEKS = "TWO_WEEKS", _("Na 2 weken")
        SIX_WEEKS = "SIX_WEEKS", _("Na 6 weken")
        THREE_MONTHS = "THREE_MONTHS", _("Na 3 maanden")

    class Happened(models.TextChoices):
        YES = "YES", _("Ja, het is gebeurd")
        PARTLY = "PARTLY", _("Een deel")
        NOT = "NOT", _("Nee, nog niet")

    PARTS = ("did", "following")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="check_ins")
    after = models.CharField(max_length=12, choices=After)
    due_on = models.DateField()
    happened = models.CharField(max_length=6, choices=Happened, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    sealed = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["goal", "after"], name="one_check_in_per_moment")]

    def __str__(self) -> str:
        return f"check-in {self.pk}"


class PlanEvent(models.Model):
    """One line of what happened with a plan; hers to read."""

    class Kind(models.TextChoices):
        MADE = "MADE", _("Je maakte dit plan")
        CHANGED = "CHANGED", _("Je veranderde je plan")
        ACTION = "ACTION", _("Nieuwe stap")
        DONE = "DONE", _("Gedaan")
        NOT_NEEDED = "NOT_NEEDED", _("Niet meer nodig")
        AGAIN = "AGAIN", _("Toch weer doen")
        SETBACK = "SETBACK", _("Iets dat tegen kan zitten")
        IF_THEN = "IF_THEN", _("Als-dan-plan")
        SUPPORTER = "SUPPORTER", _("Iemand die helpt")
        LOOKED_BACK = "LOOKED_BACK", _("Je keek terug")
        CLOSED = "CLOSED", _("Je rondde het plan af")
        OPENED = "OPENED", _("Je ging weer verder")
        REMOVED = "REMOVED", _("Je haalde iets weg")
        RESTORED = "RESTORED", _("Je zette iets terug")

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=11, choices=Kind)
    sealed = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["goal", "-at"], name="events_of_goal")]

    def __str__(self) -> str:
        return f"{self.kind} {self.goal_id}"
