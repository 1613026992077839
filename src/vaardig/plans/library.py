"""What `content/plans` holds: 18 things that may get in the way, and five ready examples of a plan."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings

from skillcore import readability
from vaardig.base import content, readable
from vaardig.base.templatetags.pictures import PICTOGRAMS
from vaardig.plans.models import Goal, Setback

LANGUAGES = ("nl", "en")
THEMES, EXAMPLES, IDEAS, FIRST_WITHIN = 18, 5, 5, 3
SHORT = 90  # signs of an idea or an example: one line on a phone, or two


class Theme(NamedTuple):
    """Something that may get in the way; name, examples and ideas by language."""

    key: str
    influence: str
    pictogram: str
    name: dict[str, str]
    examples: dict[str, list[str]]
    ideas: dict[str, list[str]]


class Step(NamedTuple):
    what: str
    days: int
    difficulty: int


class Template(NamedTuple):
    key: str
    kind: str
    pictogram: str
    theme: str
    goal: str
    why: str
    actions: list[Step]
    setback: str
    situation: str
    action: str
    otherwise: str


def _read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content.read_yaml(settings.CONTENT_DIR / "plans" / f"{name}.yaml")[name]
    return found


@cache
def themes() -> dict[str, Theme]:
    """By key, in the order of the file."""
    return {
        row["key"]: Theme(
            row["key"],
            row["influence"],
            row["pictogram"],
            *({lang: row[lang][part] for lang in LANGUAGES} for part in ("name", "examples", "ideas")),
        )
        for row in _read("obstacles")
    }


@cache
def _templates() -> list[dict[str, Any]]:
    return _read("templates")


def templates(language: str) -> list[Template]:
    return [_template(row, language) for row in _templates()]


def template(key: str, language: str) -> Template | None:
    return next((_template(row, language) for row in _templates() if row["key"] == key), None)


def _template(row: dict[str, Any], language: str) -> Template:
    said = row[language if language in LANGUAGES else "nl"]
    steps = [Step(*one) for one in zip(said["actions"], row["days"], row["difficulty"], strict=True)]
    plain = {name: said[name] for name in ("goal", "why", "setback", "situation", "action", "otherwise")}
    return Template(row["key"], row["kind"], row["pictogram"], row["theme"], actions=steps, **plain)


@content.checker
def faults() -> Iterator[str]:
    """Everything that is missing, doubled, too long or too hard, as sentences."""
    try:
        rows, examples = _read("obstacles"), _read("templates")
    except (content.CannotRead, OSError, KeyError, TypeError) as wrong:
        yield f"plans: {wrong}"
        return
    yield from _faults_of_themes(rows)
    yield from _faults_of_templates(examples, {row.get("key") for row in rows})


def _faults_of_themes(rows: list[dict[str, Any]]) -> Iterator[str]:
    keys = [row.get("key") for row in rows]
    if len(rows) != THEMES or len(set(keys)) != len(keys):
        yield f"plans/obstacles.yaml: {THEMES} themes with a key of their own are needed, there are {len(set(keys))}"
    for row in rows:
        where = f"plans/obstacles.yaml, {row.get('key', '?')}"
        if row.get("influence") not in Setback.Influence.values:
            yield f"{where}: influence is one of {', '.join(Setback.Influence.values)}"
        yield from _fault_of_picture(where, row)
        for language in LANGUAGES:
            said = row.get(language) or {}
            ideas, shown = said.get("ideas") or [], said.get("examples") or []
            if not said.get("name") or not shown or len(set(ideas)) < IDEAS:
                yield f"{where}: {language} needs a name, an example and {IDEAS} different ideas"
            yield from _hard(where, language, [said.get("name", ""), *shown, *ideas])


def _faults_of_templates(rows: list[dict[str, Any]], known: set[Any]) -> Iterator[str]:
    if len({row.get("key") for row in rows}) != EXAMPLES:
        yield f"plans/templates.yaml: {EXAMPLES} examples with a key of their own are needed"
    for row in rows:
        where = f"plans/templates.yaml, {row.get('key', '?')}"
        days, hard = row.get("days") or [], row.get("difficulty") or []
        if row.get("kind") not in Goal.Kind.values or row.get("theme") not in known:
            yield f"{where}: kind or theme is not known"
        if not days or min(days) < 0 or min(days) > FIRST_WITHIN or hard[:1] > [FIRST_WITHIN]:
            yield f"{where}: the first action lies within {FIRST_WITHIN} days and is not hard"
        yield from _fault_of_picture(where, row)
        for language in LANGUAGES:
            said = row.get(language) or {}
            texts = [said.get(name, "") for name in ("goal", "why", "setback", "situation", "action", "otherwise")]
            steps = said.get("actions") or []
            if not all(texts) or not len(steps) == len(days) == len(hard):
                yield f"{where}: {language} misses a text, or an action without its day or difficulty"
            yield from _hard(where, language, [*texts, *steps])


def _fault_of_picture(where: str, row: dict[str, Any]) -> Iterator[str]:
    if not (PICTOGRAMS / f"{row.get('pictogram')}.svg").is_file():
        yield f"{where}: there is no pictogram '{row.get('pictogram')}'"


def _hard(where: str, language: str, texts: list[str]) -> Iterator[str]:
    for text in texts:
        if len(text) > SHORT:
            yield f"{where}: more than {SHORT} signs («{text}»)"
        if language == "nl":
            for fault in readability.faults(text, deny=readable.deny_list()):
                yield f"{where}: {fault}"
