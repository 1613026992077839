"""The count of changes to the lexicon."""

from vaardig.lexicon.models import LexiconGeneration


def count_generation() -> int:
    """Tell every process that the lexicon is another one now. Call it inside the transaction of the change."""
    LexiconGeneration.objects.get_or_create(pk=1)
    row = LexiconGeneration.objects.select_for_update().get(pk=1)
    row.number += 1
    row.save(update_fields=["number"])
    return row.number
