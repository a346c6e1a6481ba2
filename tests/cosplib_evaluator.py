"""CoSPLib's objective, written from its description alone, for judging what our rules say.

It reads the workbooks itself and knows nothing of programkit. A schedule is a list of entries
(submission, session, room, first slot), all counted from 0 in the order of the sheets, with every
submission in as many slots as it needs; a cell's track is that of the submissions in it.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

import openpyxl

WEIGHTS = (
    *("ts", "tr", "sr", "tt", "nr", "par", "con", "tz"),
    *("ord", "us", "ur", "pc", "ac", "cc", "pct", "act"),
)


@dataclass
class Instance:
    subs: list = field(default_factory=list)
    tracks: list = field(default_factory=list)
    sessions: list = field(default_factory=list)
    rooms: list = field(default_factory=list)
    weight: dict = field(default_factory=dict)
    ts: dict = field(default_factory=dict)
    tr: dict = field(default_factory=dict)
    sr: dict = field(default_factory=dict)
    tt: dict = field(default_factory=dict)
    us: dict = field(default_factory=dict)
    ur: dict = field(default_factory=dict)
    tz: dict = field(default_factory=dict)


def rows_of(sheet):
    header, *rows = sheet.iter_rows(values_only=True)
    return header, [row for row in rows if row[0] not in {None, ""}]


def table_of(sheet):
    header, rows = rows_of(sheet)
    return {
        (row[0], header[k]): row[k] or 0 for row in rows for k in range(1, len(header)) if header[k]
    }


def read(path):
    book = openpyxl.load_workbook(path, data_only=True)
    found = Instance()
    _, rows = rows_of(book["tracks"])
    found.tracks = [(row[0], people(row[1] if len(row) > 1 else None)) for row in rows]
    _, rows = rows_of(book["sessions"])
    found.sessions = [(row[0], int(row[1]), row[3], row[4]) for row in rows]
    found.rooms = [row[0] for row in rows_of(book["rooms"])[1]]
    found.ts = table_of(book["tracks_sessions|penalty"])
    found.tr = table_of(book["tracks_rooms|penalty"])
    found.sr = table_of(book["sessions_rooms|penalty"])
    _, rows = rows_of(book["similar tracks"])
    for i, j in combinations(range(len(rows)), 2):
        found.tt[frozenset((rows[i][0], rows[j][0]))] = rows[i][j + 1] or 0
    cells = book["parameters"]
    found.weight = {name: cells.cell(2 + k, 5).value or 0 for k, name in enumerate(WEIGHTS)}
    header, rows = rows_of(book["submissions"])
    names = {name for name, *_ in found.sessions}
    for row in rows:
        found.subs.append(
            {
                "name": row[0],
                "track": row[1],
                "req": int(row[2]),
                "order": int(row[3] or 0),
                "presenters": people(row[5]),
                "attendees": people(row[6]),
            }
        )
        for k in range(7, len(header)):
            if header[k]:
                target = found.us if header[k] in names else found.ur
                target[row[0], header[k]] = row[k] or 0
        for name, _, start, end in found.sessions:
            found.tz[row[0], name] = zone_cost(cells, row[4], start, end)
    return found


def people(cell):
    return {name for name in str(cell).split(", ") if name} if cell else set()


def zone_cost(cells, zone, start, end):
    here, there = (int(z.removeprefix("GMT")) for z in (cells["B2"].value, zone))
    first, last = ((60 * t.hour + t.minute + 60 * (there - here)) % 1440 for t in (start, end))
    suit_from, suit_to, less_from, less_to = (
        60 * cells[c].value.hour + cells[c].value.minute for c in ("B4", "B5", "B7", "B8")
    )
    if first < less_from or last > less_to or last < less_from:
        return cells["B11"].value
    if less_from <= first < suit_from or suit_to < last <= less_to:
        return cells["B9"].value
    return 0


def conflicts(instance):
    """Pairs of submissions with a presenters' conflict, and with an attendees' conflict."""
    chairs = dict(instance.tracks)
    presenters, attendees = set(), set()
    for i, j in combinations(range(len(instance.subs)), 2):
        a, b = instance.subs[i], instance.subs[j]
        other = a["track"] != b["track"]
        if a["presenters"] & b["presenters"] or (
            other and (a["presenters"] & chairs[b["track"]] or b["presenters"] & chairs[a["track"]])
        ):
            presenters.add((i, j))
        if (
            a["attendees"] & b["attendees"]
            or a["attendees"] & b["presenters"]
            or b["attendees"] & a["presenters"]
            or (other and a["attendees"] & chairs[b["track"]])
            or (other and b["attendees"] & chairs[a["track"]])
        ):
            attendees.add((i, j))
    return presenters, attendees


def objective(instance, schedule):
    """The weighted sum of the sixteen terms."""
    found = terms(instance, schedule)
    return sum(w * found[name] for name, w in instance.weight.items() if w > 0)


def terms(instance, schedule):
    """Each term before its weight."""
    cell = {(s, r): instance.subs[n]["track"] for n, s, r, _ in schedule}
    return {
        **of_cells(instance, cell),
        **of_tracks(instance, schedule, cell),
        **of_submissions(instance, schedule),
        **of_people(instance, schedule),
    }


def of_cells(instance, cell):
    """What single cells, and pairs of cells of one session, cost."""
    sessions = [name for name, *_ in instance.sessions]
    chairs = dict(instance.tracks)
    pairs = [
        (a, b) for ((s, _), a), ((s2, _), b) in combinations(cell.items(), 2) if s == s2 and a != b
    ]
    return {
        "ts": sum(instance.ts[t, sessions[s]] for (s, _), t in cell.items()),
        "tr": sum(instance.tr[t, instance.rooms[r]] for (_, r), t in cell.items()),
        "sr": sum(instance.sr[sessions[s], instance.rooms[r]] for s, r in cell),
        "tt": sum(instance.tt[frozenset(pair)] for pair in pairs),
        "cc": sum(bool(chairs[a] & chairs[b]) for a, b in pairs),
    }


def of_tracks(instance, schedule, cell):
    """What each track's rooms, sessions and order cost."""
    value = dict.fromkeys(("nr", "par", "con", "ord"), 0)
    for track, _ in instance.tracks:
        own = [place for place, t in cell.items() if t == track]
        used = sorted({s for s, _ in own})
        value["nr"] += max(0, len({r for _, r in own}) - 1)
        value["par"] += sum(max(0, sum(s == s2 for s2, _ in own) - 1) for s in used)
        value["con"] += bool(used) and used[-1] - used[0] + 1 != len(used)
        value["ord"] += out_of_order(instance, schedule, track)
    for inside in slots_of(instance, schedule).values():
        for i, j in combinations(inside, 2):
            a, b = instance.subs[i], instance.subs[j]
            value["ord"] += bool(a["track"] == b["track"] and a["order"] and b["order"])
    return value


