from programkit.model.base import TBD
from programkit.model.contributions import Track
from programkit.model.days import Day
from programkit.rules import TrackRoom
from programkit.solver.blocks import Blocks
from tiny import attic_session, found, hall_session, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))
SECOND = Day(date="2030-05-02", items=(attic_session(id="q"),))


def given(rule, room="attic", tracks=("red", "red", "red"), **places):
    talks = tuple(talk(name, track=track) for name, track in zip("abc", tracks, strict=True))
    first = Day(date="2030-05-01", items=(hall_session(), attic_session(room=room)))
    return found(rule, placed(morning(*talks, tracks=TRACKS, days=(first, SECOND)), **places))


def test_track_in_one_room_is_fine():
    assert given(TrackRoom(), a="s/1", b="s/3") == []


def test_track_in_two_rooms_on_a_day_costs():
    assert given(TrackRoom(weight=3), a="s/1", b="p/1") == [("soft", 3, ("red", "2030-05-01"))]


def test_track_may_change_its_room_overnight():
    assert given(TrackRoom(), a="s/1", b="q/1") == []


def test_track_that_keeps_its_room_may_not():
    assert given(TrackRoom(per="conference"), a="s/1", b="q/1") == [("soft", 1, ("red",))]


def test_other_tracks_do_not_matter():
    assert given(TrackRoom(tracks="blue"), a="s/1", b="p/1") == []


def test_talks_without_a_track_do_not_matter():
    assert given(TrackRoom(), tracks=(None, None, "red"), a="s/1", b="p/1") == []


def test_unknown_room_violates_nothing():
    assert given(TrackRoom(), TBD, a="s/1", b="p/1") == []


def test_message_names_the_rooms():
    conference = morning(talk("a", track="red"), talk("b", track="red"), tracks=TRACKS[:1])
    (finding,) = TrackRoom().check(placed(conference, a="s/1", b="p/1"))

    assert finding.message == "the track Red on Wed 1 May is in 2 rooms (Hall and Attic)"


def test_other_tracks_do_not_matter_seen_by_blocks_either():
    conference = morning(talk("a", track="red"), talk("b", track="red"), tracks=TRACKS[:1])
    of_blue, of_red = Blocks(conference), Blocks(conference)

    TrackRoom(tracks="blue", per="conference").relax(of_blue)
    TrackRoom(tracks="red", per="conference").relax(of_red)

    assert (isinstance(of_blue.cost, int), isinstance(of_red.cost, int)) == (True, False)
