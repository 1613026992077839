"""The skills language: schemes, their versions, concepts, and what is said about them.

Nothing of an older version is thrown away. Every row that comes from a source says in which version it was seen first
(`since`) and last (`until`); `is_current` says that it stands in the newest version that speaks about it. A concept is
never deleted: claims of people point at it.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scheme(models.Model):
    """A skills language: our own ("basis"), "esco", "competentnl"."""

    key = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class SchemeVersion(models.Model):
    """What was imported of one version. `parts` tells which lists were whole: only those can say what is gone."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    version = models.CharField(max_length=40)
    languages = models.JSONField(default=list)
    parts = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    sources = models.JSONField(default=dict)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "version"], name="a_version_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.version}"


class Seen(models.Model):
    """Since which version something is known, and the last one that has it."""

    since = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    until = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)

    class Meta:
        abstract = True


class Concept(Seen):
    class Kind(models.TextChoices):
        SKILL = "SKILL", _("Vaardigheid")
        KNOWLEDGE = "KNOWLEDGE", _("Kennis")
        OCCUPATION = "OCCUPATION", _("Beroep")
        TASK = "TASK", _("Taak")
        CONDITION = "CONDITION", _("Werkomstandigheid")
        INTEREST = "INTEREST", _("Interesse")
        GROUP = "GROUP", _("Groep")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="concepts")
    key = models.CharField(max_length=200)  # chosen by people (basis) or the address (esco, competentnl)
    uri = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    part = models.CharField(max_length=40)  # the list of the source that it stands in
    field = models.CharField(max_length=60, blank=True)  # Basistaal: the file, as "zorg-kind"
    code = models.CharField(max_length=60, blank=True)  # the notation that the source gives
    isco = models.CharField(max_length=4, blank=True)
    riasec = models.CharField(max_length=6, blank=True)  # most important letter first
    speaking = models.PositiveSmallIntegerField(null=True)  # spoken Dutch: 1 A1/A2, 2 A2+, 3 B1, 4 B2
    extra = models.JSONField(default=dict)  # what is shown but never searched: reuse level, entry, collections

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="a_key_names_one_concept")]
        indexes = [
            models.Index(fields=["kind", "is_current"], name="concepts_of_a_kind"),
            models.Index(fields=["uri"], name="concepts_by_address"),
        ]

    def __str__(self) -> str:
        return self.key


class Said(Seen):
    """A text about a concept. PostgreSQL cannot index long texts, so `digest` stands for it in constraints."""

    language = models.CharField(max_length=8)
    text = models.TextField()
    digest = models.CharField(max_length=32)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text[:80]


class Label(Said):
    class Role(models.TextChoices):
        LABEL = "LABEL", _("Naam")
        ALSO = "ALSO", _("Andere naam")
        HIDDEN = "HIDDEN", _("Verborgen naam")
        SAID = "SAID", _("Zo zeggen mensen het")
        SAID_FOR = "SAID_FOR", _("Zo zeggen mensen dat zij het willen")
        SAID_AGAINST = "SAID_AGAINST", _("Zo zeggen mensen dat zij het niet willen")

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="labels")
    role = models.CharField(max_length=12, choices=Role)
    lemmas = models.TextField(blank=True)  # what searching compares; made once, so that both databases answer alike

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language", "role", "digest"], name="a_label_is_kept_once_per_role"
            )
        ]
        indexes = [models.Index(fields=["digest"], name="labels_by_digest")]


class Description(Said):
    class Role(models.TextChoices):
        PLAIN = "PLAIN", _("In gewone woorden")
        DEFINITION = "DEFINITION", _("Omschrijving")
        SCOPE_NOTE = "SCOPE_NOTE", _("Toelichting")
        ENTRY = "ENTRY", _("Hoe je begint")

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="descriptions")
    role = models.CharField(max_length=12, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language", "role", "digest"], name="a_description_is_kept_once_per_role"
            )
        ]


class Relation(Seen):
    """`source` stands to `target` as `kind` says: an occupation asks for a skill, a skill stands under a group."""

    class Kind(models.TextChoices):
        ESSENTIAL = "ESSENTIAL", _("Nodig")
        IMPORTANT = "IMPORTANT", _("Belangrijk")
        OPTIONAL = "OPTIONAL", _("Handig")
        SOMEWHAT = "SOMEWHAT", _("Een beetje")
        RELATED_ESSENTIAL = "RELATED_ESSENTIAL", _("Hoort erbij")
        RELATED_OPTIONAL = "RELATED_OPTIONAL", _("Past erbij")
        BROADER = "BROADER", _("Valt onder")
        TASK = "TASK", _("Taak")
        KNOWLEDGE = "KNOWLEDGE", _("Kennis")
        CONDITION = "CONDITION", _("Werkomstandigheid")
        INTEREST = "INTEREST", _("Interesse")
        GROWTH = "GROWTH", _("Wordt later vaak")
        REPLACED_BY = "REPLACED_BY", _("Heet nu")

    source = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="relations")
    target = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="related_from")
    kind = models.CharField(max_length=20, choices=Kind)
    weight = models.FloatField(default=1.0)
    part = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="a_relation_is_kept_once_per_kind")
        ]
        indexes = [models.Index(fields=["target", "kind"], name="relations_to_a_concept")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class Mapping(Seen):
    """The same thing in another language of skills. A suggestion until a person confirms it."""

    class Kind(models.TextChoices):
        EXACT = "EXACT", _("Hetzelfde")
        CLOSE = "CLOSE", _("Bijna hetzelfde")
        NARROW = "NARROW", _("Die is smaller")
        BROAD = "BROAD", _("Die is breder")
        RELATED = "RELATED", _("Heeft ermee te maken")

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="mappings")
    uri = models.CharField(max_length=500)  # an address, or the code where the other language has no addresses
    kind = models.CharField(max_length=8, choices=Kind)
    foreign = models.CharField(max_length=20)  # "esco", "competentnl", "onet", "isced", "kernberoep"
    foreign_version = models.CharField(max_length=40, blank=True)
    is_confirmed = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "kind", "uri"], name="a_mapping_is_kept_once_per_kind")
        ]
        indexes = [models.Index(fields=["uri"], name="mappings_by_address")]

    def __str__(self) -> str:
        return f"{self.concept_id} {self.kind} {self.uri}"


class Vector(models.Model):
    """What the encoder makes of one text, as whole numbers of one byte. Filled by `vaardig lexicon index`."""

    digest = models.CharField(max_length=32)
    model = models.CharField(max_length=60)
    row = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "model"], name="one_vector_per_text_and_model")]

    def __str__(self) -> str:
        return f"{self.model} {self.digest}"


class LexiconGeneration(models.Model):
    """Counts every change, so that each process knows when to load its indexes anew. One row."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
