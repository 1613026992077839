from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "vaardig.plans"

    def ready(self) -> None:
        from vaardig.plans import access, home_block, library, privacy, shareable  # noqa: F401, PLC0415  app registry
