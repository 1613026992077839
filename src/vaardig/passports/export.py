"""A passport as JSON, after docs/passport.schema.json. Keys are English; words are in the language of the reader."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from vaardig.lexicon.models import Mapping
from vaardig.passports import queries
from vaardig.passports.models import Evidence, Observation, Passport
from vaardig.passports.queries import Line

FORMAT = "vaardig-passport/1"
STORY = ("situation", "task", "action", "result", "reflection")


def as_json(
    passport: Passport, lines: Iterable[Line], *, language: str, now: datetime, for_others: bool = False
) -> bytes:
    """For the owner: all of it. For others: the lines they were given, which hold only what she shares."""
    rows = list(lines)
    known = queries.references([row.claim.concept_id for row in rows if row.claim.concept_id])
    whole = {
        "format": FORMAT,
        "language": language,
        "made_at": now.isoformat(),
        "passport": str(passport.public_id),
        "owner": {"name": passport.owner.name},
        "for_owner": not for_others,
        "skills": [_skill(row, known) for row in rows],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _skill(line: Line, known: dict[int, list[Mapping]]) -> dict[str, Any]:
    claim = line.claim
    return {
        "id": str(claim.public_id),
        "label": line.label,
        "plain": line.plain,
        "own_words": claim.words,
        "concept": _concept(line, known),
        "level": {"value": line.level, "word": line.level_word} if line.level else None,
        "level_example": line.own.example if line.own else "",
        "wish": line.wish or None,
        "place": claim.place or None,
        "added_on": claim.created_at.date().isoformat(),
        "observations": [_observation(view) for view in line.seen],
        "evidence": [_evidence(proof) for proof in line.evidence],
    }


def _concept(line: Line, known: dict[int, list[Mapping]]) -> dict[str, Any] | None:
    concept = line.claim.concept
    if concept is None:
        return None
    same = known.get(concept.pk, [])
    return {
        "scheme": concept.scheme.key,
        "key": concept.key,
        "uri": concept.uri or None,
        "same_as": [{"scheme": one.foreign, "uri": one.uri, "closeness": one.kind} for one in same],
    }


def _observation(view: Observation) -> dict[str, Any]:
    """Who, in which role, what was seen, when, until when."""
    return {
        "id": str(view.public_id),
        "source": view.source,
        "name": view.maker_name,
        "role": view.maker_role,
        "organisation": view.maker_organisation,
        "level": view.level or None,
        "example": view.example,
        "observed_on": view.observed_on.isoformat(),
        "valid_until": view.valid_until.isoformat() if view.valid_until else None,
    }


def _evidence(proof: Evidence) -> dict[str, Any]:
    return {
        "id": str(proof.public_id),
        "kind": proof.kind,
        "title": proof.title,
        "story": {part: getattr(proof, part) for part in STORY} if proof.kind == Evidence.Kind.STORY else None,
        "link": proof.link or None,
        "witness": proof.witness or None,
        "file_name": proof.file_name or None,
        "added_on": proof.created_at.date().isoformat(),
    }
