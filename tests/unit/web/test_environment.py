import pytest
from jinja2 import UndefinedError
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.outline.build import build_outline
from programkit.web.context import View
from programkit.web.environment import environment, speak_of


@pytest.fixture(scope="module")
def jinja():
    made = environment()
    speak_of(made, View(build_outline(workshop_program().public())))
    return made


def test_everything_is_escaped(jinja):
    shown = jinja.from_string("<b title='{{ x }}'>{{ x }}</b>").render(x="<&'\">")

    assert shown == "<b title='&lt;&amp;&#39;&#34;&gt;'>&lt;&amp;&#39;&#34;&gt;</b>"


def test_characters_that_html_cannot_hold_are_dropped(jinja):
    assert jinja.from_string("{{ x }}").render(x="a\x00b\x1bc\ud800d\u202ee") == "abcde"


@pytest.mark.parametrize("value", [TBD, None])
def test_unknown_is_never_printed(jinja, value):
    with pytest.raises(TypeError, match="worded"):
        jinja.from_string("{{ x }}").render(x=value)


def test_missing_name_is_an_error(jinja):
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ nothing }}").render()


def test_numbers_are_printed(jinja):
    assert jinja.from_string("{{ x }}").render(x=3) == "3"


def test_anchor_is_quoted(jinja):
    assert jinja.from_string("{{ x | anchor }}").render(x='a"/ü') == "#a%22%2F%C3%BC"


def test_address_of_a_mail_carries_no_headers(jinja):
    shown = jinja.from_string("{{ x | mailto }}").render(x="a@b.org?bcc=c@d.org")

    assert shown == "mailto:a@b.org%3Fbcc%3Dc@d.org"


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("+41 (0)61 / 207-11.11", "tel:+41612071111"),
        ("(061) 207 11 11", "tel:0612071111"),
        ("207 11 11, ask for Ana", ""),
        ("javascript:1", ""),
        ("1;phone-context=x", ""),
        ("", ""),
    ],
)
def test_numbers_that_can_be_dialed_are_links(jinja, number, link):
    assert jinja.from_string("{{ x | tel }}").render(x=number) == link


def test_environment_speaks_of_the_view_it_was_given_last():
    outline = build_outline(workshop_program(place="Elsewhere").public())
    made = environment()
    view = View(outline)
    speak_of(made, view)
    template = made.from_string("{{ view.outline.place }}")
    speak_of(made, view)

    assert template.render() == "Elsewhere"
