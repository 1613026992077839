"""Addresses that belong to no room."""

from django.urls import URLPattern, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern] = [
    path("taal/", set_language, name="set_language"),
]
