"""Folders of outputs, also where a step fails or the process is killed at it."""

import errno
import os
import shutil
import threading
import time
from itertools import count

import pytest

from programkit.errors import RenderError
from programkit.files import folders
from programkit.files.folders import MARKER, write_folder

OLD = {
    "assets/a.1.css": b"old",
    "kept.html": b"kept",
    "b.html": b"b",
    "c.html": b"c",
    "gone/er/d.html": b"d",
    "was-file": b"f",
    "was-folder/e": b"e",
}
NEW = {
    "assets/a.2.css": b"new",
    "new.html": b"",
    "b.html": b"B",
    "c.html": b"CC",
    "kept.html": b"kept",
    "was-file/now": b"folder",
    "was-folder": b"file",
    "last.js": b"last",
}
STEPS = ("link", "mkdir", "open", "replace", "rename", "rmdir", "write")
"""What is asked of the system that changes something."""


def content(folder):
    """Every file but the marker, by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def everything(folder):
    """Names of all that is there, folders included."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture
def site(tmp_path):
    return tmp_path / "out" / "site"


def test_folder_is_made_with_its_parents(site):
    write_folder(site, OLD)

    assert content(site) == OLD
    assert (site / MARKER).is_file()
    assert list(site.parent.iterdir()) == [site]


def test_folder_is_changed_and_nothing_else_is_left(site):
    write_folder(site, OLD)
    write_folder(site, NEW)

    assert content(site) == NEW
    assert everything(site) == sorted([MARKER, *NEW, "assets", "was-file"])
    assert list(site.parent.iterdir()) == [site]


def test_files_that_did_not_change_stay_the_same_files(site):
    write_folder(site, OLD)
    names = ("kept.html", "b.html")
    before = {name: (site / name).stat() for name in names}

    write_folder(site, NEW)

    after = {name: (site / name).stat() for name in names}
    assert after["kept.html"].st_ino == before["kept.html"].st_ino
    assert after["kept.html"].st_mtime_ns == before["kept.html"].st_mtime_ns
    assert after["b.html"].st_ino != before["b.html"].st_ino


def test_folder_stays_the_same_folder(site):
    write_folder(site, OLD)
    before = site.stat().st_ino

    write_folder(site, NEW)

    assert site.stat().st_ino == before


def test_copy_by_links_keeps_what_it_had(site, tmp_path):
    write_folder(site, OLD)
    shutil.copytree(site, tmp_path / "backup", copy_function=os.link)

    write_folder(site, NEW)

    assert content(tmp_path / "backup") == OLD


def test_folder_with_things_of_others_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_bytes(b"years of work")

    with pytest.raises(RenderError, match="was not made by programkit"):
        write_folder(tmp_path, OLD)

    assert content(tmp_path) == {"thesis.tex": b"years of work"}


def test_file_in_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "site").write_bytes(b"a file")

    with pytest.raises(RenderError, match="was not made by programkit"):
        write_folder(tmp_path / "site", OLD)

    assert content(tmp_path) == {"site": b"a file"}


def test_empty_folder_is_used(site):
    site.mkdir(parents=True)

    write_folder(site, OLD)

    assert content(site) == OLD


