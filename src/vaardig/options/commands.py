"""`vaardig suggest-options` and `vaardig find-route`: a passport in, work with reasons or the next steps out. Keeps nothing."""

import argparse
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from skillcore.matching import RULES, Option, Options, Person, Preference, suggest
from skillcore.routes import Map, Route, find_route
from vaardig.base.commands import CannotUse, add, print_json
from vaardig.lexicon.commands.ready import prepare_words
from vaardig.lexicon.models import Concept, Scheme, SchemeVersion
from vaardig.lexicon.texts import REQUIRED
from vaardig.options import demand, schemas, telling
from vaardig.options.given import Given, read_given

LARGEST = 10_000_000
SHOWN = 10  # closed work in the text; --json has all


def register(commands: Any) -> None:
    """Called by config.cli."""
    explain = "Work that fits a passport, with the reasons."
    options = add(commands, "suggest-options", suggest_options, explain=explain, schema=schemas.OPTIONS)
    _add_input(options)
    options.add_argument(
        "--open", action="append", default=[], metavar="KEY", help="show this work despite a “kan niet”"
    )
    options.add_argument("--skip", type=_whole(0, 100_000), default=0, help="leave out the first so many (0)")
    options.add_argument("--limit", type=_whole(1, 100_000), default=20, help="at most so many (20)")
    explain = "From a passport to chosen work: the smallest step that opens most comes first."
    route = add(commands, "find-route", find, explain=explain, schema=schemas.ROUTE)
    _add_input(route)
    route.add_argument("--to", required=True, metavar="KEY", help="the work: its key, address or name")
    route.add_argument("--limit", type=_whole(1, 1_000), default=8, help="at most so many steps (8)")


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("passport", metavar="PASSPORT|-", help="a passport as JSON; - for input")
    parser.add_argument("--wishes", metavar="FILE", help="conditions, interests, hours … as JSON")
    parser.add_argument("--kind", choices=["occupation", "task"], default="occupation", help="which work (occupation)")
    parser.add_argument("--scheme", default=demand.SCHEME, help="which skills language (basis)")
    parser.add_argument("--lang", choices=["nl", "en"], default="nl", help="language of the sentences (nl)")


def _whole(least: int, most: int) -> Any:
    def read(value: str) -> int:
        if not value.isdigit() or not least <= int(value) <= most:
            raise argparse.ArgumentTypeError(f"use a whole number from {least} to {most}")
        return int(value)

    return read


class Asked(NamedTuple):
    """What came in, ready to match."""

    world: Map
    person: Person
    unknown: list[str]
    is_empty: bool
    about: dict[str, Any]


def suggest_options(args: argparse.Namespace) -> int:
    with translation.override(args.lang):
        asked = _asked(args)
        found = suggest(asked.world.index, asked.person, limit=args.limit, skip=args.skip, opened=args.open)
        names = telling.Names(_keys_of(found), args.lang, args.scheme)
        told = {
            **asked.about,
            "options": [_option(one, names) for one in found.options],
            "total": found.total,
            "closed": [
                {
                    "concept": one.key,
                    "label": names(one.key),
                    "facets": one.facets,
                    "text": telling.say_closed(one, names),
                }
                for one in found.closed
            ],
            "openings": [
                {**asdict(one), "label": names(one.facet), "text": telling.say_opening(one, names)}
                for one in found.openings
            ],
            "unknown": asked.unknown,
            "next": _next(asked, found),
        }
        if args.json:
            print_json(told)
        else:
            _print_options(told)
    return 0


def find(args: argparse.Namespace) -> int:
    with translation.override(args.lang):
        asked = _asked(args)
        target = _target(args, asked.world)
        route = find_route(asked.world, asked.person, target, limit=args.limit)
        names = telling.Names(_keys_of_route(route), args.lang, args.scheme)
        told = {**asked.about, **_route(route, names), "unknown": asked.unknown, "next": _next_of(asked, route)}
        if args.json:
            print_json(told)
        else:
            _print_route(told)
    return 0


