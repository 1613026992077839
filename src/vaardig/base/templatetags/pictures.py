"""Icons and pictograms, the small mark of each role, and dots for a level."""

from functools import cache
from pathlib import Path

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

register = template.Library()

PICTOGRAMS = Path(__file__).resolve().parent.parent / "pictograms"
HAT_NAMES = {
    "DN": _("deelnemer"),
    "TR": _("trainer"),
    "CO": _("begeleider"),
    "FA": _("facilitator"),
    "LG": _("leidinggevende"),
    "HR": _("HR-adviseur"),
    "PB": _("programmabeheerder"),
    "SB": _("beheerder"),
    "AU": _("auditor"),
    "SR": _("ontvanger"),
    "OG": _("opdrachtgever"),
    "VW": _("verwijzer"),
}


@register.simple_tag
def icon(name: str, size: str = "") -> str:
    """A sign from the sprite (frontend/icons.txt). Always beside a word, so a screen reader skips it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" icon--{size}" if size else "",
        static("icons.svg"),
        name,
    )


@cache
def _drawing(name: str) -> SafeString:
    path = PICTOGRAMS / f"{name}.svg"
    if not path.is_file():
        raise template.TemplateSyntaxError(f"There is no pictogram '{name}' in {PICTOGRAMS.name}/.")
    inner = path.read_text("utf-8").partition(">")[2].rpartition("</svg>")[0].strip()
    return mark_safe(inner)  # nosec B308 B703 # noqa: S308  our own file


@register.simple_tag
def pictogram(name: str, size: str = "") -> str:
    """One of our own drawings (base/pictograms/*.svg), inline so that it takes the colour of the words beside it."""
    return format_html(
        '<svg class="pictogram{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        f" pictogram--{size}" if size else "",
        _drawing(name),
    )


@register.simple_tag
def pictogram_names() -> list[str]:
    return sorted(path.stem for path in PICTOGRAMS.glob("*.svg"))


@register.filter
def hat_name(hat: str) -> str:
    return str(HAT_NAMES.get(hat, ""))


@register.filter
def dots(level: object, most: int = 4) -> str:
    """3 becomes ●●●○, for the eye; the word stands beside it."""
    given = str(level)
    full = min(int(given), most) if given.isdigit() else 0
    return "●" * full + "○" * (most - full)


@register.filter
def times(count: object) -> range:
    """Makes `{% for step in total|times %}` possible: 1, 2, … total."""
    return range(1, int(str(count)) + 1)


@register.filter
def initials(name: str) -> str:
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