def test_links_are_never_followed(site, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.html").write_bytes(b"kept")
    write_folder(site, OLD)
    (site / "kept.html").unlink()
    (site / "kept.html").symlink_to(elsewhere / "kept.html")
    shutil.rmtree(site / "assets")
    (site / "assets").symlink_to(elsewhere)
    (site / "foreign").symlink_to(elsewhere)

    write_folder(site, NEW)

    assert content(site) == NEW
    assert not (site / "kept.html").is_symlink()
    assert not (site / "assets").is_symlink()
    assert content(elsewhere) == {"kept.html": b"kept"}


def test_what_cannot_be_read_is_written_anew(site, monkeypatch):
    write_folder(site, OLD)
    really = os.open

    def refuse(path, flags, *others, **named):
        if flags == os.O_RDONLY and str(path).endswith(".html"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(path, flags, *others, **named)

    monkeypatch.setattr(os, "open", refuse)
    write_folder(site, NEW)

    assert content(site) == NEW


def test_file_system_without_links_and_locks_will_do(site, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="there are none on this system")

    def refuse(*_arguments):
        raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(fcntl, "flock", refuse)
    write_folder(site, OLD)
    write_folder(site, NEW)

    assert content(site) == NEW


def test_two_builds_follow_each_other(site, monkeypatch):
    """While one is at it, another waits; so the files are always of one of them."""
    write_folder(site, OLD)
    really, begun = os.replace, threading.Event()

    def slowly(source, target):
        begun.set()
        time.sleep(0.002)
        really(source, target)

    monkeypatch.setattr(os, "replace", slowly)
    one = threading.Thread(target=write_folder, args=(site, NEW))
    one.start()
    assert begun.wait(10)
    write_folder(site, OLD)
    one.join()

    assert content(site) == OLD


def counted(monkeypatch, at, act):
    """Let `act` happen at a step that changes something, before it is done."""
    steps = count()

    def around(really):
        def step(*arguments, **named):
            changes = really is not REALLY["open"] or arguments[1] & os.O_CREAT
            if changes and next(steps) == at:
                act()
            return really(*arguments, **named)

        return step

    for name in STEPS:
        monkeypatch.setattr(os, name, around(REALLY[name]))
    return steps


REALLY = {name: getattr(os, name) for name in STEPS}


def full_disk():
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupted():
    raise KeyboardInterrupt


@pytest.mark.parametrize("act", [full_disk, interrupted])
def test_failure_at_any_step_takes_everything_back(site, monkeypatch, act):
    for at in count():
        shutil.rmtree(site, ignore_errors=True)
        write_folder(site, OLD)
        before = stamps(site)
        with monkeypatch.context() as patched:
            steps = counted(patched, at, act)
            failed = fails(lambda: write_folder(site, NEW))
            done = next(steps) <= at
        if done:
            break
        ended = visible(site) == NEW  # only what was put away could not be removed
        assert ended or (visible(site), stamps(site)) == (OLD, before), at
        assert failed or ended
        write_folder(site, NEW)
        assert everything(site) == sorted([MARKER, *NEW, "assets", "was-file"]), at
    assert at > 2 * len(NEW)


def fails(work):
    try:
        work()
    except (RenderError, KeyboardInterrupt):
        return True
    return False


def visible(folder):
    """What readers are shown: not what is being written or was put away."""
    found = content(folder).items()
    return {name: data for name, data in found if not name.startswith(folders._STAGE)}


def stamps(folder):
    return {name: (folder / name).stat().st_mtime_ns for name in visible(folder)}


def test_failure_at_any_step_of_the_first_build_leaves_nothing(site, monkeypatch):
    for at in count():
        with monkeypatch.context() as patched:
            steps = counted(patched, at, full_disk)
            fails(lambda: write_folder(site, OLD))
            done = next(steps) <= at
        if done:
            break
        assert not site.exists(), at
        assert not site.parent.exists() or not any(site.parent.iterdir()), at
    assert content(site) == OLD
    assert at > len(OLD)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_killed_at_any_step_every_file_is_whole_and_the_next_build_ends_it(site, monkeypatch):
    order = list(NEW)
    for at in count():
        shutil.rmtree(site.parent, ignore_errors=True)
        write_folder(site, OLD)
        if not killed(monkeypatch, at, lambda: write_folder(site, NEW)):
            break
        found = visible(site)
        assert all(data in {OLD.get(name), NEW.get(name)} for name, data in found.items()), at
        new = [found.get(name) == NEW[name] for name in order if name != "kept.html"]
        assert new == sorted(new, reverse=True), at
        assert all(new) or found.keys() >= OLD.keys() - {"was-file", "was-folder/e"}, at

        write_folder(site, NEW)

        assert content(site) == NEW, at
        assert everything(site) == sorted([MARKER, *NEW, "assets", "was-file"])
    assert at > len(NEW)


def killed(monkeypatch, at, work):
    """Whether a process of its own was killed at that step of the work, and not too late."""
    process = os.fork()
    if not process:
        counted(monkeypatch, at, lambda: os._exit(9))
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
