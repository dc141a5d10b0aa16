import pytest

from certification.scheme.rules.transitions import compare, may_move, tally


def row(id="direct", *, state="not_met", shortfall=60, unit="minutes") -> dict:
    shortfall = 0 if state in ("met", "waived") else shortfall
    return {
        "id": id,
        "title": id.capitalize(),
        "state": state,
        "shortfall": shortfall,
        "unit": unit,
    }


def document(*rows, met=False) -> dict:
    return {"met": met, "requirements": list(rows)}


@pytest.mark.parametrize(
    ("before", "after", "worse", "better"),
    [
        (row(), row(), [], []),
        (row(shortfall=60), row(shortfall=61), ["more"], []),  # one minute is worse
        (row(shortfall=60), row(shortfall=59), [], ["less"]),
        (row(state="met"), row(state="met"), [], []),  # a higher figure that is reached
        (row(state="met"), row(), ["lost"], []),
        (row(), row(state="met"), [], ["met"]),
        (row(state="waived"), row(state="waived"), [], []),
        (row(), row(state="waived"), [], ["met"]),
        (row(unit="count", shortfall=1), row(), ["other"], []),  # not to be compared: so, worse
        (row(state="pending", shortfall=9), row(state="not_met", shortfall=9), [], []),
    ],
)
def test_one_requirement_is_worse_by_what_is_missing(before, after, worse, better):
    found = compare(document(before), document(after))

    assert [change.kind for change in found.worse] == worse
    assert [change.kind for change in found.better] == better


def test_a_new_requirement_is_worse_until_it_is_met_and_one_left_out_is_better():
    before = document(row("old"), row("done", state="met"))
    after = document(row("new"), row("there", state="met"))

    found = compare(before, after)

    assert [(change.id, change.kind) for change in found.worse] == [("new", "new")]
    assert [(change.id, change.kind) for change in found.better] == [("old", "gone")]


def test_everything_met_and_not_any_more_is_worse_though_no_requirement_is():
    same = row(state="met"), row("other", shortfall=1)

    found = compare(document(*same, met=True), document(*same, met=False))

    assert [change.kind for change in found.worse] == ["pathway"]


@pytest.mark.parametrize(
    ("who", "now", "seen", "moves"),
    [
        ("nobody", document(row()), [], False),
        ("not_worse", document(row()), [], True),
        ("not_worse", document(row(shortfall=61)), ["direct"], False),  # whatever was seen
        ("everybody", document(row(shortfall=61)), ["direct"], True),  # published with it in view
        ("everybody", document(row(shortfall=61)), [], False),  # worse since: never silently
        ("everybody", document(row(), row("new")), ["direct"], False),  # in another way than seen
    ],
)
def test_nobody_is_moved_to_worse_unseen(who, now, seen, moves):
    found = compare(document(row()), now)

    assert may_move(who, found, seen, seen_met_after=False) is moves


def test_who_would_lose_everything_since_the_preview_stays():
    found = compare(document(row(state="met"), met=True), document(row(state="met"), met=False))

    assert not may_move("everybody", found, ["pathway"], seen_met_after=True)


def test_the_tally_names_first_what_most_people_are_named_for():
    lines = [[row("b")], [row("a"), row("b")], []]

    assert list(tally(lines).items()) == [("b", ("B", 2)), ("a", ("A", 1))]
