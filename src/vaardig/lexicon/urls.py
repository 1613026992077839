"""Addresses of the words: Dutch paths, English names."""

from django.urls import path

from vaardig.lexicon import views

app_name = "lexicon"
urlpatterns = [
    path("woorden/", views.search, name="search"),
    path("woorden/<uuid:public_id>/", views.concept, name="concept"),
]
