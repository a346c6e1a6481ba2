from programkit.model.base import TBD
from programkit.model.contributions import Track
from programkit.rules import OneTrack
from tiny import found, hall_session, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def given(*tracks, own=None, rule=None):
    talks = tuple(talk(name, track=track) for name, track in zip("abc", tracks, strict=False))
    conference = morning(*talks, tracks=TRACKS, items=(hall_session(track=own),))
    places = {one.id: f"s/{number}" for number, one in enumerate(talks, start=1)}
    return found(rule or OneTrack(), placed(conference, **places))


def test_talks_of_one_track_are_fine():
    assert given("red", "red") == []


def test_talks_of_two_tracks_are_not():
    assert given("red", "blue") == [("hard", 0, ("s",))]


def test_talks_without_a_track_do_not_matter():
    assert given("red", None) == []


def test_track_of_the_session_counts():
    assert given("red", own="blue") == [("hard", 0, ("s",))]
    assert given("red", own="red") == []


def test_unknown_track_of_the_session_does_not_count():
    assert given("red", own=TBD) == []


def test_each_track_more_costs():
    assert given("red", "blue", rule=OneTrack(level="soft", weight=7)) == [("soft", 7, ("s",))]


def test_message_names_the_tracks():
    conference = morning(talk("a", track="red"), talk("b", track="blue"), tracks=TRACKS)
    (finding,) = OneTrack().check(placed(conference, a="s/1", b="s/2"))

    assert finding.message == "session s Wed 1 May 09:00 has 2 tracks (Red and Blue)"
