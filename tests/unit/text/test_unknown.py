"""Texts that only say that something is not known yet."""

import pytest

from programkit.text.unknown import is_unknown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "\xa0",
        "-",
        "—",
        "?",
        "???",
        "...",
        "…",
        "TBD",
        "TBA",
        "tbc",
        "T.B.A.",
        "T.b.a.",
        "t. b. a.",
        "T B D",
        "TBD.",
        "(TBA)",
        "[TBD]",
        "*TBD*",
        '"TBD"',
        "TBA soon",
        "TBA (title)",
        "n/a",
        "N.N.",
        "N. N.",
        "NN",
        "to be announced",
        "To be determined",
        "to be confirmed.",
        "to be decided",
        "will be announced later",
        "not yet known",
        "title TBA",
        "Title: T.b.a.",
        "TBD - title",
        "Abstract: TBA",
        "Speaker to be announced",
        "The title is to be announced",
        "wird noch bekanntgegeben",
        "Titel wird noch bekannt gegeben",
        "Titel folgt",
        "noch offen",
        "à préciser",
        "Titre à venir",
        "da definire",
        "por confirmar",
        "wordt nog bekendgemaakt",
        "n.t.b.",
        "bit će naknadno objavljeno",
    ],
)
def test_is_unknown(text):
    assert is_unknown(text)


@pytest.mark.parametrize(
    "text",
    [
        "TBD: a story",
        "TBDs",
        "The TBA algebra",
        "A talk",
        "Title",
        "The Abstract",
        "Nn",
        "Na",
        "Null",
        "None",
        "N. Nguyen",
        "NN training",
        "Known unknowns",
        "To be or not to be",
        "On what is to be announced",
        "The time is now",
        "Open",
        "0",
        "TBD" + "." * 200 + "x",
    ],
)
def test_is_known(text):
    assert not is_unknown(text)
