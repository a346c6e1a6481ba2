import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from programkit.typeset.uax14 import breaks


def parts(word):
    """A word with a bar at every place where it may be broken."""
    shown, begin = [], 0
    for at in (*breaks(word), len(word)):
        shown.append(word[begin:at])
        begin = at
    return "|".join(shown)


def unicode_breaks(word):
    return set(line_break_boundaries(word)) - {0, len(word)}


# Alphabets in which our breaks are those of the algorithm exactly, and one in which we leave some of
# its breaks out.
WITHOUT_TAILORING = [
    [*"日本語のテキスト。、「」（）ー々ッ！？：；・", "日％"],
    [*"日本語“”‘’「」a1"],
    [*"한국어문장가。abc"],
    [*"日本abc12é.,:;"],
    [*"漢字a1\u2009\u2003\u3000\u2026–"],
    [*"日本", "￥5", "№5", "$5"],
    [*"日本", "5%"],
    [*"日本ab\u00a0\u202f\u2060\u200b"],
    [*"日本", "🇭🇷", "👍", "👍\U0001f3fd", "👩\u200d🔬"],
    [*"日本", *"ภาษาไทย", "กำ"],
    [*"日ab", "日\u0301\u0308", "が\u3099", "e\u0301", "\u0301"],
    [*"אבג日本ابت،"],
]
TAILORED = "日。「”“'\"(){}[]!?.,:;/-+|%$°–—…abé\u200b\u2009👍한ー"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("", ""),
        ("word", "word"),
        ("日本語", "日|本|語"),
        ("日本。", "日|本。"),
        ("「日本」は", "「日|本」|は"),
        ("（日）（本）", "（日）|（本）"),
        ("キャッシュ", "キャッ|シュ"),
        ("スーパー", "スー|パー"),
        ("人々が", "人々|が"),
        ("“引用”です", "“引|用”|で|す"),
        ("他说“你好”了", "他|说|“你|好”|了"),
        ("don’t", "don’t"),
        ("“quoted”", "“quoted”"),
        ("日a本", "日|a|本"),
        ("第12回", "第|12|回"),
        ("3.14倍", "3.14|倍"),
        ("1,000円", "1,000|円"),
        ("50％の", "50％|の"),
        ("￥500", "￥500"),
        ("$5", "$5"),
        ("한국어", "한|국|어"),
        ("wait…what", "wait…|what"),
        ("1990–2000", "1990–|2000"),
        ("wait—what", "wait—|what"),
        ("thin\u2009space", "thin\u2009|space"),
        ("narrow\u202fspace", "narrow\u202fspace"),
        ("zero\u200bwidth", "zero\u200b|width"),
        ("日\u2060本", "日\u2060本"),
        ("ภาษาไทย", "ภาษาไทย"),
        ("བོད་ཡིག", "བོད་|ཡིག"),
        ("👩\u200d🔬👍", "👩\u200d🔬|👍"),
        ("p(x|y)", "p(x|y)"),
        ("C++", "C++"),
        ("f(x)(y)", "f(x)(y)"),
        ("\\{x}y", "\\{x}y"),
    ],
)
def test_word_may_be_broken(word, expected):
    assert parts(word) == expected


@given(st.sampled_from(WITHOUT_TAILORING).flatmap(lambda units: st.lists(st.sampled_from(units))))
def test_breaks_are_those_of_unicode(units):
    word = "".join(units)
    assert set(breaks(word)) == unicode_breaks(word)


@given(st.text(TAILORED))
@example("“日“")
@example("—“日")
def test_no_break_is_one_that_unicode_forbids(word):
    assert set(breaks(word)) <= unicode_breaks(word)


@given(st.text(st.characters(exclude_categories=[])))
def test_breaks_are_in_order_and_inside(word):
    places = breaks(word)
    assert list(places) == sorted(set(places))
    assert all(0 < at < len(word) for at in places)
