"""What stands on every page and comes from the settings, also when a page is made without a request (500)."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def installation() -> dict[str, str]:
    return {"theme": settings.THEME, "help_phone": settings.HELP_PHONE, "help_name": settings.HELP_NAME}
