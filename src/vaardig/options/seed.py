"""The demo town, the part of options: how Amira wants to work, what she likes, and work she keeps in view. By services."""

from datetime import datetime, timedelta

from vaardig.lexicon import queries as lexicon
from vaardig.options import content
from vaardig.options.models import Answers, OptionRun, SavedOption
from vaardig.options.services import answers, running, saving
from vaardig.people.models import Person
from vaardig.people.services import persons

Form = Answers.Form
CONDITIONS = {
    "ZW": "NO",
    "BU": "NEUTRAL",
    "VR": "RATHER_NOT",
    "KL": "NICE",
    "uren": "16-24",
    "dagdelen": ["OCHTEND", "MIDDAG"],
}
GLAD = {"R": 3, "I": 1, "A": 2, "S": 4, "E": 1, "C": 3}
VALUES = {
    "chosen": ["gezin", "helpen", "leren"],
    "examples": {"gezin": "Ik ben thuis als mijn zoon uit school komt."},
}
SAVED = ("huishoudelijke-hulp", "zorghulp", "schoonmaker-kantoor")


def make_town(cast: dict[str, Person], *, now: datetime) -> None:
    """Amira looked three days ago, saved some work and began to weigh it."""
    amira = cast["amira"]
    me, then = persons.as_owner(amira), now - timedelta(days=3)
    answers.answer(owner=amira, form=Form.CONDITIONS, given=CONDITIONS, by=me, now=then)
    liked = {one.key: GLAD[one.more["type"]] for one in content.statements()}
    answers.answer(owner=amira, form=Form.INTERESTS, given=liked, by=me, now=then)
    answers.answer(owner=amira, form=Form.VALUES, given=VALUES, by=me, now=then)
    running.look(owner=amira, kind=OptionRun.Kind.OCCUPATION, by=me, now=then)
    found = [concept for key in SAVED if (concept := lexicon.concept_by_key("basis", f"occupation:{key}"))]
    kept = [saving.save_option(owner=amira, concept=concept, by=me, now=then) for concept in found]
    for saved in kept[:1]:
        saving.note(saved=saved, tool="weegschaal", part="voor-nu", text="Ik kan dit al.", weight=2, by=me, now=then)
        text = "Een ochtend meelopen met mijn buurvrouw."
        saving.note(saved=saved, tool="proeven", part="dag", text=text, by=me, now=then)
        saving.decide(saved=saved, state=SavedOption.State.TRYING, reason="Eerst kijken.", by=me, now=then)
