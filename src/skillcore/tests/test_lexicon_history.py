"""Laws of versions: the order of imports does not matter, and twice is once."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from skillcore.lexicon.history import Row, plan

words = st.sets(st.sampled_from("abcde"), min_size=1)


def group_of(key):
    return "one"


def carry_out(stored, given_words, now):
    """What a database does with a plan."""
    made = plan(stored, given_words, now=now, group_of=group_of, spoken_for={"one"})
    kept = {row.id: (key, row) for key, row in stored.items()}
    for row_id in made.gone:
        del kept[row_id]
    for (since, until, is_current), ids in made.changed.items():
        for row_id in ids:
            key, row = kept[row_id]
            kept[row_id] = (key, Row(row_id, row.group, since, until, is_current))
    rows = dict(kept.values())
    for number, (key, is_current) in enumerate(made.new.items()):
        rows[key] = Row(1000 * now + 10 * len(stored) + number + 1, "one", now, now, is_current)
    return rows, made


def told(rows):
    return {key: (row.since, row.until, row.is_current) for key, row in rows.items()}


@given(st.lists(words, min_size=3, max_size=3))
def test_the_order_of_imports_does_not_matter(versions):
    outcomes = []
    for order in permutations(range(3)):
        rows = {}
        for now in order:
            rows, _ = carry_out(rows, versions[now], now)
        outcomes.append(told(rows))

    assert all(outcome == outcomes[0] for outcome in outcomes)


@given(st.lists(words, min_size=2, max_size=3))
def test_twice_changes_nothing(versions):
    rows = {}
    for now, given_words in enumerate(versions):
        rows, _ = carry_out(rows, given_words, now)

    for now, given_words in enumerate(versions):
        rows, made = carry_out(rows, given_words, now)
        assert made.is_empty


@given(st.lists(words, min_size=1, max_size=3))
def test_what_the_newest_version_says_is_current(versions):
    rows = {}
    for now, given_words in enumerate(versions):
        rows, _ = carry_out(rows, given_words, now)

    assert {key for key, row in rows.items() if row.is_current} == versions[-1]


def test_a_mistake_in_the_same_version_is_taken_back():
    rows, _ = carry_out({}, {"a", "b"}, 0)

    rows, made = carry_out(rows, {"a"}, 0)

    assert (set(rows), len(made.gone)) == ({"a"}, 1)


def test_a_partial_source_takes_nothing_away():
    rows, _ = carry_out({}, {"a", "b"}, 0)

    made = plan(rows, {"a"}, now=0, group_of=group_of)

    assert made.is_empty


def test_only_a_whole_list_says_what_is_gone():
    rows, _ = carry_out({}, {"a", "b"}, 0)

    partial = plan(rows, {"a"}, now=1, group_of=group_of, newest={"one": 0})
    whole = plan(rows, {"a"}, now=1, group_of=group_of, newest={"one": 1})

    assert [set(partial.changed), set(whole.changed)] == [{(0, 1, True)}, {(0, 1, True), (0, 0, False)}]
