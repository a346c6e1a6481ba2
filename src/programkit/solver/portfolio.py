"""Parts of a program solved side by side: in threads, in processes, or on other machines."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any, Protocol

from programkit.model.program import Program
from programkit.solver.course import Course
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome
from programkit.solver.task import Attempt, Task

logger = logging.getLogger(__name__)

_WINK = 0.2
"""Seconds between two looks at whether to stop."""
_LOST = 3
"""How many attempts in a row may be lost before the executor is given up."""


class Attempts(Protocol):
    """Who says what to try next, and learns what came out."""

    def attempt(self, busy: frozenset[str] = frozenset()) -> Attempt:
        """What to decide anew next; what is in busy sessions stays as it is."""

    def limits(self) -> Limits:
        """What it may take."""

    def learn(self, attempt: Attempt, outcome: Outcome) -> None:
        """Keep what was found if it is not worse."""


def side_by_side(attempts: Attempts, course: Course, stop: Callable[[], bool]) -> None:
    """Try part after part, several at once, until the course is over or somebody says so.

    An executor that breaks costs what it was doing; then the rest is done here.
    """
    if course.executor is not None:
        crew = _Crew(attempts, course, _Remote(course.task, course.executor))
        if crew.work(stop):
            return
        logger.warning("the executor is lost; the search goes on without it")
        course.executor = None
    threads = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        _Crew(attempts, course, _Local(course, threads)).work(stop)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)  # what runs ends with its own limit


class _Solves(Protocol):
    """Where parts are solved."""

    width: int

    def submit(self, attempt: Attempt, limits: Limits) -> Future[Any]:
        """Have a part solved."""

    def result(self, future: Future[Any]) -> Outcome:
        """What came out."""


class _Crew:
    """The attempts that are under way."""

    def __init__(self, attempts: Attempts, course: Course, where: _Solves) -> None:
        self._attempts = attempts
        self._course = course
        self._where = where
        self._pending: dict[Future[Any], Attempt] = {}
        self._lost = 0

    def work(self, stop: Callable[[], bool]) -> bool:
        """Go on; false if too much was lost on the way."""
        try:
            while not self._course.over and not stop():
                if self._lost >= _LOST:
                    return False
                self._fill()
                done, _ = wait(self._pending, timeout=_WINK, return_when=FIRST_COMPLETED)
                for future in [one for one in self._pending if one in done]:
                    self._finish(future)
            return True
        finally:
            for future in self._pending:
                future.cancel()

    def _fill(self) -> None:
        """Begin as many attempts as there is room for, in different sessions."""
        while len(self._pending) < self._where.width:
            busy = frozenset[str]().union(*(a.around.touches for a in self._pending.values()))
            attempt = self._attempts.attempt(busy)
            if self._pending and (attempt.around.places is None or attempt.around.empty):
                return
            try:
                future = self._where.submit(attempt, self._attempts.limits())
            except Exception as fault:  # noqa: BLE001 - whatever an executor has to say
                self._note(fault)
                return
            self._pending[future] = attempt

    def _finish(self, future: Future[Any]) -> None:
        attempt = self._pending.pop(future)
        try:
            outcome = self._where.result(future)
        except BaseException as fault:  # noqa: BLE001 - whatever an executor has to say, also that a worker was killed
            self._note(fault)
            return
        self._lost = 0
        self._attempts.learn(attempt, outcome)

    def _note(self, fault: BaseException) -> None:
        """An attempt is lost, nothing else; but not what is wrong here."""
        if isinstance(self._where, _Local) or isinstance(fault, KeyboardInterrupt):
            raise fault
        self._lost += 1
        logger.info("an attempt was lost: %r", fault)


class _Local:
    """Threads of this process: they need nothing to be sent."""

    def __init__(self, course: Course, threads: ThreadPoolExecutor) -> None:
        self._course = course
        self._threads = threads
        self.width = os.cpu_count() or 1

    def submit(self, attempt: Attempt, limits: Limits) -> Future[Any]:
        """Have a part solved."""
        course = self._course
        return self._threads.submit(course.task.solve_part, attempt, limits, course.spare)

    def result(self, future: Future[Any]) -> Outcome:
        """What came out."""
        outcome: Outcome = future.result()
        return outcome


class _Remote:
    """Any executor: what is sent to it, and comes back, names the facts instead of having them."""

    def __init__(self, task: Task, executor: Executor) -> None:
        self._conference = task.conference
        self._facts = pickle.dumps(task)
        self._executor = executor
        self.width = 1 + int(getattr(executor, "_max_workers", None) or os.cpu_count() or 1)

    def submit(self, attempt: Attempt, limits: Limits) -> Future[Any]:
        """Have a part solved."""
        bare = replace(
            attempt, around=replace(attempt.around, program=_bare(attempt.around.program))
        )
        return self._executor.submit(
            solve_sent, self._facts, _packed(bare, self._conference), limits
        )

    def result(self, future: Future[Any]) -> Outcome:
        """What came out."""
        outcome: Outcome = _unpacked(future.result(), self._conference)
        return outcome


def solve_sent(facts: bytes, attempt: bytes, limits: Limits) -> bytes:
    """Solve a part that was sent; what comes out, to be sent back."""
    task = _task(facts)
    outcome = task.solve_part(_unpacked(attempt, task.conference), limits)
    if outcome.program is not None:
        outcome = replace(outcome, program=_bare(outcome.program))
    return _packed(outcome, task.conference)


@lru_cache(maxsize=2)
def _task(facts: bytes) -> Task:
    """The facts are the same for many attempts."""
    task: Task = pickle.loads(facts)  # noqa: S301 - made by this module, in a process of the user's
    return task


def _bare(program: Program) -> Program:
    """A program without the look-ups that it has made."""
    return program.replace()


def _packed(thing: object, conference: object) -> bytes:
    buffer = BytesIO()
    _Packer(buffer, conference).dump(thing)
    return buffer.getvalue()


def _unpacked(packed: bytes, conference: object) -> Any:  # noqa: ANN401 - what was packed
    return _Unpacker(BytesIO(packed), conference).load()


class _Packer(pickle.Pickler):
    """Writes a word instead of the facts."""

    def __init__(self, buffer: BytesIO, conference: object) -> None:
        super().__init__(buffer)
        self._conference = conference

    def persistent_id(self, obj: object) -> str | None:
        """The word for the facts; nothing for all else."""
        return "facts" if obj is self._conference else None


class _Unpacker(pickle.Unpickler):
    """Reads the facts for a word."""

    def __init__(self, buffer: BytesIO, conference: object) -> None:
        super().__init__(buffer)
        self._conference = conference

    def persistent_load(self, _pid: str) -> object:
        """The facts."""
        return self._conference
