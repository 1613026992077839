"""Rules for every address, also those nobody has written yet (SECURITY P1, P2, I5, I6, I24)."""

import uuid

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import NAMES, sign_in

# Open to anybody: the front door, signing in, public words, and what says how we work.
PUBLIC = {
    "home",
    "set_language",
    "reading",
    "gallery",
    "gallery_form",
    "people:enter",
    "people:pin",
    "people:helped",
    "people:erased",
    "people:demo",
    "passports:ways",
    "passports:begin",
    "lexicon:search",
    "lexicon:concept",
    "options:how",
    "privacy",
    "accessibility",
    "security_txt",
}
SAMPLE = {"uuid": str(uuid.UUID(int=7)), "slug": "wie", "int": "1", "str": "x"}
HEADERS = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Cache-Control",
    "X-Frame-Options",
}


def routes(patterns=None, prefix="", namespace=""):
    """Every (name, path) of the project, with a made-up value for every converter."""
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, path, f"{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern) and entry.name:
            for name, converter in entry.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
                path = path.replace(f"<{kind}:{name}>", SAMPLE[kind])
            yield namespace + entry.name, "/" + path.removeprefix("/")


OURS = [(name, path) for name, path in routes() if not path.startswith("/account/")]


@pytest.mark.parametrize(("name", "path"), OURS)
def test_a_stranger_sees_no_closed_page(client, db, name, path):
    response = client.get(path)

    if name not in PUBLIC:
        assert response.status_code in {302, 404, 405}, f"{name} answers a stranger with {response.status_code}"
        if response.status_code == 302:
            assert response["Location"].split("?")[0] in {"/kaartje/", "/account/login/", "/"}


@pytest.mark.parametrize(("name", "path"), OURS)
def test_every_answer_carries_the_headers(client, db, name, path):
    response = client.get(path)

    assert HEADERS - set(response.headers) == set(), name
    assert "unsafe" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("who", NAMES)
def test_no_page_breaks_for_any_role(client, cast, who):
    sign_in(client, cast[who])
    broken = {}
    for name, path in OURS:
        for method in (client.get, client.post):
            sign_in(client, cast[who])
            status = method(path).status_code
            if status >= 500:
                broken[name, method.__name__] = status
        if name == "people:erase":
            continue

    assert broken == {}


@pytest.mark.parametrize("who", ["amira", "bram", "els", "farid"])
def test_reading_changes_nothing(client, cast, who):
    """GET has no effect (I6): the same rows before and after every page; the log and the session are left out."""
    before = rows()
    for _, path in OURS:
        sign_in(client, cast[who])
        client.get(path)

    assert rows() == before


def rows():
    from django.apps import apps

    left_out = {"base", "sessions", "usersessions"}
    return {
        model._meta.label: sorted(model._default_manager.values_list("pk", flat=True))
        for model in apps.get_models()
        if model._meta.app_label not in left_out
    }


def test_a_form_without_its_token_is_refused(cast):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, cast["amira"])

    refused = {name: strict.post(path).status_code for name, path in OURS}

    assert set(refused.values()) <= {403, 404, 405}, {n: s for n, s in refused.items() if s not in {403, 404, 405}}


def test_a_body_that_is_too_large_is_refused_in_words(visit):
    visit.enter("amira")

    response = visit.client.post("/kaartje/", {"code": "x" * 1_100_000})

    assert response.status_code == 413
    assert "te veel in één keer" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["?a=" + "x" * 201, "?bladzijde=0", "?bladzijde=10001", "?bladzijde=x", "?" + "a" * 2000]
)
def test_an_address_out_of_bounds_does_not_exist(client, db, query):
    assert client.get("/kaartje/" + query).status_code == 404
