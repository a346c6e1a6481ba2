"""Jinja calls and prints for us as it always does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from programkit.model.base import TBD
from programkit.web.environment import environment
from programkit.web.rendering import printed, shown

CALLS = """
{%- macro item(name, note="none") %}<{{ name }}|{{ note }}{{ caller() if caller is defined }}>{% endmacro %}
{%- macro rest() %}{{ varargs | join("+") }}{{ kwargs['a'] }}{% endmacro %}
{%- set found = namespace(last="") %}
{%- for name in names if name %}{% set found.last = name %}
{{- item(name) }}{{ item(name, note=shout(name)) }}
{%- call item(name) %} {{ loop.index }}{% endcall %}{% endfor %}
{{- rest(1, 2, a=3) }}{{ found.last }}{{ dict(a=1)["a"] }}{{ range(3) | list }}{{ joiner("<")() }}
{%- autoescape false %}{{ names[0] }}{{ item("&") }}{% endautoescape %}"""


@given(st.text() | st.integers() | st.text().map(Markup) | st.booleans())
def test_prints_what_jinja_would_escape(value):
    assert printed(value) == escape(shown(value))


@pytest.mark.parametrize("value", [None, TBD])
def test_unknowns_are_not_printed(value):
    with pytest.raises(TypeError, match="worded"):
        printed(value)


@pytest.mark.parametrize("folder", [True, False])
def test_templates_call_as_jinja_does(folder, tmp_path):
    told = {"names": ["a<b", "", "c"], "shout": lambda name: name.upper()}
    wanted = Environment(autoescape=True, extensions=[]).from_string(CALLS).render(told)
    ours = environment(tmp_path if folder else None)

    assert ours.from_string(CALLS).render(told) == wanted


def test_blocks_call_those_above(tmp_path):
    (tmp_path / "above.html").write_text("{% block a %}<{{ x }}>{% endblock %}{{ self.a() }}")
    (tmp_path / "below.html").write_text(
        '{% extends "above.html" %}{% block a %}({{ super() }}){% endblock %}'
    )

    assert environment(tmp_path).get_template("below.html").render(x="&") == "(<&amp;>)" * 2


@pytest.mark.parametrize("text", ["{{ nobody }}", "{{ nobody() }}", "{{ somebody.name }}"])
def test_what_is_not_defined_is_an_error_and_not_empty(text, tmp_path):
    with pytest.raises((UndefinedError, AttributeError)):
        environment().from_string(text).render(somebody=object())
    with pytest.raises(UndefinedError):
        environment(tmp_path).from_string(text).render(somebody=object())


@pytest.mark.parametrize("text", ["{{ f.__globals__ }}", "{{ names.append(1) }}"])
def test_templates_of_a_project_call_nothing_that_is_not_safe(text, tmp_path):
    with pytest.raises(SecurityError):
        environment(tmp_path).from_string(text).render(f=shown, names=[])
