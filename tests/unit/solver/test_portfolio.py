import os
import signal
import subprocess
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from programkit.model.days import Slot
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES
from programkit.solver.constructing import Draft
from programkit.solver.course import Course
from programkit.solver.improving import Improving
from programkit.solver.limits import Limits
from programkit.solver.task import Task
from tiny import hall_session, morning, talk

LEAST = 10_000
"""Ten of forty talks cannot have a slot."""


def improved(executor):
    """What a crowded morning costs in the end, if nothing has a place at first.

    No part is so large that one attempt would do.
    """
    session = hall_session(slots=tuple(Slot(minutes=10) for _ in range(30)))
    talks = [talk(f"t{n}", minutes=10) for n in range(40)]
    task = Task(morning(*talks, items=(session,)), DEFAULT_RULES)
    course = Course(task, Limits(seconds=60), executor=executor)
    course.take(Program.of(task.conference), 40_000)
    Improving(course, Draft(course.best, 40_000, 0)).run(lambda: course.cost == LEAST)
    return course


def test_parts_are_solved_in_threads_of_this_process():
    course = improved(None)

    assert course.judged(course.best) == course.cost == LEAST


def test_parts_are_solved_in_other_processes():
    with ProcessPoolExecutor(2) as processes:
        course = improved(processes)

    assert course.judged(course.best) == course.cost == LEAST
    assert course.executor is processes


def test_parts_are_solved_in_threads_of_others():
    with ThreadPoolExecutor(2) as threads:
        assert improved(threads).cost == LEAST


class Dying(ProcessPoolExecutor):
    """Its processes are killed as soon as they have something to do."""

    def submit(self, *args, **kwargs):
        future = super().submit(*args, **kwargs)
        for pid in list(self._processes or ()):
            os.kill(pid, signal.SIGKILL)
        return future


def test_lost_processes_cost_only_what_they_did(caplog):
    with Dying(2) as processes:
        course = improved(processes)

    assert course.cost == LEAST
    assert course.executor is None
    assert "the search goes on without it" in caplog.text


class Canceling(Executor):
    """Whatever is given to it is canceled."""

    def submit(self, *_args, **_kwargs):
        future = Future()
        future.cancel()
        future.set_running_or_notify_cancel()
        return future


def test_canceled_parts_are_lost_and_nothing_else():
    assert improved(Canceling()).cost == LEAST


class Closed(Executor):
    """It takes nothing."""

    def submit(self, *_args, **_kwargs):
        raise RuntimeError("cannot schedule new futures after shutdown")


def test_executor_that_takes_nothing_is_done_without():
    assert improved(Closed()).cost == LEAST


@pytest.fixture
def cluster():
    """A scheduler and two workers of their own, as on other machines."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs="CRITICAL",
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_parts_are_solved_by_a_cluster(cluster):
    course = improved(cluster.get_executor())

    assert course.judged(course.best) == course.cost == LEAST
    assert course.executor is not None


def test_lost_worker_of_a_cluster_costs_only_what_it_did(cluster):
    executor = cluster.get_executor(retries=0)
    pids = list(cluster.run(os.getpid).values())
    submit, submitted = executor.submit, []

    def killing(*args, **kwargs):
        future = submit(*args, **kwargs)
        submitted.append(future)
        if len(submitted) == 2:
            os.kill(pids[0], signal.SIGKILL)
        return future

    executor.submit = killing

    assert improved(executor).cost == LEAST


INTERRUPTED = """
import sys
from programkit.solving import solve
from tiny import morning, talk
from programkit.model.days import Session, Slot

slots = tuple(Slot(minutes=10) for _ in range(30))
items = tuple(Session(id=f"s{n}", room=r, start=540, slots=slots) for n, r in enumerate(("hall", "attic")))
talks = [talk(f"t{n}", "ada" if n % 2 else "bo", minutes=10 + 10 * (n % 3)) for n in range(70)]
told = lambda progress: print("told", flush=True)
result = solve(morning(*talks, items=items), time_limit=600, progress=told)
print("ended", result.status.value, result.cost is not None, result.seconds < 100)
"""


def test_ctrl_c_keeps_the_best(root):
    path = f"{root / 'src'}:{root / 'tests'}"
    ran = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    with ran:
        for line in ran.stdout:
            if line == "told\n":
                break
        ran.send_signal(signal.SIGINT)
        rest = ran.stdout.read()
        errors = ran.stderr.read()

    assert errors == ""
    assert rest.splitlines()[-1].startswith("ended ")
    assert rest.splitlines()[-1].endswith(" True")
