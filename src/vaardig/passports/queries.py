"""Reading a passport. Later rooms use `lines`, `claims_shared_with` and `passports_shared_with`."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from vaardig.base import access
from vaardig.base.actor import Actor
from vaardig.lexicon import queries as lexicon
from vaardig.lexicon import recognising
from vaardig.lexicon.models import Concept, Mapping
from vaardig.lexicon.queries.searching import search_skills
from vaardig.passports.models import Claim, Evidence, Level, Observation, Passport, Story, Suggestion
from vaardig.people import queries as people
from vaardig.people.models import Person, Share

MANY = 8  # from here on a list of skills gets headings
CHANGEABLE = timedelta(days=30)  # how long who wrote an example may put it right
FOUND = 6  # skills shown at once when she looks for a better word


class Line(NamedTuple):
    """One skill as a page shows it: its words, what sources say of it side by side, and what shows it."""

    claim: Claim
    label: str
    plain: str
    own: Observation | None
    others: list[Observation]
    evidence: list[Evidence]
    wish: str

    @property
    def level(self) -> int | None:
        """Her own level; nothing said and "nog niet" print nothing."""
        return self.own.level if self.own and self.own.level else None

    @property
    def level_word(self) -> str:
        return str(Level(self.level).label) if self.level else ""

    @property
    def is_beginning(self) -> bool:
        """She said "nog niet": it stands apart, and on no paper."""
        return self.own is not None and self.own.level == Level.NOT_YET

    @property
    def wish_mark(self) -> str:
        return {"RATHER_NOT": "AVOID"}.get(self.wish, self.wish)

    @property
    def seen(self) -> list[Observation]:
        """What others saw and she did not hide."""
        return [view for view in self.others if view.hidden_at is None]

    @property
    def is_proud(self) -> bool:
        return self.level == Level.TEACHES


class Found(NamedTuple):
    """A skill that may be what she means."""

    concept: Concept
    label: str
    plain: str


class Group(NamedTuple):
    """Skills under one heading; the heading is empty when the list is short."""

    title: str
    lines: list[Line]


def passport_of(owner: Person) -> Passport | None:
    return Passport.objects.select_related("owner").filter(owner=owner).first()


def is_whole(passport: Passport) -> bool:
    """A passport exists after three confirmed skills."""
    return to_go(passport) == 0


def to_go(passport: Passport | None) -> int:
    """How many skills are still needed before it is a passport."""
    count = passport.claims.filter(removed_at=None).count() if passport else 0
    return max(0, Passport.ENOUGH - count)


def lines(claims: QuerySet[Claim], *, language: str, for_others: bool = False) -> list[Line]:
    """Skills in the order in which they came, in as many queries for five hundred as for one.

    For others: nothing that she hid, nothing confidential, no "liever niet", and no skill that she calls "nog niet".
    """
    seen = Observation.objects.order_by("observed_on", "pk")
    shown = Evidence.objects.order_by("created_at", "pk")
    if for_others:
        seen, shown = seen.filter(hidden_at=None), shown.filter(is_confidential=False)
    rows = list(
        claims.select_related("concept__scheme", "passport__owner")
        .prefetch_related(Prefetch("observations", queryset=seen), Prefetch("evidence", queryset=shown))
        .order_by("created_at", "pk")
    )
    words = lexicon.words_for([row.concept_id for row in rows if row.concept_id], language)
    found = [_line(row, words, for_others) for row in rows]
    return [line for line in found if not line.is_beginning] if for_others else found


def _line(claim: Claim, words: dict[int, lexicon.Words], for_others: bool) -> Line:
    found = words.get(claim.concept_id or 0)
    views = list(claim.observations.all())
    return Line(
        claim=claim,
        label=found.label if found else claim.words,
        plain=found.plain if found else "",
        own=next((view for view in views if view.source == Observation.Source.SELF), None),
        others=[view for view in views if view.source != Observation.Source.SELF],
        evidence=list(claim.evidence.all()),
        wish="" if for_others and claim.wish == Claim.Wish.RATHER_NOT else claim.wish,
    )


def line_of(claim: Claim, *, language: str, for_others: bool = False) -> Line:
    """One skill; for others the door has let it through already."""
    return _line_or_bare(lines(Claim.objects.filter(pk=claim.pk), language=language, for_others=for_others), claim)


def _line_or_bare(found: list[Line], claim: Claim) -> Line:
    return found[0] if found else Line(claim, claim.words, "", None, [], [], "")


def groups(found: Iterable[Line], *, only: str | None = None) -> list[Group]:
    """By field of life and work, never by level. A short list has one heading: `only`, or "Dit kan ik"."""
    rows = list(found)
    names = {field.key: field.name for field in lexicon.fields()} if len(rows) > MANY else {}
    alone = _("Dit kan ik") if only is None else only
    by_title: dict[str, list[Line]] = {}
    for line in rows:
        by_title.setdefault(_title(line, names, alone), []).append(line)
    order = [*names.values(), alone, _("In mijn eigen woorden"), _("Dit kan ik ook"), _("Dit leer ik nog")]
    return [Group(title, by_title[title]) for title in dict.fromkeys(order) if title in by_title]


def _title(line: Line, names: dict[str, str], alone: str) -> str:
    if line.is_beginning:
        return _("Dit leer ik nog")
    if not names:
        return alone
    if line.claim.concept is None:
        return _("In mijn eigen woorden")
    return names.get(line.claim.concept.field.split("-")[0], _("Dit kan ik ook"))


def cards_of(field: str, *, language: str, page: int, size: int) -> list[Found]:
    """Skills of a field to tick, what most work asks first."""
    asked = Count("related_from", filter=Q(related_from__is_current=True))
    rows = Concept.objects.filter(scheme__key="basis", kind=Concept.Kind.SKILL, is_current=True)
    rows = (
        rows.filter(Q(field=field) | Q(field__startswith=f"{field}-")).annotate(asked=asked).order_by("-asked", "key")
    )
    shown = list(rows[(page - 1) * size : page * size])
    words = lexicon.words_for([concept.pk for concept in shown], language)
    return [Found(concept, *words[concept.pk]) for concept in shown if concept.pk in words]


def live_claims(passport: Passport) -> QuerySet[Claim]:
    return passport.claims.filter(removed_at=None)


def removed_claims(passport: Passport) -> QuerySet[Claim]:
    """What she took out and did not put back in another way."""
    again = passport.claims.filter(removed_at=None, concept=OuterRef("concept"))
    return passport.claims.exclude(removed_at=None).filter(~Exists(again))


def next_without_level(passport: Passport) -> Claim | None:
    """The next skill about which she said nothing yet."""
    own = Observation.objects.filter(claim=OuterRef("pk"), source=Observation.Source.SELF)
    return live_claims(passport).filter(~Exists(own)).order_by("created_at", "pk").first()


def references(concepts: Iterable[int]) -> dict[int, list[Mapping]]:
    """The same skill in CompetentNL and ESCO, where it is known."""
    rows = Mapping.objects.filter(
        concept__in=set(concepts), is_current=True, foreign__in=("competentnl", "esco"), kind__in=("EXACT", "CLOSE")
    )
    found: dict[int, list[Mapping]] = {}
    for row in rows.order_by("foreign", "kind", "uri", "pk"):
        found.setdefault(row.concept_id, []).append(row)
    return found


def claims_shared_with(actor: Actor, passport: Passport, now: datetime) -> QuerySet[Claim]:
    """The claims of this passport that a share opens for this actor."""
    return access.visible(actor, Claim, now=now).filter(passport=passport)


def passports_shared_with(actor: Actor, now: datetime) -> QuerySet[Passport]:
    return access.visible(actor, Passport, now=now).select_related("owner").order_by("owner__name", "pk")


class Received(NamedTuple):
    """Somebody who shares her passport, or a part of it, with me."""

    passport: Passport
    share: Share


def shared_with(actor: Actor, now: datetime) -> list[Received]:
    """Alphabetical; of several shares of one person the one that stays longest."""
    longest = {share.owner_id: share for share in people.live_shares_to(actor, now)}
    return [
        Received(passport, longest[passport.owner_id])
        for passport in passports_shared_with(actor, now)
        if passport.owner_id in longest
    ]


def changeable_by(actor: Actor, found: Iterable[Line], now: datetime) -> set[int]:
    """Observations that this actor may still put right, out of those on the page."""
    own = access.visible(actor, Observation, now=now, verb="U").filter(created_at__gt=now - CHANGEABLE)
    return set(own.filter(claim__in=[line.claim.pk for line in found]).values_list("pk", flat=True))


def suggestions_of(story: Story) -> list[Suggestion]:
    return list(story.suggestions.select_related("concept__scheme", "claim").order_by("place_in_list", "pk"))


def open_suggestions(story: Story) -> QuerySet[Suggestion]:
    return story.suggestions.filter(state=Suggestion.State.OPEN).order_by("place_in_list", "pk")


def draft_of(owner: Person, way: str) -> Story | None:
    """What she is telling now in this way, and was not read since."""
    return _told_by(owner).filter(way=way).filter(_not_read()).first()


def unfinished_story(owner: Person) -> Story | None:
    """Where she left off: a story not read yet, or with suggestions she has not looked at."""
    waiting = Suggestion.objects.filter(story=OuterRef("pk"), state=Suggestion.State.OPEN)
    return _told_by(owner).filter(_not_read() | Q(Exists(waiting))).first()


def stories_of(owner: Person) -> QuerySet[Story]:
    return _told_by(owner)


def _told_by(owner: Person) -> QuerySet[Story]:
    return Story.objects.filter(owner=owner).exclude(sealed="").select_related("owner").order_by("-changed_at", "-pk")


def _not_read() -> Q:
    return Q(read_at=None) | Q(changed_at__gt=F("read_at"))


def find_skills(words: str, *, language: str, limit: int = FOUND) -> list[Found]:
    """Skills of the lexicon near these words, best first; she never has to know how we call them."""
    named = search_skills(words, language, limit=limit)
    if named:
        return [Found(one.concept, one.label, one.plain) for one in named]
    if len(words.split()) < 2:
        return []
    heard = recognising.with_concepts(recognising.recognise(text=words, language=language, kind="SKILL", limit=limit))
    told = lexicon.words_for([concept.pk for _one, concept in heard], language)
    return [Found(concept, *told[concept.pk]) for _one, concept in heard if concept.pk in told]


def known_concepts(owner: Person) -> set[int]:
    """Concepts that stand in her passport."""
    rows = Claim.objects.filter(passport__owner=owner, removed_at=None, concept__isnull=False)
    return {pk for pk in rows.values_list("concept", flat=True) if pk is not None}
