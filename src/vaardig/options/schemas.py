"""What `suggest-options` and `find-route` take and give, as JSON Schema for `--schema`."""

from typing import Any

from vaardig.options.given import Given

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "integer"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}


def _all(**fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(fields), "properties": fields}


def _rows(**fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _all(**fields)}


NOT_TOLD: dict[str, Any] = {"type": ["integer", "null"], "description": "null is not told"}
RELATION: dict[str, Any] = {"enum": ["ESSENTIAL", "IMPORTANT", "OPTIONAL", "SOMEWHAT", ""]}
ABOUT: dict[str, dict[str, Any]] = {
    "rule_version": TEXT,
    "lexicon": _all(scheme=TEXT, version=TEXT),
    "input": {"type": "string", "description": "hash of what was used; the same input gives the same hash"},
    "used": {**TEXTS, "description": "all that may be used"},
    "never_used": {**TEXTS, "description": "what has no field in the input"},
}
SKILL: dict[str, dict[str, Any]] = {"skill": TEXT, "label": TEXT}
OPTION: dict[str, dict[str, Any]] = {
    "concept": TEXT,
    "label": TEXT,
    "rank": NUMBER,
    "met": _rows(**SKILL),
    "short": _rows(skill=TEXT, level=NUMBER, needed=NUMBER, label=TEXT),
    "missing": _rows(skill=TEXT, relation=RELATION, label=TEXT),
    "wish": _all(use=TEXTS, learn=TEXTS, rather_not=TEXTS),
    "conditions": _rows(facet=TEXT, preference=TEXT, is_there={"type": "boolean"}, label=TEXT),
    "reasons": _rows(code=TEXT, about=TEXTS, more=NUMBER, text=TEXT),
}
STEP: dict[str, dict[str, Any]] = {
    "number": NUMBER,
    "skill": TEXT,
    "paper": TEXT,
    "relation": RELATION,
    "level": NOT_TOLD,
    "needed": NOT_TOLD,
    "form": {"enum": ["DO", "WATCH", "BUDDY", "PRACTICE_STATEMENT", "COURSE", "CERTIFICATE"]},
    "because": TEXTS,
    "about": TEXTS,
    "opens": TEXTS,
    "opens_more": NUMBER,
    "label": TEXT,
    "text": TEXT,
}
BRIDGE: dict[str, dict[str, Any]] = {
    "key": TEXT, "via": TEXT, "met": NUMBER, "asked": NUMBER, "teaches": TEXTS, "teaches_more": NUMBER, "label": TEXT, "text": TEXT,
}  # fmt: skip
END: dict[str, dict[str, Any]] = {
    "unknown": {**TEXTS, "description": "skills that this scheme does not know"},
    "next": TEXT,
}
INPUT = Given.model_json_schema()
OPTIONS = {
    "input": INPUT,
    "output": _all(
        **ABOUT,
        options=_rows(**OPTION),
        total=NUMBER,
        closed=_rows(concept=TEXT, label=TEXT, facets=TEXTS, text=TEXT),
        openings=_rows(facet=TEXT, closes=NUMBER, alone=NUMBER, label=TEXT, text=TEXT),
        **END,
    ),
}
ROUTE = {
    "input": INPUT,
    "output": _all(
        **ABOUT,
        target=_all(concept=TEXT, label=TEXT),
        met=_rows(**SKILL),
        steps=_rows(**STEP),
        total=NUMBER,
        arrange=_rows(paper=TEXT, label=TEXT),
        bridges=_rows(**BRIDGE),
        closed=_rows(facet=TEXT, label=TEXT),
        **END,
    ),
}
