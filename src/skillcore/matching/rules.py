"""The rules of matching as data: what is used, what is never used, and how much everything weighs.

The public page about the algorithm is made from this file. Whoever changes a number gives RULES a new version.
"""

from dataclasses import dataclass

FULL = 20  # points of a skill that is shown as well as the work asks
SCALE = 1 << 15  # all needs of one demand together
LETTERS = ("R", "I", "A", "S", "E", "C")
ALONE = 2  # "zelfstandig": what work asks when it names no level
CLOSED = -100_000  # "kan niet", where many people are matched at once: far under everything else


@dataclass(frozen=True, slots=True)
class Rules:
    version: str = "2026.1"
    used: tuple[str, ...] = (
        "skills", "wishes", "conditions", "interests", "speaking", "hours", "travel", "dayparts",
    )  # fmt: skip
    moves_the_order: tuple[str, ...] = ("skills", "wishes", "conditions", "interests")
    only_said: tuple[str, ...] = ("speaking", "hours", "travel", "dayparts")
    never_used: tuple[str, ...] = (
        "name", "age", "sex", "nationality", "origin", "religion", "health", "disability", "family", "postcode", "address",
        "benefits", "debts", "criminal_record", "work_history_gaps", "attendance", "chat", "feedback", "questionnaire_scores",
        "sign_ins", "photo", "voice", "emotion", "personality",
    )  # fmt: skip
    relations: tuple[tuple[str, float], ...] = (
        ("ESSENTIAL", 1.0), ("IMPORTANT", 0.6), ("OPTIONAL", 0.3), ("SOMEWHAT", 0.15),
    )  # fmt: skip
    least_rarity: float = 0.05  # a skill that all work needs still says a little
    steadiness: float = 0.1  # of a usual profile is added to each, so that three needs do not beat thirty
    likes: int = 5  # points more for a skill she wants to use
    learns: int = 6  # points for a skill she wants to learn and does not have yet
    learns_on: int = 3  # points more for one she has and wants to grow in
    rather_not: float = 0.5  # share of the points that stays of a skill she has and would rather not use
    rather_not_yet: int = -4  # points of a skill she does not have and would rather not learn
    interest: float = 0.06  # of full coverage, for the first letter of both
    interest_places: tuple[float, ...] = (1.0, 0.5, 0.25)  # by place in the letters of the work
    interest_points: tuple[int, ...] = (20, 13, 7)  # by place in the letters of the person
    must: float = 0.10  # of full coverage, for a condition that must be there
    nice: float = 0.04
    rather_without: float = -0.06


RULES = Rules()
WEIGHTS = dict(RULES.relations)
FACET = SCALE // 100  # one hundredth of full coverage


def points(level: int | None, needed: int, wish: str | None, *, is_shown: bool) -> int:
    """What a skill brings. Showing it never brings less than not showing it, and a higher level never less than a lower."""
    if not is_shown or level == 0:
        return {"USE": RULES.likes, "LEARN": RULES.learns, "RATHER_NOT": RULES.rather_not_yet}.get(wish or "", 0)
    reached = FULL if level is None or level >= needed else FULL * level // needed
    if wish == "RATHER_NOT":
        return int(reached * RULES.rather_not)
    if wish == "LEARN":
        return max(reached + RULES.learns_on, RULES.learns)
    return reached + (RULES.likes if wish == "USE" else 0)


def facet_points(preference: str) -> int:
    share = {"MUST": RULES.must, "NICE": RULES.nice, "RATHER_NOT": RULES.rather_without, "NO": RULES.rather_without}
    return round(100 * FULL * share.get(preference, 0.0))
