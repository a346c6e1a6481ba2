"""Every engine gets the same texts, what they cost is added up, and goals are judged."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from booklets import again, checks, formulas, latex, packages, typst, weasy
from booklets.corpus import corpus
from booklets.engine import PDF, Wanted
from booklets.goals import judged
from booklets.lines import body_lines, letters
from booklets.ours import conference_of
from booklets.process import run
from booklets.rovinj import EXAMPLE, rovinj, without_formulas
from booklets.texts import Speaker, Talk, Texts
from programkit.model.program import Program

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SIGNS = r"100% of $5 & #1 {a_b}^c ~ <d> [e] @f *g* `h` it's //i /*j k--l \m"
WORDS = SIGNS.replace("--", "–")


def talk(abstract, name="t0", title="A title"):
    return Talk(name, "2030-06-03", "08:00", (Speaker("Ana Bel", "Umeå"),), title, abstract)


def test_corpus_is_the_same_in_another_process_with_other_hashes():
    there = subprocess.run(
        [sys.executable, "-c", "from booklets.corpus import corpus; print(repr(corpus(40)))"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(BENCHMARKS), "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"},
    )

    assert there.stdout == repr(corpus(40)) + "\n"


def test_corpus_has_days_of_24_talks_and_a_vocabulary_as_documented():
    texts = corpus(1500)
    days = [len(talks) for _, talks in texts.days]
    words = {word.lower() for each in texts.talks for word in _words(each)}

    assert days == [24] * 62 + [12]
    assert [t.id for t in texts.talks] == [f"t{n}" for n in range(1500)]
    assert 8500 < len(words) < 9500


def _words(of):
    text = "".join(sign if sign.isalpha() else " " for sign in of.abstract)
    return text.split()


def test_smaller_corpus_is_the_beginning_of_a_larger_one():
    assert corpus(60).talks[:30] == corpus(30).talks


def test_texts_survive_their_file(tmp_path):
    texts = corpus(30)
    texts.save(tmp_path / "texts.json")

    assert Texts.load(tmp_path / "texts.json") == texts


def test_conference_has_every_talk_in_its_slot_with_its_speakers():
    texts = corpus(50)
    conference = conference_of(texts)
    placed = Program.of(conference).placements
    names = {person.id: person.name for person in conference.people}

    assert [each.talk for each in placed] == [each.id for each in texts.talks]
    assert Counter(names[who] for each in conference.talks for who in each.speakers) == Counter(
        speaker.name for each in texts.talks for speaker in dict.fromkeys(each.speakers)
    )


def test_example_stands_in_for_the_abstracts_of_rovinj():
    texts = rovinj(EXAMPLE)

    assert len(texts.talks) == 20
    assert texts.talks[0].time == "08:30"


def test_real_abstracts_are_taken_without_formulas(shared):
    texts = rovinj(shared / "seeds" / "003_defcf751eea584e2.txt")

    assert len(texts.talks) == 20
    assert not any(r.math for each in texts.talks for p in each.paragraphs for r in p.runs)


def test_paragraphs_with_formulas_are_left_out():
    assert without_formulas("One.\n\nLet $x$ be.\n\nTwo.") == "One.\n\nTwo."


def test_one_abstract_is_changed():
    texts = corpus(9)
    pairs = zip(texts.talks, again.changed(texts).talks, strict=True)

    assert [old.id for old, new in pairs if old != new] == ["t4"]


def test_index_is_by_family_name():
    texts = Texts("T", (talk("x", "t0"), talk("y", "t1")))

    assert list(texts.people) == [("Bel, Ana", ("t0", "t1"))]


@pytest.mark.parametrize(
    ("engine", "there"),
    [
        (typst.ENGINE, bool(packages.python().exists() and packages.version("typst"))),
        (latex.PDFLATEX_ENGINE, shutil.which("pdflatex") is not None),
        (weasy.ENGINE, bool(packages.python().exists() and packages.version("weasyprint"))),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_engines_print_signs_as_they_are(engine, there, tmp_path):
    if not there:
        pytest.skip(f"{engine.name} is not installed")
    texts = Texts("T", (talk(SIGNS.translate({ord(c): f"\\{c}" for c in r"$*`[\_<&#~"})),))
    (paragraph,) = texts.talks[0].paragraphs
    assert "".join(each.text for each in paragraph.runs) == WORDS

    run(engine.prepare(texts, tmp_path, Wanted(whole=False)), tmp_path)

    found = "".join(line.text for line in body_lines(tmp_path / PDF))
    assert found.replace("’", "'").replace("\u00ad", "") == WORDS.replace(" ", "")


def test_memory_is_that_of_the_largest_process_and_not_of_ours(tmp_path):
    ours = bytearray(300 * 2**20)
    child = "x = bytearray(120 * 2**20); x[::4096] = bytes(len(x[::4096]))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', {child!r}])"

    cost = run([[sys.executable, "-S", "-c", parent], [sys.executable, "-S", "-c", ""]], tmp_path)

    assert 120 <= cost.mib < len(ours) / 2**20


def test_command_that_fails_says_so(tmp_path):
    with pytest.raises(RuntimeError, match="no luck"):
        run([[sys.executable, "-S", "-c", "raise SystemExit('no luck')"]], tmp_path)


def cost(cpu, mib, pages):
    return {"cpu": cpu, "mib": mib, "ms_per_page": 1000 * cpu / pages}


def test_goals_are_judged_where_both_sides_were_measured():
    found = {
        "1500": {
            "ours": cost(3, 100, 1000),
            "typst": cost(6, 900, 1000),
            "pdflatex": cost(5, 40, 1000),
            "weasyprint": {"failed": "why"},
        },
        "5000": {"ours": cost(11, 200, 3000)},
    }
    builds = {"rebuilt": {"ratio": 0.2}, "again": {"skipped": "why"}}

    assert [(goal["what"], goal["value"], goal["reached"]) for goal in judged(found, builds)] == [
        ("CPU of ours / typst", 0.5, True),
        ("CPU of ours / pdflatex", 0.6, False),
        ("MiB of ours for 1500", 100, True),
        ("MiB of ours for 5000", 200, False),
        ("CPU a page of ours, 5000 / 1500", 1.222, False),
        ("build after a change / first, rebuilt", 0.2, True),
    ]


@pytest.mark.parametrize(
    ("printed", "faults"),
    [
        ("A title first one. Another second two.", []),
        ("A title fir\u00adst\n one. Another sec\x02ond two.", []),
        ("A title first on. Another second two.", ["t0: not found: first one."]),
        ("A title firstone. Another second two.", ["t0: not found: first one."]),
        (
            "Another second two. A title first one.",
            ["t1: elsewhere: Another", "t1: elsewhere: second two."],
        ),
    ],
)
def test_what_is_not_printed_in_its_place_is_named(printed, faults):
    texts = Texts("T", (talk("first one."), talk("second two.", "t1", "Another")))

    assert checks.differences(printed, texts) == faults


def test_structure_is_read_in_its_order():
    printed = 'Document\n  P (block)\n    "One "\n    "two"\n  Table\n    "“three” \nfour"\n'

    assert checks.structured(printed) == "One two“three” \nfour"


def test_font_that_is_not_embedded_is_named():
    rows = [
        "name                   type              encoding         emb sub uni object ID",
        "---------------------- ----------------- ---------------- --- --- --- ---------",
        "ABCDEF+STIXTwoText     CID TrueType      Identity-H       yes yes yes     12  0",
        "Helvetica              Type 1            WinAnsi          no  no  no       9  0",
    ]

    assert checks.faulty_fonts("\n".join(rows)) == [rows[-1]]


def test_formulas_are_counted_with_their_reasons(tmp_path):
    (tmp_path / "f.yaml").write_text("Good: x^2\nBad:\n  tex: \\nosuchthing{x}\n  display: 1\n")

    found = formulas.laid_out(str(tmp_path / "f.yaml"), begun=0)

    assert (found["all"], found["set"], list(found["fallback"])) == (2, 1, ["Bad"])


def test_letters_take_ligatures_apart():
    assert letters("ﬁne-ﬄ, “x”²") == "fineffl" + "x2"
