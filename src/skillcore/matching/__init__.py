"""What fits a person: her hard "no"s first, then what she can beside what work asks, her wishes, her interest. With reasons.

`build(demands)` once, then `suggest(index, person)`; `skillcore.matching.many` for many people at once (needs
`sparse_dot_topn`). It shows work to a person. It never puts people in an order.
"""

from skillcore.matching.index import Index, build
from skillcore.matching.one import look_at, suggest
from skillcore.matching.rules import RULES, Rules
from skillcore.matching.shapes import (
    Because,
    Closed,
    Demand,
    Met,
    Missing,
    Need,
    Opening,
    Option,
    Options,
    Person,
    Preference,
    Reason,
    Short,
    Wish,
    Wished,
)

__all__ = [
    "RULES",
    "Because",
    "Closed",
    "Demand",
    "Index",
    "Met",
    "Missing",
    "Need",
    "Opening",
    "Option",
    "Options",
    "Person",
    "Preference",
    "Reason",
    "Rules",
    "Short",
    "Wish",
    "Wished",
    "build",
    "look_at",
    "suggest",
]
