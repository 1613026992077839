from django.apps import AppConfig


class LexiconConfig(AppConfig):
    name = "vaardig.lexicon"
