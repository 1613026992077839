"""Addresses that belong to no room: the language, how you like to read, the gallery of components."""

from django.urls import URLPattern, path
from django.views.i18n import set_language

from vaardig.base import gallery, reading

urlpatterns: list[URLPattern] = [
    path("taal/", set_language, name="set_language"),
    path("lezen/", reading.preferences, name="reading"),
    path("-/galerij/", gallery.index, name="gallery"),
    path("-/galerij/<slug:form>/", gallery.page_form, name="gallery_form"),
]
