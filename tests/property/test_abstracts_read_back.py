"""Every abstract of a booklet reads back letter for letter, whatever it is made of.

By two programs: pdfminer, whose characters say which element of the tree they belong to, and
poppler, which reads the tree itself.
"""

import io
import json
import re
import shutil
import subprocess
import unicodedata

import pdfplumber
import pytest

import programkit as pk
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.themes import THEMES
from programkit.paper.parts import Abstracts
from programkit.typeset.characters import printable
from small import one_day, session, slot
from tagged import Node, check
from typefaces import make_font

HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةلإ"
CHINESE = "".join(dict.fromkeys("我们研究大型神经网络的学习动态并给出理论解释。，"))
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
HOSTILE = {
    "ligatures": "office affine fluffy waffle fjord Tfb Qui ffl ffi ſt " * 6,
    "hyphens": "self-supervised state-of-the-art well-known e-mail re-entry x-ray " * 6,
    "words": f"{LONG} generalization internationalization incomprehensibilities " * 5,
    "soft hyphens": "gene\u00adral\u00adi\u00adza\u00adtion su\u00adper\u00advised ab\u00adc " * 8,
    "accents": "ế Nguyễn Thị ñ é ü ő ș ț ā ṣ ẓ e\u0301 n\u0303 a\u0323\u0302 q\u0303 " * 6,
    "greek and cyrillic": "Ἑλλάς ἀρετή ψυχή Привет обобщение глубоких сетей " * 6,
    "hebrew": "שלום עולם (טוב) היום בשעה 14:30 [אולם 12] עם Random Matrices, ועוד " * 6,
    "arabic": "محاضرة عن التعلم (العميق) الساعة 14:30 مع Machine Learning إلخ " * 6,
    "hebrew in english": "We read שלום עולם, (12) and מחר again, then 3 more words " * 6,
    "chinese": "我们研究大型神经网络的学习动态，并给出理论解释。" * 8,
    "mixed": "GPT-4 的学习 and שלום and λ→∞ (α≤β) 100 % of 3.14 km² " * 6,
    "no font": "emoji 👩\u200d🔬 👍🏽 🇭🇷 and ก้ ᚠ 𒀀 end " * 2,
    "joiners": "a\u200db c\u200cd e\u2060f g\ufe0fh i\u00a0j k\u202fl " * 6,
    "quotes": "“a” ‘b’ «c» „d“ 1990–2000 — e … f′ g″ ½ № ™ © " * 6,
    "space": "a   b\tc\u2003d\u2009e \u00a0 f",
    "addresses": "see https://example.org/a/very/long/path_to/some-thing.html?x=1&y=2 now " * 5,
    "numbers": "1,000,000 −5 +3 4×5 6÷2 1/3 10⁻⁶ H₂O x² ≤ y ≥ z ± 1 % " * 6,
}
UNSEEN = frozenset(map(chr, (0x34F, 0x115F, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10))))
"""Never drawn, though they are no formatting characters (Default_Ignorable_Code_Point)."""


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    path = tmp_path_factory.mktemp("fonts") / "more.ttf"
    letters = dict.fromkeys(HEBREW + ARABIC + CHINESE)
    return (make_font(path, "".join(letters)),)


def booklet(texts, theme, fonts=()):
    """Only abstracts, as they are: what would be markup is escaped."""
    talks = [
        Talk(id=f"t{at}", title=f"Talk {at}", speakers=(), abstract=_escaped(text))
        for at, text in enumerate(texts)
    ]
    facts = one_day(session(*(slot(talk=talk.id) for talk in talks)), talks=talks)
    outline = build_outline(Program.of(facts).public())
    look = pk.Theme.named(theme, more_fonts=fonts)
    return draw_booklet(outline, theme=look, parts=[Abstracts()])


def _escaped(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def plain(text):
    """What is to be read: nothing that is never drawn, one space between two words.

    A letter with its marks is the same text whether it is one character or several.
    """
    kinds = ((char, unicodedata.category(char)) for char in printable(text))
    kept = (char for char, kind in kinds if kind not in {"Cf", "Cn"} and char not in UNSEEN)
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", "".join(kept)).strip())


def by_pdfminer(data):
    """What each paragraph says: its characters in the order in which pages have them."""
    marked = {}
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for char in page.chars:
                if char["mcid"] is not None:
                    key = number, char["mcid"]
                    marked[key] = marked.get(key, "") + char["text"]
    return [_said(node, marked) for node in check(data).all() if node.role in {"P", "Code"}]


def _said(node, marked):
    kids = (
        _said(kid, marked) if isinstance(kid, Node) else marked.get(kid, "")
        for kid in node.kids
        if isinstance(kid, Node) or isinstance(kid[1], int)
    )
    return "".join(kids)


def by_poppler(data, path):
    """What each paragraph says, as those hear it who do not see it."""
    path.write_bytes(data)
    command = ["pdfinfo", "-struct-text", path]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found, inside = [], False
    for line in told.splitlines():
        said = re.fullmatch(r' *"(.*)"', line)
        if said is None:
            inside = bool(re.match(r" *(P|Code) \(block\)", line)) or (
                inside and bool(re.match(r" *(Link|Span|Object)", line))
            )
            if re.match(r" *(P|Code) \(block\)", line):
                found.append("")
        elif inside:
            found[-1] += said[1]
    return found


def joined(paragraphs):
    """Paragraphs as they were written, without the hyphens that were added."""
    return [plain(text) for text in paragraphs]


@pytest.mark.parametrize("theme", THEMES)
def test_pdfminer_reads_what_was_written(fonts, theme):
    made = booklet(HOSTILE.values(), theme, fonts)
    found = joined(by_pdfminer(made.data))
    for name, text in HOSTILE.items():
        assert plain(text) in found, name


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs the program pdfinfo of poppler")
@pytest.mark.parametrize("theme", THEMES)
def test_poppler_reads_what_was_written(fonts, theme, tmp_path):
    made = booklet(HOSTILE.values(), theme, fonts)
    found = joined(by_poppler(made.data, tmp_path / "a.pdf"))
    for name, text in HOSTILE.items():
        assert plain(text) in found, name


@pytest.mark.parametrize("theme", THEMES)
def test_naughty_strings_read_back(shared, theme, tmp_path):
    file = shared / "corpora" / "naughty-strings.json"
    naughty = [text for text in json.loads(file.read_text(encoding="utf-8")) if plain(text)]
    every = dict.fromkeys(plain("".join(naughty)))  # in one font, as those there are differ
    font = make_font(tmp_path / "all.ttf", "".join(char for char in every if ord(char) > 0x2FF))
    naughty = naughty[list(THEMES).index(theme) :: len(THEMES)]  # all in each took a minute
    found = joined(by_pdfminer(booklet(naughty, theme, (font,)).data))
    assert [text for text in naughty if plain(text) not in found] == []
