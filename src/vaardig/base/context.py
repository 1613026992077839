"""What every page may show: theme, who to call, who you are here."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from vaardig.base.actor import ANYBODY
from vaardig.base.reading import CLASSES, preferred


def house(request: HttpRequest) -> dict[str, Any]:
    return {
        "demo": settings.DEMO,
        "actor": getattr(request, "actor", ANYBODY),
        "larger_text": preferred(request, "letters") == "groot",
        "colours": CLASSES.get(preferred(request, "kleuren"), ""),
        "voice_speed": preferred(request, "stem"),
    }
