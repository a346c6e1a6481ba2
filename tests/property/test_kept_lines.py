"""A booklet built from kept lines and pages has the bytes of one built from scratch, whatever changed."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.paper import kept
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.theme import Fonts, Theme
from programkit.paper.pdf.pagecache import PAGES
from programkit.typeset import faces
from programkit.typeset.linecache import LINES
from small import conference, day, people, session, slot, talks

FOLDER = Path(faces.__file__).with_name("fonts")
WORDS = (  # noqa: SIM905 - a list of so many is hard to read
    "We the of affine layers, difficult “exact” *emphasis* **strong** representation; λ-dependent "
    "self-supervised $x^2 \\le \\frac{a}{b}$ `code` [link](https://example.org) Čakovec שלום 日 "
    "internationalization university’s naïve e\u0301"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=150).map(" ".join)
TALKS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4)
THEMES = st.fixed_dictionaries(
    {},
    optional={
        "page": st.sampled_from(["A5", "A4"]),
        "size": st.sampled_from([9.0, 10.0]),
        "columns": st.just(2),
        "language": st.sampled_from(["de", "fr"]),
        "running_head": st.just("guide"),
        "fonts": st.just(Fonts(regular=FOLDER / "STIXTwoText-Italic.ttf")),
    },
)
BOOKLETS = st.tuples(TALKS, THEMES, st.booleans())


def outline_of(texts, language="en"):
    """The outline of one day with a talk for each pair of a title and an abstract."""
    names = [f"t{number}" for number in range(len(texts))]
    (one,) = talks("x", speakers=("curie",))
    given_talks = tuple(
        one.replace(id=name, title=title[:60], abstract=abstract)
        for name, (title, abstract) in zip(names, texts, strict=True)
    )
    slots = [slot(480 + 20 * at, name, minutes=20) for at, name in enumerate(names)]
    made = conference(
        day(session(*slots)),
        talks=given_talks,
        people=people("Maria Curie"),
        language=language,
    )
    return build_outline(Program.of(made).public())


def drawn(booklet):
    texts, theme, tagged = booklet
    return draw_booklet(outline_of(texts), theme=Theme(**theme), tagged=tagged)


def edited(data, booklet):
    """A booklet with one of its texts, or its theme, changed."""
    texts, theme, tagged = booklet
    at = data.draw(st.integers(0, len(texts)))
    if at == len(texts):
        return texts, data.draw(THEMES), tagged
    changed = data.draw(TALKS.map(lambda found: found[:2]))
    return [*texts[:at], *changed, *texts[at + 1 :]], theme, tagged


def forget():
    LINES.forget()
    PAGES.forget()


@settings(max_examples=12)
@given(BOOKLETS, st.data())
def test_booklet_from_kept_lines_is_the_one_from_scratch(booklet, data):
    forget()
    kept.begin(b"")
    drawn(booklet)
    known = kept.written()
    other = edited(data, booklet)
    in_process = drawn(other)
    forget()
    from_scratch = drawn(other)
    forget()
    kept.begin(known)
    from_disk = drawn(other)
    LINES.keeps = PAGES.keeps = False
    assert in_process == from_scratch == from_disk == drawn(other)
