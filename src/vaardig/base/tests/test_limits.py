"""Requests that are too large, headers on every answer, and the pages for when something goes wrong (SECURITY §11, §13)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.visiting import look_at
from vaardig.base import errors

pytestmark = pytest.mark.django_db
PAGE = "/kaartje/"


# ── addresses ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?a=" + "x" * 199, 200),
        ("?a=" + "x" * 200, 200),
        ("?a=" + "x" * 201, 404),
        ("?a=" + "x" * 1900, 404),
        ("?a=" + "x" * 201 + "&a=1", 404),
        ("?a=1&a=" + "x" * 201, 404),
        ("?bladzijde=1", 200),
        ("?bladzijde=9999", 200),
        ("?bladzijde=10000", 200),
        ("?bladzijde=10001", 404),
        ("?bladzijde=1000000", 404),
        ("?bladzijde=0", 404),
        ("?bladzijde=-1", 404),
        ("?bladzijde=x", 404),
        ("?bladzijde=%D9%A2", 404),
        ("?bladzijde=", 404),
        ("?bladzijde=x&bladzijde=1", 404),
    ],
)
def test_an_address_within_its_bounds(client, query, status):
    assert client.get(PAGE + query).status_code == status


@pytest.mark.parametrize(("length", "status"), [(1999, 200), (2000, 200), (2001, 404), (20_000, 404)])
def test_the_length_of_an_address(client, length, status):
    many = "&".join(f"{n}=" + "x" * 190 for n in range(200))
    path = (PAGE + "?" + many)[:length]
    assert len(path) == length

    assert client.get(path).status_code == status


def test_a_thousand_and_one_values_in_an_address_do_not_exist(client):
    assert client.get(PAGE + "?" + "&" * 1001).status_code in {200, 404}


# ── bodies ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("length", "status"), [(999_000, 422), (1_000_000, 413), (1_100_000, 413)])
def test_a_form_over_a_megabyte_is_refused_in_words(client, length, status):
    answer = client.post(PAGE, "code=" + "x" * length, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == status
    if status == 413:
        assert "te veel in één keer" in answer.content.decode()


@pytest.mark.parametrize(("fields", "status"), [(999, 422), (1000, 422), (1001, 413), (5000, 413)])
def test_a_form_with_too_many_fields_is_refused_in_words(client, fields, status):
    assert client.post(PAGE, {f"f{n}": "x" for n in range(fields)}).status_code == status


def test_too_many_files_are_refused_in_words(client):
    files = {f"f{n}": SimpleUploadedFile(f"{n}.txt", b"x") for n in range(6)}

    assert client.post(PAGE, files).status_code == 413


@pytest.mark.parametrize("length", ["60000001", "99999999999", "veel", "-1"])
def test_an_upload_that_says_it_is_too_large_is_not_read(client, length):
    assert client.post(PAGE, {"code": "x"}, CONTENT_LENGTH=length).status_code == 413


# ── headers ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "path", [PAGE, "/bestaat-niet/", "/ik/", "/privacy/", "/.well-known/security.txt", "/account/login/"]
)
def test_every_answer_has_the_headers_of_the_house(client, path):
    headers = client.get(path).headers

    policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
    nothing, ours = "'none'", "'self'"
    assert {k: policy[k] for k in ("default-src", "frame-ancestors", "base-uri", "object-src")} == {
        "default-src": nothing,
        "frame-ancestors": nothing,
        "base-uri": nothing,
        "object-src": nothing,
    }
    assert {policy[k] for k in ("script-src", "style-src", "connect-src", "form-action", "font-src")} == {ours}
    assert {k: headers[k] for k in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")} == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "no-store" in headers["Cache-Control"]
    assert "Server" not in headers


def test_answers_differ_by_cookie_and_language(client):
    assert {"Cookie", "Accept-Language"} <= {v.strip() for v in client.get(PAGE)["Vary"].split(",")}


# ── when something goes wrong ────────────────────────────────────────────────────────────────────────
@pytest.fixture
def asked(client, rf):
    request = RequestFactory().get("/x/")
    request.session = client.session
    return request


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.csrf_failure, 403),
        (errors.not_found, 404),
        (lambda r: errors.conflict(r, mine="Mijn tekst", theirs="De andere"), 409),
        (errors.too_large, 413),
        (lambda r: errors.too_many(r, minutes=7), 429),
        (errors.broken, 500),
    ],
)
def test_every_fault_has_a_page_that_says_what_to_do(asked, answer, status):
    response = answer(asked)
    page = look_at(response)

    assert response.status_code == status
    assert page.main.find("a", href=True), "a way on"
    assert not [word for word in ("Traceback", "SELECT", "/work/", "Exception") if word in response.content.decode()]


def test_a_broken_page_gives_a_code_to_pass_on_and_needs_no_database(django_assert_num_queries, asked):
    with django_assert_num_queries(0):
        first, second = errors.broken(asked).content.decode(), errors.broken(asked).content.decode()

    assert "Foutcode" in first
    assert first != second


def test_waiting_is_told_to_people_and_machines(asked):
    response = errors.too_many(asked, minutes=7)

    assert response["Retry-After"] == "420"
    assert "over 7 minuten" in response.content.decode()


def test_a_conflict_shows_both_texts(asked):
    page = errors.conflict(asked, mine="Mijn <b>tekst</b>", theirs="De andere").content.decode()

    assert "Mijn &lt;b&gt;tekst" in page
    assert "De andere" in page


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 429, 500, 503])
def test_fault_pages_need_no_request(status):
    assert "<h1" in render_to_string(f"{status}.html", {})
