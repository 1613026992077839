"""Requests that are too large are refused in words before a page sees them (SECURITY §11)."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse

from vaardig.base import errors

URL, VALUE, PAGE = 2_000, 200, 10_000
UPLOAD = 60_000_000


class LimitsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if len(request.get_full_path()) > URL or not _fits(request):
            return errors.not_found(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > UPLOAD:
            return errors.too_large(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Read the form here, so that a body over the limit gets its own page instead of a bare 400."""
        if request.method == "POST":
            try:
                request.POST  # noqa: B018  reading is the test
            except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
                return errors.too_large(request)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.not_found(request) if isinstance(exception, Http404) else None


def _fits(request: HttpRequest) -> bool:
    """Every value of the query, also one that is given twice, and the number of the page."""
    try:
        given = request.GET.lists()
    except TooManyFieldsSent:
        return False
    pages = request.GET.getlist("bladzijde")
    return all(len(value) <= VALUE for _, values in given for value in values) and all(
        page.isascii() and page.isdigit() and 1 <= int(page) <= PAGE for page in pages
    )
