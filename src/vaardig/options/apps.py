from django.apps import AppConfig


class OptionsConfig(AppConfig):
    name = "vaardig.options"

    def ready(self) -> None:
        from vaardig.options import access, content, home_block, privacy  # noqa: F401, PLC0415  app registry first
