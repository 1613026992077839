"""The tab repeats the heading of the page, so that a page writes it once."""

from django import template
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def words_of_block(context: Context, name: str) -> str:
    """Render a block a second time and keep its words only."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks and blocks.get_block(name)
    if not block:
        return ""
    # The block escaped its own values; what is left after the tags are gone is safe text.
    return mark_safe(" ".join(strip_tags(block.render(context)).split()))  # nosec B308 B703 # noqa: S308
