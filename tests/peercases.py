"""For each entry in docs/reference/peers.md, a program that obeys it and one that does not.

Slots of the blocks wed (9:00, 9:30, 10:00), noon (11:00, 11:30), thu and late (the same on the next
day) in the rooms hall and attic. Talks that are not named are nowhere.
"""

WAVES_AND_TIDES = "waves: wed@hall/1, tides: wed@hall/2"
AT_ONCE = "waves: wed@hall/1, nets: wed@attic/1"
IN_TURN = "waves: wed@hall/1, nets: wed@attic/2"
WAS = "placements: [{talk: waves, slots: [wed@hall/1]}]"
EVERYTHING = (
    "keynote: wed@hall/1 wed@hall/2, waves: noon@hall/1, tides: noon@hall/2, nets: wed@attic/3, "
    "ropes: wed@hall/3"
)

BASIC = {
    "room-available": ("waves: late@attic/1", "waves: late@hall/1"),
    "room-free": ("waves: wed@hall/1, nets: wed@hall/2", "waves: wed@hall/1, nets: wed@hall/1"),
    "speaker-available": ("keynote: wed@hall/1 wed@hall/2", "keynote: thu@hall/1 thu@hall/2"),
    "speaker-free": (WAVES_AND_TIDES, "waves: wed@hall/1, tides: wed@attic/1"),
    "talk-placed": (EVERYTHING, "waves: wed@hall/1"),
    "talk-fits": ("keynote: wed@hall/1 wed@hall/2", "keynote: wed@hall/1"),
    "room-features": ("ropes: wed@hall/1", "ropes: wed@attic/1"),
    "room-capacity": ("waves: wed@hall/1", "waves: wed@attic/1"),
    "room-capacity: {weight: 10}": ("waves: wed@hall/1", "waves: wed@attic/1"),
    "room-capacity: {worst: true}": ("waves: wed@hall/1", "waves: wed@attic/1"),
    "pinned: {talk: waves, at: wed@hall/1}": ("waves: wed@hall/1", "waves: wed@hall/2"),
    f"stay-put: {{{WAS}}}": ("waves: wed@hall/1", "waves: thu@attic/1"),
    f"stay-put: {{day: 20, time: 20, {WAS}}}": ("waves: wed@hall/1", "waves: wed@hall/2"),
    f"stay-put: {{room: 5, {WAS}}}": ("waves: wed@hall/1", "waves: wed@attic/1"),
}

PAIRS = {
    "order: [waves, tides]": (WAVES_AND_TIDES, "waves: thu@hall/1, tides: wed@hall/2"),
    "not-together: tag:sea": (IN_TURN, AT_ONCE),
    "not-together: [waves, nets]": (IN_TURN, AT_ONCE),
    "not-together: {for: [waves, nets], level: soft, weight: 10}": (IN_TURN, AT_ONCE),
    "not-together: {for: tag:sea, level: soft, weight: 10}": (IN_TURN, AT_ONCE),
    "not-together: {for: tag:basic, level: soft, weight: 100}": (IN_TURN, AT_ONCE),
    "gap: 30 min": ("waves: wed@hall/1, tides: wed@hall/3", WAVES_AND_TIDES),
    "same-day: {for: tag:sea, level: soft, weight: 10}": (
        WAVES_AND_TIDES,
        "waves: wed@hall/1, nets: thu@hall/1",
    ),
    "apart: {for: tag:sea, days: 1, level: soft}": (
        "waves: wed@hall/1, nets: thu@hall/1",
        WAVES_AND_TIDES,
    ),
}

TIMES = {
    'times: {for: "speaker:bo", only: [Wed 1 May]}': ("tides: noon@hall/1", "tides: thu@hall/1"),
    'times: {for: "speaker:bo", avoid: [Thu 2 May], level: hard}': (
        "tides: wed@hall/1",
        "tides: thu@hall/1",
    ),
    'times: {for: "speaker:bo", prefer: [Wed 1 May], weight: 20}': (
        "tides: wed@hall/1",
        "tides: thu@hall/1",
    ),
    'times: {for: "speaker:bo", avoid: [Thu 2 May], weight: 20}': (
        "tides: wed@hall/1",
        "tides: thu@hall/1",
    ),
    'times: {for: waves, only: ["9:00-10:30"]}': ("waves: wed@hall/3", "waves: noon@hall/1"),
    'times: {for: waves, avoid: ["11:00-12:00"], level: hard}': (
        "waves: thu@hall/3",
        "waves: noon@hall/1",
    ),
    'times: {for: waves, prefer: ["9:00-10:30"], weight: 20}': (
        "waves: wed@hall/3",
        "waves: noon@hall/1",
    ),
    'times: {for: waves, avoid: ["11:00-12:00"], weight: 20}': (
        "waves: thu@hall/3",
        "waves: noon@hall/1",
    ),
    "times: {for: keynote, avoid: [Thu 2 May], level: hard}": (
        "keynote: wed@hall/1 wed@hall/2",
        "keynote: thu@hall/1 thu@hall/2",
    ),
    'local-hours: {start: "9:00", end: "18:00", level: soft, weight: 10}': (
        "ropes: wed@hall/1",
        "ropes: late@hall/2",
    ),
}

