"""How somebody likes to read: size of letters, light or dark, speed of the voice. Kept in her browser, not with us."""

from typing import Literal

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

LETTERS: tuple[str, ...] = ("gewoon", "groot")
COLOURS: tuple[str, ...] = ("apparaat", "licht", "donker")
VOICE: tuple[str, ...] = ("rustig", "gewoon", "vlot")
CHOICES = {"letters": LETTERS, "kleuren": COLOURS, "stem": VOICE}
USUAL = {"letters": "gewoon", "kleuren": "apparaat", "stem": "gewoon"}
CLASSES = {"licht": "light", "donker": "dark"}
A_YEAR = 60 * 60 * 24 * 365

Preference = Literal["letters", "kleuren", "stem"]


def preferred(request: HttpRequest, what: Preference) -> str:
    """A cookie is anybody's to change: only values we know count."""
    value = request.COOKIES.get(what, "")
    return value if value in CHOICES[what] else USUAL[what]


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _keep(request)
    return render(request, "lezen.html", {what: preferred(request, what) for what in ("letters", "kleuren", "stem")})


def _keep(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = request.path
        messages.success(request, _("Zo lees je vanaf nu op dit apparaat."))
    response: HttpResponse = HttpResponse(status=204) if request.headers.get("X-Quiet") else HttpResponseRedirect(back)
    for what, allowed in CHOICES.items():
        value = request.POST.get(what)
        if value in allowed:
            response.set_cookie(
                what, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
    return response
