"""Which form of learning fits a step: rules from light to heavy, the first that holds. Doing comes before a course."""

from dataclasses import dataclass

from skillcore.routes.shapes import Form, Why

EFFORT = {Form.DO: 1, Form.WATCH: 2, Form.BUDDY: 2, Form.PRACTICE_STATEMENT: 3, Form.COURSE: 4, Form.CERTIFICATE: 4}
PAPERS = {
    "VCA", "RIJBEWIJS_B", "RIJBEWIJS_C", "RIJBEWIJS_D", "RIJBEWIJS_AM", "RIJBEWIJS_T", "CODE_95", "HEFTRUCK", "HACCP",
    "CERTIFICATE",
}  # fmt: skip
DIPLOMA = "DIPLOMA"
HANDY = {"OPTIONAL", "SOMEWHAT"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at for one skill."""

    level: int | None
    needed: int
    relation: str
    is_knowledge: bool
    needs_diploma: bool
    like: tuple[str, ...]  # skills she shows in work that asks this one too


def form_for(facts: Facts) -> tuple[Form, Why]:
    if facts.level:
        near = facts.needed - facts.level <= 1
        return (Form.DO, Why.DOES_WITH_HELP) if near else (Form.BUDDY, Why.STILL_FAR)
    if facts.is_knowledge:
        return Form.COURSE, Why.KNOWLEDGE
    if facts.relation in HANDY:
        return Form.WATCH, Why.HANDY
    if facts.like:
        return Form.DO, Why.LIKE_WHAT_SHE_DOES
    if facts.needs_diploma and facts.relation == "ESSENTIAL":
        return Form.COURSE, Why.PART_OF_DIPLOMA
    return Form.BUDDY, Why.NEW


def form_for_paper(paper: str, *, is_mostly_shown: bool) -> tuple[Form, Why] | None:
    """None for what is arranged and not learned."""
    if paper == DIPLOMA:
        return (Form.PRACTICE_STATEMENT, Why.MUCH_SHOWN) if is_mostly_shown else (Form.COURSE, Why.PAPER)
    return (Form.CERTIFICATE, Why.PAPER) if paper in PAPERS else None