ROOMS = {
    'rooms: {for: "speaker:bo", only: [attic]}': ("tides: wed@attic/1", "tides: wed@hall/1"),
    'rooms: {for: "speaker:bo", avoid: [hall], level: hard}': (
        "tides: wed@attic/1",
        "tides: wed@hall/1",
    ),
    'rooms: {for: "speaker:bo", prefer: [attic], weight: 20}': (
        "tides: wed@attic/1",
        "tides: wed@hall/1",
    ),
    'rooms: {for: "speaker:bo", avoid: [hall], weight: 20}': (
        "tides: wed@attic/1",
        "tides: wed@hall/1",
    ),
    "rooms: {for: tag:basic, avoid: [attic], level: hard}": (
        "nets: wed@hall/1",
        "nets: wed@attic/1",
    ),
    "rooms: {for: tag:basic, prefer: [hall], weight: 20}": (
        "nets: wed@hall/1",
        "nets: wed@attic/1",
    ),
    "rooms: {for: tag:basic, avoid: [attic], weight: 20}": (
        "nets: wed@hall/1",
        "nets: wed@attic/1",
    ),
    "rooms: {for: kind:keynote, only: [hall]}": (
        "keynote: wed@hall/1 wed@hall/2",
        "keynote: wed@attic/1 wed@attic/2",
    ),
}

TABLES = {
    "costs: {of: track, by: session, table: {theory: {wed: 10}}}": (
        "tides: thu@hall/1, nets: wed@hall/1",
        "tides: wed@hall/1",
    ),
    "costs: {of: track, by: room, table: {theory: {attic: 10}}}": (
        "tides: thu@hall/1, nets: wed@attic/1",
        "tides: wed@attic/1",
    ),
    "costs: {of: session, by: room, table: {wed: {attic: 10}}}": (
        "tides: thu@attic/1, nets: wed@hall/1",
        "nets: wed@attic/1",
    ),
    "costs: {of: talk, by: session, table: {waves: {wed: 10}}}": (
        "waves: noon@hall/1, tides: wed@hall/1",
        "waves: wed@hall/1",
    ),
    "costs: {of: talk, by: room, table: {waves: {attic: 10}}}": (
        "waves: noon@hall/1, tides: wed@attic/1",
        "waves: wed@attic/1",
    ),
}

TRACKS = {
    "similar-tracks: {table: {theory: {tools: 10}}}": (
        "waves: wed@hall/1, nets: noon@attic/2",
        IN_TURN,
    ),
    "track-room: {per: conference}": (
        "waves: wed@hall/1, tides: thu@hall/1",
        "waves: wed@hall/1, tides: thu@attic/1",
    ),
    "track-room: {weight: 10}": (
        "waves: wed@hall/1, tides: thu@attic/1",
        "waves: wed@hall/1, tides: noon@attic/1",
    ),
    "track-at-once": (WAVES_AND_TIDES, "waves: wed@hall/1, tides: wed@attic/2"),
    "track-not-parallel: {level: soft, weight: 10}": (
        "waves: wed@hall/1, tides: wed@attic/2",
        "waves: wed@hall/1, tides: wed@attic/1",
    ),
    "track-consecutive": (
        "waves: wed@hall/1, tides: noon@hall/1",
        "waves: wed@hall/1, tides: thu@hall/1",
    ),
    "track-order: {positions: {waves: 1, tides: 2}}": (
        WAVES_AND_TIDES,
        "tides: wed@hall/1, waves: wed@hall/2",
    ),
    "track-chairs": ("waves: wed@hall/1, nets: noon@attic/2", IN_TURN),
    "one-track": (WAVES_AND_TIDES, "waves: wed@hall/1, nets: wed@hall/2"),
}

PEOPLE = {
    "presenter-clash": (WAVES_AND_TIDES, "waves: wed@hall/1, tides: wed@attic/2"),
    "presenter-clash: {by: slot}": (
        "waves: wed@hall/1, tides: wed@attic/2",
        "waves: wed@hall/1, tides: wed@attic/1",
    ),
    "attendee-clash: {attendees: {waves: [dora], nets: [dora]}}": (
        "waves: wed@hall/1, nets: noon@attic/2",
        IN_TURN,
    ),
    "attendee-clash: {by: slot, attendees: {waves: [dora], nets: [dora]}}": (IN_TURN, AT_ONCE),
}

CROWDS = {
    "popular-spread: {for: tag:basic, exactly: 2, level: hard}": (AT_ONCE, IN_TURN),
    "choice: {by: tag, tags: [basic, advanced]}": (
        "tides: wed@hall/1, nets: wed@attic/1",
        AT_ONCE,
    ),
    "choice: {by: tag, tags: [basic, advanced], weight: 2}": (
        "tides: wed@hall/1, nets: wed@attic/1",
        AT_ONCE,
    ),
    "choice: {by: [track, tag], tags: [sea]}": (
        AT_ONCE,
        "waves: wed@hall/1, tides: wed@attic/1",
    ),
    "choice: language": (IN_TURN, AT_ONCE),
    "choice: tag": ("ropes: wed@hall/1, nets: wed@attic/1", AT_ONCE),
    "flow: {for: tag:sea, levels: [tag:basic, tag:advanced]}": (
        WAVES_AND_TIDES,
        "tides: wed@hall/1, waves: wed@hall/2",
    ),
    "makespan: 1 h": (WAVES_AND_TIDES, "waves: wed@hall/1, tides: noon@hall/2"),
    "session-kinds: {for: kind:keynote, avoid: workshop}": (
        "keynote: wed@hall/1 wed@hall/2",
        "keynote: late@hall/1 late@hall/2",
    ),
}

CHANGES = {
    "talk-tentative": ("{id: nets,", "{id: nets, state: tentative,"),
    "track-missing": ("track: tools, tags: [basic, sea]", "tags: [basic, sea]"),
}
"""What to change about the facts of the page so that something is found in them."""

CASES = {**CROWDS, **BASIC, **PAIRS, **TIMES, **ROOMS, **TABLES, **TRACKS, **PEOPLE}
