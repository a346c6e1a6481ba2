"""Run commands one after the other and print what they cost, as JSON, for process.py.

It is a program of its own, and imports next to nothing, because a new process begins as a copy of
the one that starts it: the memory of a large one would count as the memory of what it starts.
"""

import json
import os
import sys


def main() -> None:
    """Run the commands that the command line has as JSON, as long as they succeed."""
    spent, peak = 0.0, 0
    wall = os.times().elapsed
    for command in json.loads(sys.argv[1]):
        process = os.posix_spawnp(command[0], command, os.environ)
        _, status, used = os.wait4(process, 0)
        spent += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss)
        if status:
            sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    wall = os.times().elapsed - wall
    cost = {"cpu": round(spent, 2), "wall": round(wall, 2), "mib": round(peak / 1024, 1)}
    print("\n" + json.dumps(cost))


if __name__ == "__main__":
    main()
