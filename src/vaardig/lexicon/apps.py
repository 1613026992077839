from django.apps import AppConfig


class LexiconConfig(AppConfig):
    name = "vaardig.lexicon"

    def ready(self) -> None:
        from vaardig.lexicon import basis_faults, privacy  # noqa: F401, PLC0415  app registry must be ready
