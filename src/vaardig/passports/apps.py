from django.apps import AppConfig


class PassportsConfig(AppConfig):
    name = "vaardig.passports"

    def ready(self) -> None:
        from vaardig.passports import access, privacy, shareable  # noqa: F401, PLC0415  app registry must be ready
