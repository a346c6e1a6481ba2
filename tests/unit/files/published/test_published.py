from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.files.published.published import Published
from programkit.model.contributions import State
from published import HOUR, NINE, at, draft, event, published


def told(state):
    return {
        listed.event.about: (listed.sequence, listed.modified, listed.event.state)
        for listed in state.placements
    }


CONFIRMED, TENTATIVE, CANCELLED = State.CONFIRMED, State.TENTATIVE, State.CANCELLED


def test_first_publish_lists_everything():
    state = published(draft(event("a"), event("b")))

    assert told(state) == {"a": (0, at(1), CONFIRMED), "b": (0, at(1), CONFIRMED)}
    assert [listed.uid for listed in state.placements] == ["talk/a/1@tides", "talk/b/1@tides"]


def test_equal_events_change_nothing():
    state = published(draft(event("a"), event("b")))

    assert state.after(draft(event("a"), event("b")), at(9)) == state


@pytest.mark.parametrize(
    ("change", "sequence"),
    [
        ({"start": NINE + HOUR / 2}, 1),
        ({"start": NINE + HOUR, "end": NINE + 2 * HOUR}, 1),
        ({"end": None}, 1),
        ({"start": NINE.replace(tzinfo=None)}, 1),
        ({"state": TENTATIVE}, 1),
        ({"state": CANCELLED}, 1),
        ({"title": "Another"}, 0),
        ({"speakers": "Bo"}, 0),
        ({"location": "Attic", "room": "Attic"}, 0),
        ({"description": "More"}, 0),
        ({"joining": "https://meet.example.org/a"}, 0),
        ({"categories": ("Theory",)}, 0),
        ({"url": "https://example.org/"}, 0),
    ],
)
def test_times_and_state_raise_the_sequence_and_everything_shown_the_date(change, sequence):
    state = published(draft(event("a"), event("b")), draft(event("a", **change), event("b")))

    assert told(state)["a"][:2] == (sequence, at(2))
    assert told(state)["b"] == (0, at(1), CONFIRMED)


def test_what_nobody_sees_is_kept_up_to_date_and_changes_nothing_else():
    renamed = event("z", formerly=("a",), title="Talk a")
    state = published(draft(event("a")), draft(renamed))

    (listed,) = state.placements
    assert (listed.uid, listed.sequence, listed.modified) == ("talk/a/1@tides", 0, at(1))
    assert listed.event == renamed
    assert len(state.revisions) == 1


def test_what_is_gone_is_cancelled_from_what_was_published():
    state = published(
        draft(event("a", joining="https://meet.example.org/a"), event("b")), draft(event("b"))
    )
    gone = state.by_uid["talk/a/1@tides"]

    assert told(state) == {"b": (0, at(1), CONFIRMED), "a": (1, at(2), CANCELLED)}
    assert gone.event.summary == "Cancelled: Ada: Talk a"
    assert (gone.event.start, gone.event.location) == (NINE, "Hall, Rovinj")
    assert gone.event.text == ""


def test_what_stays_gone_stays_as_it_is():
    state = published(draft(event("a"), event("b")), draft(event("b")), draft(event("b")))

    assert told(state)["a"] == (1, at(2), CANCELLED)


def test_link_of_a_talk_cancelled_before_it_was_gone_is_dropped():
    once = event("a", state=CANCELLED, joining="https://meet.example.org/a")
    state = published(draft(once, event("b")), draft(event("b")))

    assert state.by_uid["talk/a/1@tides"].event == once.replace(joining="")


def test_what_comes_back_is_confirmed_with_a_higher_sequence():
    with_a = draft(event("a"), event("b"))
    state = published(with_a, draft(event("b")), with_a)

    assert told(state)["a"] == (2, at(3), CONFIRMED)
    assert state.by_uid["talk/a/1@tides"].event.summary == "Ada: Talk a"


def test_cancelled_in_the_language_of_the_conference():
    state = published(draft(event("a"), event("b")), draft(event("b"), language="de"))

    assert state.by_uid["talk/a/1@tides"].event.summary == "Fällt aus: Ada: Talk a"


def test_moment_never_falls_behind_what_was_published():
    state = published(draft(event("a"))).after(draft(event("a", title="New")), at(1) - HOUR)

    assert told(state)["a"][1] == at(1) + timedelta(seconds=1)


def test_moment_is_in_utc_and_whole_seconds():
    zoned = at(1, 12).replace(microsecond=7).astimezone()
    (listed,) = Published().after(draft(event("a")), zoned).placements

    assert listed.modified.isoformat() == "2026-01-01T12:00:00+00:00"


def test_uid_stays_whatever_becomes_of_address_and_title():
    state = published(draft(event("a")), draft(event("a", title="New"), domain="elsewhere"))

    assert [listed.uid for listed in state.placements] == ["talk/a/1@tides"]


def test_order_is_that_of_the_program_then_what_is_gone_by_time():
    late, early = event("late", start=NINE + HOUR), event("early")
    floating = event("floating", start=NINE.replace(tzinfo=None) - HOUR, end=None)
    state = published(draft(late, early, floating, event("kept")), draft(event("kept")))

    assert list(told(state)) == ["kept", "floating", "early", "late"]


EVENTS = st.builds(
    lambda about, hours, title, state: event(
        about, start=NINE + hours * HOUR, end=None, title=title, state=state
    ),
    st.sampled_from("abcd"),
    st.integers(0, 2),
    st.sampled_from("xyz"),
    st.sampled_from([CONFIRMED, CANCELLED, TENTATIVE]),
)
DRAFTS = st.lists(EVENTS, unique_by=lambda found: found.about)


@given(st.lists(DRAFTS, max_size=10))
def test_versions_only_rise(drafts):
    state = Published()
    for day, events in enumerate(drafts, start=1):
        after = state.after(draft(*events), at(day))
        for uid, before in state.by_uid.items():
            now = after.by_uid[uid]
            if before.event.looks_like(now.event):
                assert (now.sequence, now.modified) == (before.sequence, before.modified)
            else:
                assert now.modified > before.modified
                assert now.sequence - before.sequence == (before.event.times != now.event.times)
        assert after.after(draft(*events), at(day, 1)) == after
        state = after
