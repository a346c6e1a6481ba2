"""Languages and their CLDR locales."""

import subprocess
import sys

import pytest

from programkit.text.locales import language_name, locale_of, primary_of


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_150"),
        ("en-US", "en_US"),
        ("en_US", "en_US"),
        ("de-AT", "de_AT"),
        ("de-XX", "de"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("en-XX", "en_150"),
        ("xx", "en_150"),
        ("", "en_150"),
        ("not a language", "en_150"),
        (" fr ", "fr"),
    ],
)
def test_locale_of(language, locale):
    assert str(locale_of(language)) == locale


def test_a_locale_takes_no_names_from_another():
    fresh = (
        "from datetime import date\nfrom babel import localedata\n"
        "from programkit.text.formats import format_date, weekday_name\n"
        "for tag in localedata.locale_identifiers():\n"
        "    format_date(date(2024, 9, 29), tag, 'day'), weekday_name(5, tag, 'abbreviated')\n"
        "print(weekday_name(5, 'he', 'abbreviated'))"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", fresh], capture_output=True, check=True
    )
    assert ran.stdout.decode().strip() == "שבת"


@pytest.mark.parametrize(
    ("language", "primary"), [("de-AT", "de"), ("pt_BR", "pt"), ("EN", "en"), ("", "")]
)
def test_primary_of(language, primary):
    assert primary_of(language) == primary


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("de", "en", "German"),
        ("pt-BR", "de", "Portugiesisch"),
        ("tlh-x", "en", "Klingon"),
        ("xx", "en", "xx"),
    ],
)
def test_language_name(tag, language, name):
    assert language_name(tag, language) == name
