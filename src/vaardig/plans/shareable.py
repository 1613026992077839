"""What of a plan can be shared: goal by goal, never all at once."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vaardig.people.models import Person
from vaardig.people.shareables import Part, register
from vaardig.plans import queries


@register
def parts(person: Person) -> Iterator[Part]:
    for line in queries.goals_of(person):
        yield Part(queries.GOAL, line.goal.public_id, line.words.get("what", ""), _("Mijn plannen"))