# ── what comes in ────────────────────────────────────────────────────────────────────────────────────
def _asked(args: argparse.Namespace) -> Asked:
    given = read_given(_text(args.passport), _text(args.wishes) if args.wishes else None)
    prepare_words()
    kind = args.kind.upper()
    version = _version(args.scheme)
    world = demand.map_of(kind, args.scheme)
    if not world.index.demands:
        raise CannotUse(_("In %(scheme)s staat geen werk van deze soort.") % {"scheme": args.scheme})
    _check_facets(given)
    placed = demand.place_skills(given.skills, args.scheme)
    person = Person(
        skills=placed.levels,
        wishes=placed.wishes,
        conditions={facet: Preference(told) for facet, told in given.conditions.items()},
        interests=given.interests,
        speaking=given.speaking,
        hours=given.hours,
        travel=given.travel,
        dayparts=given.dayparts,
    )
    about = {
        "rule_version": RULES.version,
        "lexicon": {"scheme": args.scheme, "version": version},
        "input": fingerprint(person),
        "used": list(RULES.used),
        "never_used": list(RULES.never_used),
    }
    return Asked(world, person, placed.unknown, not given.skills, about)


def _text(given: str) -> str:
    if given == "-":
        raw = sys.stdin.buffer.read(LARGEST + 1)
    elif Path(given).is_file():
        with Path(given).open("rb") as handle:
            raw = handle.read(LARGEST + 1)
    else:
        raise CannotUse(_("Er is geen bestand %(name)s. Kijk naar de naam.") % {"name": given})
    if len(raw) > LARGEST:
        raise CannotUse(_("%(name)s is te groot (maximaal 10 MB).") % {"name": given})
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotUse(_("%(name)s is geen UTF-8. Sla het op als UTF-8.") % {"name": given}) from error


def _version(scheme: str) -> str:
    kept = SchemeVersion.objects.filter(scheme__key=scheme).order_by("-imported_at", "-pk").first()
    if kept is None:
        known = ", ".join(Scheme.objects.order_by("key").values_list("key", flat=True))
        raise CannotUse(
            _("--scheme %(scheme)s is er niet. Er is wel: %(known)s. Met `vaardig lexicon import` komt er een bij.")
            % {"scheme": scheme, "known": known}
        )
    return kept.version


def _check_facets(given: Given) -> None:
    known = set(Concept.objects.filter(scheme__key="basis", kind="CONDITION").values_list("key", flat=True))
    if unknown := sorted(set(given.conditions) - known):
        raise CannotUse(
            _("conditions.%(facet)s kennen we niet. Kies uit: %(known)s.")
            % {"facet": unknown[0], "known": ", ".join(sorted(known))}
        )


def _target(args: argparse.Namespace, world: Map) -> str:
    """By key, with or without its prefix; else by its name."""
    for key in (args.to, f"{args.kind}:{args.to}"):
        if key in world.index.place:
            return key
    named = Concept.objects.filter(
        scheme__key=args.scheme,
        is_current=True,
        labels__role="LABEL",
        labels__is_current=True,
        labels__text__iexact=args.to,
    )
    keys = [key for key in named.order_by("key").values_list("key", flat=True).distinct() if key in world.index.place]
    if not keys:
        raise CannotUse(
            _("--to %(name)s: dit werk kennen we niet. Zoek de naam met `vaardig lexicon search`.") % {"name": args.to}
        )
    return str(keys[0])


def fingerprint(person: Person) -> str:
    """The same input, the same letters; nobody can read the input back."""
    return hashlib.sha256(json.dumps(asdict(person), sort_keys=True).encode()).hexdigest()


# ── what goes out ────────────────────────────────────────────────────────────────────────────────────
def _keys_of(found: Options) -> list[str]:
    keys = [*(one.key for one in found.options), *(one.key for one in found.closed)]
    for one in found.options:
        keys += [*one.met, *(short.skill for short in one.short), *(missing.skill for missing in one.missing)]
    return keys