def of_submissions(instance, schedule):
    """What each slot of a submission costs in its session and room."""
    value = dict.fromkeys(("tz", "us", "ur"), 0)
    for n, s, r, _ in schedule:
        name, req = instance.subs[n]["name"], instance.subs[n]["req"]
        value["tz"] += req * instance.tz[name, instance.sessions[s][0]]
        value["us"] += req * instance.us[name, instance.sessions[s][0]]
        value["ur"] += req * instance.ur[name, instance.rooms[r]]
    return value


def of_people(instance, schedule):
    """What conflicts of presenters and attendees cost, by session and by slot."""
    where = {n: (s, r) for n, s, r, _ in schedule}
    slots = slots_of(instance, schedule)
    value = {}
    for pairs, level, slot in zip(conflicts(instance), ("pc", "ac"), ("pct", "act"), strict=True):
        placed = [(where[i], where[j]) for i, j in pairs if i in where and j in where]
        value[level] = sum(s == s2 and r != r2 for (s, r), (s2, r2) in placed)
        value[slot] = sum(
            pair in pairs for inside in slots.values() for pair in combinations(sorted(inside), 2)
        )
    return value


def slots_of(instance, schedule):
    """The submissions in each slot of each session, in whatever room."""
    slots = defaultdict(list)
    for n, s, _, k in schedule:
        for step in range(instance.subs[n]["req"]):
            slots[s, k + step].append(n)
    return slots


def out_of_order(instance, schedule, track):
    """How many submissions of a track are not at the position of their number."""
    own = [e for e in schedule if instance.subs[e[0]]["track"] == track]
    own.sort(key=lambda entry: entry[1:])
    orders = [instance.subs[n]["order"] for n, *_ in own]
    return sum(order not in {0, position} for position, order in enumerate(orders, start=1))
