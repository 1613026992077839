from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vaardig.people"

    def ready(self) -> None:
        from vaardig.people import access, privacy  # noqa: F401, PLC0415  app registry must be ready
