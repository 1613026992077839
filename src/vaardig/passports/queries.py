"""Reading a passport. Later rooms use `claims_shared_with` and `page_of`."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Prefetch, QuerySet

from vaardig.base import access
from vaardig.base.actor import Actor
from vaardig.lexicon import queries as lexicon
from vaardig.passports.models import Claim, Evidence, Observation, Passport, Story, Suggestion
from vaardig.people.models import Person


class Line(NamedTuple):
    """One skill as a page shows it: its words, what sources say of it side by side, and what shows it."""

    claim: Claim
    label: str
    plain: str
    own: Observation | None
    others: list[Observation]
    evidence: list[Evidence]

    @property
    def level(self) -> int | None:
        """Her own level; nothing said and "nog niet" print nothing."""
        return self.own.level if self.own and self.own.level else None


def passport_of(owner: Person) -> Passport | None:
    return Passport.objects.filter(owner=owner).first()


def is_whole(passport: Passport) -> bool:
    """A passport exists after three confirmed skills."""
    return passport.claims.filter(removed_at=None).count() >= Passport.ENOUGH


def lines(claims: QuerySet[Claim], *, language: str, with_hidden: bool = False) -> list[Line]:
    """Skills in the order in which they came, in as many queries for five hundred as for one."""
    seen = Observation.objects.order_by("observed_on", "pk")
    rows = list(
        claims.select_related("concept", "passport__owner")
        .prefetch_related(
            Prefetch("observations", queryset=seen if with_hidden else seen.filter(hidden_at=None)),
            Prefetch("evidence", queryset=Evidence.objects.order_by("created_at", "pk")),
        )
        .order_by("created_at", "pk")
    )
    words = lexicon.words_for([row.concept_id for row in rows if row.concept_id], language)
    return [_line(row, words) for row in rows]


def _line(claim: Claim, words: dict[int, lexicon.Words]) -> Line:
    found = words.get(claim.concept_id or 0)
    views = list(claim.observations.all())
    return Line(
        claim=claim,
        label=found.label if found else claim.words,
        plain=found.plain if found else "",
        own=next((view for view in views if view.source == Observation.Source.SELF), None),
        others=[view for view in views if view.source != Observation.Source.SELF],
        evidence=list(claim.evidence.all()),
    )


def live_claims(passport: Passport) -> QuerySet[Claim]:
    return passport.claims.filter(removed_at=None)


def claims_shared_with(actor: Actor, passport: Passport, now: datetime) -> QuerySet[Claim]:
    """The claims of this passport that a share opens for this actor."""
    return access.visible(actor, Claim, now=now).filter(passport=passport)


def passports_shared_with(actor: Actor, now: datetime) -> QuerySet[Passport]:
    return access.visible(actor, Passport, now=now).select_related("owner").order_by("owner__name", "pk")


def open_suggestions(story: Story) -> QuerySet[Suggestion]:
    return story.suggestions.filter(state=Suggestion.State.OPEN).order_by("place_in_list", "pk")


def unfinished_story(owner: Person) -> Story | None:
    """Where she left off: a story not read yet, or with suggestions she has not looked at."""
    stories = Story.objects.filter(owner=owner).exclude(sealed="").order_by("-changed_at")
    return next((s for s in stories[:5] if s.read_at is None or open_suggestions(s).exists()), None)