def _keys_of_route(route: Route) -> list[str]:
    keys = [route.target, *route.met, *(step.skill for step in route.steps), *(one.key for one in route.bridges)]
    keys += [key for step in route.steps for key in (*step.opens, *step.about)]
    return [*keys, *(key for one in route.bridges for key in one.teaches)]


def _option(one: Option, names: telling.Names) -> dict[str, Any]:
    return {
        "concept": one.key,
        "label": names(one.key),
        "rank": one.rank,
        "met": [_named(skill, names) for skill in one.met],
        "short": [{**asdict(short), "label": names(short.skill)} for short in one.short],
        "missing": [{**asdict(missing), "label": names(missing.skill)} for missing in one.missing],
        "wish": asdict(one.wish),
        "conditions": [{**asdict(met), "label": names(met.facet)} for met in one.conditions],
        "reasons": [{**asdict(reason), "text": telling.say(reason, names)} for reason in one.reasons],
    }


def _named(skill: str, names: telling.Names) -> dict[str, str]:
    return {"skill": skill, "label": names(skill)}


def _route(route: Route, names: telling.Names) -> dict[str, Any]:
    return {
        "target": {"concept": route.target, "label": names(route.target)},
        "met": [_named(skill, names) for skill in route.met],
        "steps": [
            {**asdict(step), "label": names(step.skill) if step.skill else "", "text": telling.say_step(step, names)}
            for step in route.steps
        ],
        "total": route.total,
        "arrange": [{"paper": paper, "label": str(REQUIRED.get(paper, paper))} for paper in route.arrange],
        "bridges": [
            {**asdict(one), "label": names(one.key), "text": telling.say_bridge(one, names)} for one in route.bridges
        ],
        "closed": [{"facet": facet, "label": names(facet)} for facet in route.closed],
    }


def _next(asked: Asked, found: Options) -> str:
    """What helps most now; empty when the list can speak for itself."""
    if not found.total:
        return _("Je “kan niet” haalt al het werk weg. Kijk bij welke er iets terugkomt.")
    if asked.is_empty:
        return _("Dit paspoort is nog leeg. Vertel eerst wat je doet, dan past de lijst bij jou.")
    if not asked.person.skills:
        return _("Deze vaardigheden kennen we niet in deze skillstaal. Kies er woorden bij die we kennen.")
    if asked.unknown:
        return _("Sommige woorden kennen we niet. Kies er woorden bij die we kennen.")
    return ""


def _next_of(asked: Asked, route: Route) -> str:
    if not route.is_known:
        return _("We weten nog niet wat dit werk vraagt. Loop een dag mee en kijk wat je ziet.")
    if not route.total:
        return _("Je kunt al wat dit werk vraagt. Probeer het een dag.")
    if asked.is_empty:
        return _("Dit paspoort is nog leeg. Vertel eerst wat je doet, dan wordt de weg korter.")
    if route.closed:
        return _("Bij dit werk hoort iets waar jij “kan niet” bij zei. Kijk of dat te regelen is.")
    return ""


def _print_options(told: dict[str, Any]) -> None:
    for one in told["options"]:
        print(f"{one['rank']}. {one['label']}")
        for reason in one["reasons"]:
            print(f"     {reason['text']}")
    for one in told["closed"][:SHOWN]:
        print(f"- {one['label']}: {one['text']}")
    if (more := len(told["closed"]) - SHOWN) > 0:
        print("- " + _("en nog %(more)s keer werk.") % {"more": more})
    for one in told["openings"]:
        print(one["text"])
    _print_end(told)


def _print_route(told: dict[str, Any]) -> None:
    print(told["target"]["label"])
    for step in told["steps"]:
        print(f"{step['number']}. {step['text']}")
    if told["arrange"]:
        print(_("Ook nodig: %(papers)s.") % {"papers": ", ".join(one["label"] for one in told["arrange"])})
    for one in told["bridges"]:
        print(f"→ {one['label']}: {one['text']}")
    _print_end(told)


def _print_end(told: dict[str, Any]) -> None:
    if told["unknown"]:
        print(_("Niet gekend: %(names)s.") % {"names": ", ".join(told["unknown"])})
    if told["next"]:
        print(told["next"])
