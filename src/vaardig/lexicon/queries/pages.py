"""What the page of one concept shows, in plain words. A fixed number of queries, however much there is to tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from vaardig.lexicon.models import Concept, Description, Label, Mapping, Relation
from vaardig.lexicon.queries.concepts import ASKED, Asked, Words, asked_by, current, words_for

MANY = 24  # how many of one sort a page shows
NAMES = 30


@dataclass(frozen=True, slots=True)
class Linked:
    """A concept to go to, in words."""

    concept: Concept
    label: str
    plain: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same thing in another language of skills; `concept` when that language is here too."""

    uri: str
    kind: str
    foreign: str
    concept: Concept | None
    label: str


@dataclass(slots=True)
class ConceptPage:
    concept: Concept
    words: Words
    explained_in: str = ""  # the language of `explanation`
    explanation: str = ""
    note: str = ""
    entry: str = ""
    also: list[str] = field(default_factory=list)
    now: tuple[Linked, ...] = ()  # what replaced it
    asked: dict[str, list[Asked]] = field(default_factory=dict)  # kind of relation, or kind of what is asked
    work: list[Linked] = field(default_factory=list)  # work that asks for this
    work_in_all: int = 0
    tasks: list[Linked] = field(default_factory=list)  # tasks that ask for this
    related: list[Linked] = field(default_factory=list)
    broader: list[Linked] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)


def page_of(concept: Concept, language: str) -> ConceptPage:
    page = ConceptPage(concept, words_for([concept.pk], language).get(concept.pk, Words(concept.key, "")))
    if not concept.is_current:
        page.now = tuple(_linked([one for one in current(concept) if one.pk != concept.pk], language))
    _explain(page, language)
    _asked(page, language)
    _asking(page, language)
    page.elsewhere = _elsewhere(concept, language)
    return page


def _explain(page: ConceptPage, language: str) -> None:
    """Plain sentence, explanation and entry in the reader's language, else in the one that there is."""
    turn = {"nl": 1, "en": 2} | {language: 0}
    texts: dict[str, tuple[int, str, str]] = {}
    rows = page.concept.descriptions.filter(is_current=True).order_by("pk")
    for role, said_in, text in rows.values_list("role", "language", "text"):
        rank = turn.get(said_in, 3)
        if role not in texts or rank < texts[role][0]:
            texts[role] = (rank, said_in, text)
    if found := texts.get(Description.Role.DEFINITION):
        _, page.explained_in, page.explanation = found
    page.note = texts.get(Description.Role.SCOPE_NOTE, (0, "", ""))[2]
    page.entry = texts.get(Description.Role.ENTRY, (0, "", ""))[2]
    names = page.concept.labels.filter(role=Label.Role.ALSO, language=language, is_current=True).order_by("pk")
    page.also = list(names.values_list("text", flat=True)[:NAMES])


def _asked(page: ConceptPage, language: str) -> None:
    """What this asks for, by strength; knowledge apart."""
    kinds = (*ASKED, "TASK", "KNOWLEDGE", "CONDITION", "GROWTH", "BROADER", "RELATED_ESSENTIAL", "RELATED_OPTIONAL")
    for one in asked_by(page.concept, language, kinds):
        if one.kind == Relation.Kind.BROADER:
            page.broader.append(Linked(one.concept, one.label, one.plain))
        elif one.kind.startswith("RELATED"):
            page.related.append(Linked(one.concept, one.label, one.plain))
        elif one.kind != Relation.Kind.CONDITION or one.weight > 0.5:
            name = one.concept.kind if one.concept.kind in ("KNOWLEDGE", "TASK") else one.kind
            page.asked.setdefault(name, []).append(one)


def _asking(page: ConceptPage, language: str) -> None:
    """Work and tasks that ask for this, and what is asked beside it."""
    asking = Relation.objects.filter(target=page.concept, is_current=True, source__is_current=True)
    if page.concept.kind in (Concept.Kind.OCCUPATION, Concept.Kind.GROUP):
        return
    kinds = (*ASKED, "TASK", "KNOWLEDGE", "CONDITION")
    work = asking.filter(kind__in=kinds, source__kind=Concept.Kind.OCCUPATION, weight__gt=0.5)
    page.work_in_all = work.values("source").distinct().count()
    rows = list(work.select_related("source__scheme").order_by("-weight", "pk")[: 2 * MANY])
    rows.sort(key=lambda row: ASKED.index(row.kind) if row.kind in ASKED else 0)
    tasks = asking.filter(source__kind=Concept.Kind.TASK).select_related("source__scheme").order_by("pk")[:MANY]
    task_rows = list(tasks)
    page.work = _linked(dict.fromkeys(row.source for row in rows), language)[:MANY]
    page.tasks = _linked([row.source for row in task_rows], language)
    if page.concept.kind == Concept.Kind.SKILL and task_rows and not page.related:
        page.related = _beside(page.concept, [row.source_id for row in task_rows], language)


def _beside(concept: Concept, tasks: list[int], language: str) -> list[Linked]:
    """Skills that the same tasks ask for, those most often met first."""
    rows = Relation.objects.filter(source__in=tasks, is_current=True, target__kind=Concept.Kind.SKILL)
    met = Counter(rows.exclude(target=concept).values_list("target_id", flat=True))
    chosen = [pk for pk, _ in sorted(met.items(), key=lambda one: (-one[1], one[0]))[:8]]
    found = Concept.objects.select_related("scheme").in_bulk(chosen)
    return _linked([found[pk] for pk in chosen], language)


def _linked(concepts: Iterable[Concept], language: str) -> list[Linked]:
    rows = list(concepts)
    words = words_for([row.pk for row in rows], language)
    return [Linked(row, *words[row.pk]) for row in rows if row.pk in words]


def _elsewhere(concept: Concept, language: str) -> list[Elsewhere]:
    rows = list(concept.mappings.filter(is_current=True).order_by("pk"))
    here = {one.uri: one for one in Concept.objects.filter(uri__in={row.uri for row in rows}).order_by("pk")}
    words = words_for([one.pk for one in here.values()], language)
    turn = {str(kind): place for place, kind in enumerate(Mapping.Kind)}
    found = [
        Elsewhere(row.uri, row.kind, row.foreign, one, words[one.pk].label if one and one.pk in words else "")
        for row in rows
        for one in [here.get(row.uri)]
    ]
    return sorted(found, key=lambda one: (one.foreign, turn[one.kind], one.label or one.uri))
