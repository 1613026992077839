"""Every address. Dutch paths, English names."""

from django.urls import include, path

from vaardig.base import errors
from vaardig.passports.urls import front_door

urlpatterns = [
    path("", include("vaardig.base.urls")),
    path("", include("vaardig.people.urls")),
    path("", include("vaardig.passports.urls")),
    path("", include("vaardig.options.urls")),
    *front_door,
    path("", include("vaardig.plans.urls")),
    path("", include("vaardig.lexicon.urls")),
    path("account/", include("allauth.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
