"""Running text in one column or two."""

from programkit.paper.walls.columns import columned
from programkit.typeset.blocks import paragraph
from programkit.typeset.marks import Fragment
from programkit.typeset.style import ParagraphStyle

STYLE = ParagraphStyle(size=10, leading=13, space_after=5)
WORDS = "We ask how many steps a walk needs until nobody can tell where it began. " * 6


def made(width):
    return [paragraph(f"{n} {WORDS}", STYLE, width) for n in range(3)]


def words(blocks):
    marks = (mark for each in blocks for strip in each.strips for mark in strip.marks)
    return "".join(mark.text for mark in marks if isinstance(mark, Fragment)).replace(" ", "")


def test_short_lines_are_one_column():
    found = list(columned(made, 10, 400))
    assert [each.height for each in found] == [each.height for each in made(400)]
    assert words(found) == words(made(400))


def test_long_lines_are_two_columns_of_equal_length():
    blocks = list(columned(made, 10, 800))
    marks = [mark for each in blocks for strip in each.strips for mark in strip.marks]
    assert {mark.x < 400 for mark in marks} == {True, False}
    assert not [mark for mark in marks if mark.x < 400 and mark.x + mark.width > 392]
    whole = sum(each.height for each in made(389))
    assert blocks[-1].height < whole / 2 + 40


def test_no_word_is_lost_between_columns():
    assert words(columned(made, 10, 800)).replace("-", "") == words(made(389)).replace("-", "")


def test_single_line_leaves_the_other_column_empty():
    (block, spacer) = columned(lambda width: [paragraph("One.", STYLE, width)], 10, 800)
    assert words([block]) == "One."
    assert spacer.height == 13
