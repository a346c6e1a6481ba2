"""What peers.py runs in the environment of conference-scheduler, where programkit is not."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

OBJECTIVES = {
    "capacity": "efficiency_capacity_demand_difference",
    "worst": "equity_capacity_demand_difference",
}


def solved(
    instance: dict[str, Any], objective: str, seconds: float, begun: float
) -> dict[str, Any]:
    """Solve an instance with its usual solver, CBC; say in which slot every event is."""
    import pulp  # noqa: PLC0415 - only where it is installed
    from conference_scheduler import resources, scheduler  # noqa: PLC0415 - as above
    from conference_scheduler.lp_problem import objective_functions  # noqa: PLC0415 - as above

    start = time.monotonic()
    slots = [
        resources.Slot(
            venue=slot["room"],
            starts_at=datetime.fromisoformat(slot["start"]),
            duration=slot["minutes"],
            capacity=instance["rooms"][slot["room"]],
            session=slot["block"],
        )
        for slot in instance["slots"]
    ]
    events = [
        resources.Event(
            name=event["name"],
            duration=event["minutes"],
            demand=event["demand"],
            tags=list(event["tags"]),
            unavailability=[slots[n] for n in event["not_in"]],
        )
        for event in instance["events"]
    ]
    for event, told in zip(events, instance["events"], strict=True):
        event.add_unavailability(*(events[n] for n in told["not_beside"]))
    share_tags(events)
    try:
        found = scheduler.solution(
            events,
            slots,
            objective_function=getattr(objective_functions, OBJECTIVES[objective]),
            solver=pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds),
        )
    except ValueError as error:
        return {"wrong": [str(error)], "seconds": round(time.monotonic() - start, 3)}
    return {
        "start": round(start - begun, 2),
        "seconds": round(time.monotonic() - start, 3),
        "places": sorted((int(event), int(slot)) for event, slot in found),
    }


def share_tags(events: list[Any]) -> None:
    """Name the events that share a tag: the package sees tags only where something is named."""
    named = {id(event): list(event.unavailability) for event in events}
    for event in events:
        for other in events:
            if event is not other and set(event.tags) & set(other.tags):
                named[id(event)].append(other)
    for event in events:
        event.clear_unavailability()
        event.add_unavailability(*named[id(event)])
