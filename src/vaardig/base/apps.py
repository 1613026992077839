from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "vaardig.base"

    def ready(self) -> None:
        from vaardig.base import privacy_of_base, readable  # noqa: F401, PLC0415  app registry must be ready
