from programkit.model.contributions import Track
from programkit.rules import TrackNotParallel
from tiny import found, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def program(first, second, where="p/1"):
    talks = (talk("a", track=first), talk("b", track=second))
    return placed(morning(*talks, tracks=TRACKS), a="s/2", b=where)


def test_track_beside_itself_is_found():
    assert found(TrackNotParallel(), program("red", "red")) == [("hard", 0, ("a", "b"))]


def test_track_after_itself_is_fine():
    assert found(TrackNotParallel(), program("red", "red", "s/3")) == []


def test_tracks_beside_each_other_are_fine():
    assert found(TrackNotParallel(), program("red", "blue")) == []


def test_tracks_alike_are_found():
    rule = TrackNotParallel(tracks=("red", "blue"), level="soft", weight=2)

    assert found(rule, program("red", "blue")) == [("soft", 2, ("a", "b"))]


def test_talks_without_a_track_do_not_matter():
    assert found(TrackNotParallel(), program(None, None)) == []


def test_only_the_rule_of_every_track_is_general():
    assert TrackNotParallel().general
    assert not TrackNotParallel(tracks=("red",)).general


def test_message_names_the_track():
    (finding,) = TrackNotParallel().check(program("red", "red"))

    assert finding.message == (
        'the track Red is parallel: talk "b" (B) Wed 1 May 09:30 and talk "a" (A) Wed 1 May 09:30'
    )
