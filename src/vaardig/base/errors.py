"""Pages for when something is not there, not allowed or broken: what happened, what to do now, a code to pass on."""

import secrets

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = structlog.get_logger(__name__)


def _page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    return HttpResponse(render_to_string(f"{status}.html", context, request=request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, 403, form_expired=True)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, 413)


def too_many(request: HttpRequest, *, minutes: int) -> HttpResponse:
    response = _page(request, 429, minutes=minutes)
    response["Retry-After"] = str(minutes * 60)
    return response


def conflict(request: HttpRequest, **context: object) -> HttpResponse:
    """Two people changed one thing; `mine` and `theirs` are the two texts."""
    return _page(request, 409, **context)


def broken(request: HttpRequest) -> HttpResponse:
    """The last resort: it must work when nothing else does, so it reads no database."""
    code = secrets.token_hex(4)
    log.error("page_broke", error_code=code, path=request.path)
    return HttpResponse(render_to_string("500.html", {"error_code": code}), status=500)
