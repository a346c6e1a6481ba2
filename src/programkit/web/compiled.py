"""What templates are compiled to: kept in memory, and ours beside Python's own compiled modules.

Compiling them takes a third of a second, as long as a hundred pages. Like Python's, the files
depend on the source, on Python, and on what compiles; where they may not be written, or where
Python was told to write none, there are none.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from programkit.web import rendering


class Compiled(BytecodeCache):
    """Keeps what templates are compiled to; it depends on their sources alone.

    Args:
        disk: Where it is kept for other processes too; none given means nowhere.
    """

    def __init__(self, disk: BytecodeCache | None = None) -> None:
        self._disk = disk
        self._codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept of the same source."""
        bucket.code = self._codes.get(bucket.key + bucket.checksum)
        if bucket.code is None and self._disk is not None:
            self._disk.load_bytecode(bucket)
            self._codes[bucket.key + bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._codes[bucket.key + bucket.checksum] = bucket.code
        if self._disk is not None and not sys.dont_write_bytecode:
            with suppress(OSError):  # others own the folder, or the disk is full
                self._disk.dump_bytecode(bucket)


def beside_modules() -> FileSystemBytecodeCache:
    """Files where Python keeps this package's compiled modules."""
    source = Path(rendering.__file__)
    compiler = version("jinja2").encode() + source.read_bytes()
    mark = hashlib.sha256(compiler).hexdigest()[:10]
    folder = Path(cache_from_source(str(source))).parent
    return FileSystemBytecodeCache(str(folder), f"template-{mark}-%s.cache")
