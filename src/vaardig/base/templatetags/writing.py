"""The key that makes a form count once; see base.writing."""

from django import template
from django.utils.html import format_html

from vaardig.base import writing

register = template.Library()


@register.simple_tag
def form_key() -> str:
    return format_html('<input type="hidden" name="{}" value="{}">', writing.FIELD, writing.new_key())
