"""Addresses that belong to no room: the language, how you like to read, public words, the gallery of components."""

from django.urls import URLPattern, path
from django.views.i18n import set_language

from vaardig.base import gallery, pages, reading

urlpatterns: list[URLPattern] = [
    path("taal/", set_language, name="set_language"),
    path("lezen/", reading.preferences, name="reading"),
    path("privacy/", pages.privacy, name="privacy"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path(".well-known/security.txt", pages.security_txt, name="security_txt"),
    path("-/galerij/", gallery.index, name="gallery"),
    path("-/galerij/<slug:form>/", gallery.page_form, name="gallery_form"),
]
