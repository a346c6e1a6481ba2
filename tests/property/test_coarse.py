"""What a first look from afar lays out is a start: nobody twice, nowhere that a talk cannot be."""

from collections import Counter

from hypothesis import given, settings

from programkit.rules import RoomFeatures, SpeakerAvailable, TalkFitsSlot
from programkit.solver.coarse import regions
from programkit.solver.constructing import beginning
from programkit.solver.task import Task
from strategies import conferences

RULES = (SpeakerAvailable(), RoomFeatures(), TalkFitsSlot())


@settings(max_examples=100)
@given(conferences(most_talks=6))
def test_talks_are_laid_out_once_where_they_alone_may_be(conference):
    task = Task(conference, RULES)
    start = beginning(task, None)
    found = list(regions(task, start))
    slots = conference.timetable.slots
    talks = Counter(talk for region in found for talk in region.within)
    taken = Counter(s for region in found for p in region.thumb.placements for s in p.slots)

    assert not talks.keys() & start.by_talk.keys()
    assert not taken.keys() & start.by_slot.keys()
    assert set(talks.values()) | set(taken.values()) <= {1}
    for region in found:
        sessions = conference.timetable.sessions
        rooms = {sessions[session].room for within in region.within.values() for session in within}
        assert len(rooms) == 1
        for place in region.thumb.placements:
            session = slots[place.slots[0]].session if place.slots else place.session
            assert session in region.within[place.talk]
        assert [finding for rule in RULES for finding in rule.check(region.thumb)] == []


@settings(max_examples=20)
@given(conferences(most_talks=6))
def test_equal_facts_are_laid_out_equally(conference):
    task = Task(conference, RULES)
    start = beginning(task, None)

    assert list(regions(task, start)) == list(regions(task, start))
