"""One request, one transaction, one effect (SECURITY §15).

    @writes
    def confirm(request, public_id): ...

The page holds `{% form_key %}`. The first request with a key is carried out and its redirect is remembered for a day;
a double click, a reload or a retry gets that redirect and changes nothing.
"""

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from vaardig.base.models import Submission

View = Callable[..., HttpResponseBase]
FIELD = "form_key"
REMEMBERED = timedelta(hours=24)


def new_key() -> str:
    return secrets.token_urlsafe(16)


def writes(view: View) -> View:
    """POST only; everything or nothing; the same form twice counts once. A page that is not a redirect undoes nothing
    it should not: an answer of 400 or higher rolls the transaction back."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _carry_out(view, request, args, kwargs)

    return require_POST(inner)


def reads_or_writes(view: View) -> View:
    """For a page that shows a form on GET and carries it out on POST."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in {"GET", "HEAD"}:
            return view(request, *args, **kwargs)
        return _carry_out(view, request, args, kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(inner)


def _who(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"account:{request.user.pk}"
    return f"session:{request.session.session_key or 'none'}"


def _carry_out(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    key, who = request.POST.get(FIELD, "")[:64], _who(request)
    try:
        with transaction.atomic():
            row = _claim(who, key)
            response = view(request, *args, **kwargs)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            elif row and isinstance(response, HttpResponse) and response.status_code in {301, 302, 303}:
                row.location = response["Location"][:500]
                row.save(update_fields=["location"])
            elif row:
                row.delete()
            return response
    except IntegrityError:
        earlier = Submission.objects.filter(who=who, key=key).first() if key else None
        if earlier is None:
            raise
        return HttpResponseRedirect(earlier.location or request.path)


def _claim(who: str, key: str) -> Submission | None:
    if not key:
        return None
    return Submission.objects.create(who=who, key=key, created_at=timezone.now())


def forget_old_submissions() -> int:
    """Remove keys older than a day; the nightly job calls it."""
    return Submission.objects.filter(created_at__lt=timezone.now() - REMEMBERED).delete()[0]
