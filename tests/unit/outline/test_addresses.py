import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.outline.addresses import key, site_address

SAFE = re.compile(r"[a-z0-9._-]{1,120}")
"""What every file system and every address holds as it is."""


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("kempe", "talk-kempe"),
        ("2024-09-30.a", "talk-2024-09-30.a"),
        ("x" * 60, "talk-" + "x" * 60),
    ],
)
def test_plain_ids_are_seen_in_addresses(id_, name):
    assert key("talk", id_) == name


@pytest.mark.parametrize(
    ("id_", "readable"),
    [
        ("Kempe", "talk-kempe_"),
        ("Žižek & Söhne", "talk-zizek-sohne_"),
        ("a/../b", "talk-a-b_"),
        ("..", "talk_"),
        ("李", "talk-li_"),
        ("x" * 61, "talk-" + "x" * 40 + "_"),
        ("a_b", "talk-a-b_"),
    ],
)
def test_other_ids_are_made_readable_and_told_apart_by_a_digest(id_, readable):
    assert re.fullmatch(re.escape(readable) + "[0-9a-f]{10}", key("talk", id_))


@given(st.text(), st.text())
def test_keys_are_safe_names_and_different_also_without_capitals(one, other):
    keys = {key("talk", one), key("talk", other)}

    assert len(keys) == len({one, other})
    assert all(SAFE.fullmatch(name) and name == name.lower() for name in keys)


def test_lone_surrogates_have_names_too():
    assert key("talk", "\ud800") != key("talk", "\ud801")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.org", "https://a.org/x.html"),
        ("https://a.org/2024/", "https://a.org/2024/x.html"),
        ("http://a.org/2024?y#z", "http://a.org/2024/x.html"),
        ("mailto:a@b.org", ""),
        ("", ""),
    ],
)
def test_absolute_address(url, address):
    assert site_address(url, "x.html") == address
