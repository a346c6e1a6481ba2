"""When there is a sign that leads to the program."""

import pytest

from hung import hung
from laid_out import laid_out, text
from programkit.model.program import Program
from programkit.paper.parts.scan_sign import ScanSign
from semester import semester


@pytest.mark.parametrize("url", ["", "mailto:a@example.org"])
def test_without_an_address_there_is_no_sign(url):
    assert hung(Program.of(semester(1, url=url)), ScanSign()) == []


def test_booklet_may_have_it_as_a_part():
    (page,) = laid_out(Program.of(semester(1)), ScanSign()).pages
    assert text(page)[-1] == "example.org/seminar"
