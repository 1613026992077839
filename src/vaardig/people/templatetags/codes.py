"""A QR code as inline SVG, dark on light whatever the theme."""

import segno
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def qr(address: str) -> str:
    """The address as a QR code; the same words stand beside it, so a screen reader skips the picture."""
    drawn = segno.make(address, error="m").svg_inline(scale=4, border=3, dark="#1F2933", light="#FFFFFF", omitsize=True)
    return format_html('<span class="qr" aria-hidden="true">{}</span>', mark_safe(drawn))  # nosec B308 B703 # noqa: S308  our own drawing


@register.filter
def device(user_agent: str) -> str:
    """What somebody calls the thing she signed in on."""
    kind = _("Telefoon") if "Mobi" in user_agent else _("Computer")
    names = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
    browser = next((name for sign, name in names.items() if sign in user_agent), "")
    return _("%(kind)s met %(browser)s") % {"kind": kind, "browser": browser} if browser else kind
