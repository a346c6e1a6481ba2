import pytest

from programkit.files.published.history import MOST_CHANGES, News, Revision, remembered
from programkit.model.contributions import State
from published import HOUR, NINE, at, draft, event, published

CANCELLED = State.CANCELLED


def news(before, now):
    state = published(draft(event("z"), *before), draft(event("z"), *now))
    return [
        (change.about, [str(one) for one in change.news]) for change in state.revisions[0].changes
    ]


def test_first_publish_has_no_changes():
    (revision,) = published(draft(event("a"), event("b"))).revisions

    assert revision == Revision(at=at(1))


def test_nothing_published_is_no_revision():
    assert published(draft()).revisions == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"start": NINE + HOUR, "end": NINE + 2 * HOUR}, [News.MOVED]),
        ({"start": NINE + HOUR, "room": "Attic", "location": "Attic"}, [News.MOVED]),
        ({"room": "Attic", "location": "Attic, Rovinj"}, [News.ROOM]),
        ({"location": "Hall, Poreč"}, [News.OTHER]),
        ({"title": "New"}, [News.RETITLED]),
        ({"speakers": "Bo"}, [News.SPEAKERS]),
        ({"title": "New", "speakers": "Bo", "end": None}, ["moved", "retitled", "speakers"]),
        ({"description": "More"}, [News.OTHER]),
        ({"state": State.TENTATIVE}, [News.OTHER]),
        ({"state": CANCELLED, "start": NINE + HOUR, "title": "New"}, [News.CANCELLED]),
    ],
)
def test_news_say_what_happened(change, expected):
    assert news([event("a")], [event("a", **change)]) == [("a", expected)]


def test_new_gone_and_restored_talks_are_news():
    off = event("a", state=CANCELLED)

    assert news([], [event("a")]) == [("a", ["added"])]
    assert news([event("a")], []) == [("a", ["cancelled"])]
    assert news([off], [event("a")]) == [("a", ["restored"])]
    assert news([off], [event("a", start=NINE + HOUR)]) == [("a", ["restored", "moved"])]
    assert news([off], [event("a", state=CANCELLED, title="New")]) == [("a", ["other"])]


def test_change_shows_what_was_and_what_is():
    state = published(draft(event("a")), draft(event("a", start=NINE + HOUR, room="Attic")))
    ((change,),) = (revision.changes for revision in state.revisions[:1])

    assert (change.uid, change.kind, change.about) == ("talk/a/1@tides", "talk", "a")
    assert (change.before.title, change.before.speakers, change.before.room) == (
        "Talk a",
        "Ada",
        "Hall",
    )
    assert (change.before.start, change.now.start, change.now.room) == (NINE, NINE + HOUR, "Attic")


def test_adopted_event_is_compared_by_what_its_calendar_showed():
    known = event("a", title="", speakers="", room="", summary="Ada: Talk a")

    assert news([known], [event("a", description="More")]) == [("a", ["other"])]
    assert news([known], [event("a", title="New")]) == [("a", ["retitled"])]
    assert news([known], [event("a", location="Attic")]) == [("a", ["room"])]


def test_newest_revisions_are_first():
    state = published(*(draft(event("a", title=f"T{day}")) for day in range(4)))

    assert [revision.at for revision in state.revisions] == [at(4), at(3), at(2), at(1)]


def test_only_so_many_changes_are_remembered():
    change = published(draft(event("a")), draft(event("a", title="N"))).revisions[0].changes[0]
    small = Revision(at=at(1), changes=(change,) * 99)
    large = Revision(at=at(2), changes=(change,) * (2 * MOST_CHANGES))

    assert len(list(remembered([small] * 20))) == MOST_CHANGES // 100
    assert list(remembered([large, small])) == [large]
