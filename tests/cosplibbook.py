"""A small CoSPLib workbook: four submissions of two tracks, two times, two rooms."""

from datetime import datetime, time

import openpyxl

SHEETS = {
    "submissions": [
        [
            *("Reference", "Track", "Required Timeslots", "Order", "Time Zone"),
            *("Presenters", "Attendees", "Mon1", "Tue1", "Big Room", "Loft"),
        ],
        ["s 1", "Theory", 1, 1, "GMT+1", "Ada L, Bo", None, None, 10, None, None],
        ["s 2", "Theory", 2, 2, "GMT+1", "Bo", "Cy", None, None, None, 5],
        ["s 3", "Proofs", 1, 0, "GMT-7", None, None, None, None, None, None],
        ["s 4", "Proofs", 1, 0, "GMT+1", None, "Ada L", None, None, None, None],
    ],
    "tracks": [["Tracks", "Chairs"], ["Theory", "Cy"], ["Proofs", None]],
    "sessions": [
        ["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"],
        ["Mon1", 2, datetime(2030, 5, 6), time(14), time(15)],  # noqa: DTZ001 - as in a workbook
        ["Tue1", 3, datetime(2030, 5, 7), time(9), time(10, 30)],  # noqa: DTZ001 - as above
    ],
    "rooms": [["Rooms"], ["Big Room"], ["Loft"]],
    "tracks_sessions|penalty": [[None, "Mon1", "Tue1"], ["Theory", 1, None], ["Proofs", None, 2]],
    "tracks_rooms|penalty": [
        [None, "Big Room", "Loft"],
        ["Theory", None, 3],
        ["Proofs", None, None],
    ],
    "similar tracks": [[None, "Theory", "Proofs"], ["Theory", 9, 4], ["Proofs", 8, None]],
    "sessions_rooms|penalty": [[None, "Big Room", "Loft"], ["Mon1", None, 6], ["Tue1", None, None]],
    "parameters": [
        ["Sessions", None, None, "Weights", None],
        ["Local time zone:", "GMT+1", None, "ts", 1],
        [None, None, None, "tr", 1],
        ["From:", time(9, 30), None, "sr", 1],
        ["To:", time(21, 30), None, "tt", 1],
        [None, None, None, "nr", 1],
        ["From:", time(7), None, "par", 1],
        ["To:", time(23), None, "con", 1],
        ["Penalty:", 1, None, "tz", 1],
        [None, None, None, "ord", 1],
        ["Penalty:", 10, None, "us", 1],
        [None, None, None, "ur", 1],
        [None, None, None, "pc", 1],
        [None, None, None, "ac", 1],
        [None, None, None, "cc", 1],
        [None, None, None, "pct", 1],
        [None, None, None, "act", 0],
    ],
}


def workbook(path, changes=(), without=()):
    """Write it, some cells changed (``sheet``, ``A1``, value), some sheets left out."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS.items():
        if name not in without:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
    for sheet, cell, value in changes:
        book[sheet][cell] = value
    book.save(path)
    return path


def solution(path, rows):
    """Write a solution workbook of such rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
