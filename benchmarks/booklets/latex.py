"""LaTeX with microtype, as Debian has it: one source, two passes, makeindex between them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from booklets import page
from booklets.engine import Commands, Engine, Wanted
from booklets.texts import Talk, Texts
from programkit.text.markup import Run

SOURCE = "booklet.tex"
_SIGNS = {
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_SPECIAL = re.compile("|".join(map(re.escape, _SIGNS)))
PDFLATEX = r"""\usepackage[T1]{fontenc}
\usepackage{lmodern}
\input{glyphtounicode}\pdfgentounicode=1
"""
LUALATEX = rf"""\usepackage{{fontspec}}
\setmainfont{{STIXTwoText}}[Path={page.FONTS}/, Extension=.ttf, UprightFont=*-Regular,
  ItalicFont=*-Italic, BoldFont=*-Bold, BoldItalicFont=*-BoldItalic]
"""
HEAD = rf"""\usepackage{{microtype}}
\usepackage[paperwidth={page.WIDTH_MM}mm,paperheight={page.HEIGHT_MM}mm,margin={page.MARGIN_MM}mm]{{geometry}}
\usepackage{{multicol,makeidx}}
\usepackage[hidelinks]{{hyperref}}
\makeindex
\setlength\parindent{{0pt}}
\setlength\parskip{{{page.LEADING / 2}bp}}
\setcounter{{secnumdepth}}{{0}}\setcounter{{tocdepth}}{{2}}
\emergencystretch1em  % without it, lines stick out of the measure
\raggedbottom\clubpenalty10000\widowpenalty10000
\newcommand\body{{\fontsize{{{page.SIZE}bp}}{{{page.LEADING}bp}}\selectfont}}
\newcommand\ragged{{\raggedright\hyphenpenalty10000\exhyphenpenalty10000\relax}}
\newcommand\size[1]{{\fontsize{{#1bp}}{{#1bp}}\selectfont\baselineskip=1.2\baselineskip}}
\newcommand\heading[2]{{\phantomsection\addcontentsline{{toc}}{{#1}}{{#2}}%
  {{\size{{{page.DAY}}}\bfseries\ragged #2\par}}}}
\newcommand\entry[1]{{\pagebreak[1]\vspace{{{page.LEADING}bp}}%
  {{\size{{{page.ENTRY}}}\ragged #1\par}}\nopagebreak}}
\newcommand\talk[2]{{{{\size{{{page.TITLE}}}\bfseries\ragged
  \leavevmode\phantomsection\label{{#1}}#2\par}}\nopagebreak}}
\newcommand\row[4]{{\par\makebox[3.2em][l]{{#1}}%
  \parbox[t]{{\dimexpr\linewidth-6.2em}}{{\ragged#2\\#3}}\hfill\pageref{{#4}}\par}}
\renewenvironment{{theindex}}{{\size{{9.5}}\parskip3bp\let\item\par
  \begin{{multicols}}{{2}}\ragged}}{{\end{{multicols}}}}
\makeatletter
\renewcommand\ps@plain{{\def\@oddhead{{}}\def\@oddfoot{{\hfil\size{{{page.ENTRY}}}\thepage\hfil}}}}
\makeatother
\pagestyle{{plain}}
\begin{{document}}
\body
"""


def source(texts: Texts, preamble: str, *, whole: bool) -> str:
    """A booklet as LaTeX."""
    lines = (r"\documentclass{article}", preamble + HEAD, *_lines(texts, whole=whole))
    return "\n".join(lines) + "\n\\end{document}\n"


def _lines(texts: Texts, *, whole: bool) -> Iterator[str]:
    if whole:
        yield rf"\begin{{center}}\size{{20}}{escaped(texts.title)}\end{{center}}"
        yield r"\clearpage\tableofcontents\clearpage\heading{section}{Agenda}{\size{9.5}\ragged"
        for day, talks in texts.days:
            yield rf"\heading{{subsection}}{{{day}}}"
            yield from map(_row, talks)
        yield "}"
    for day, talks in texts.days:
        yield rf"\clearpage\heading{{subsection}}{{Abstracts — {day}}}"
        for talk in talks:
            yield from _talk(talk)
    if whole:
        yield r"\clearpage\heading{section}{Index}\printindex"


def _row(talk: Talk) -> str:
    names = escaped(", ".join(speaker.name for speaker in talk.speakers))
    return rf"\row{{{talk.time}}}{{{escaped(talk.title)}}}{{{names}}}{{{talk.id}}}"


def _talk(talk: Talk) -> Iterator[str]:
    who = "; ".join(
        rf"\textbf{{{escaped(speaker.name)}}} — {escaped(speaker.affiliation)}"
        for speaker in talk.speakers
    )
    index = "".join(rf"\index{{{_indexed(speaker.name)}}}" for speaker in talk.speakers)
    yield rf"\entry{{{talk.time} {who}}}\talk{{{talk.id}}}{{{escaped(talk.title)}}}{index}"
    for paragraph in talk.paragraphs:
        yield "".join(map(_run, paragraph.runs)) + "\n"


def _indexed(name: str) -> str:
    given, _, family = name.rpartition(" ")
    return escaped(f"{family}, {given}" if given else family)


def _run(run: Run) -> str:
    if run.newline:
        return r"\newline "
    text = escaped(run.text)
    if run.bold:
        text = rf"\textbf{{{text}}}"
    return rf"\emph{{{text}}}" if run.italic else text


def escaped(text: str) -> str:
    """Text that LaTeX shows as it is."""
    return _SPECIAL.sub(lambda found: _SIGNS[found[0]], text)


def _prepare(program: str, preamble: str, texts: Texts, folder: Path, wanted: Wanted) -> Commands:
    (folder / SOURCE).write_text(source(texts, preamble, whole=wanted.whole), encoding="utf-8")
    once = [program, "-interaction=batchmode", "-halt-on-error", SOURCE]
    return [once, ["makeindex", "-q", "booklet.idx"], once] if wanted.whole else [once]


def _absent(program: str) -> str:
    if shutil.which(program) is None:
        return f"{program} is not installed"
    missing = [name for name in PACKAGES if not _told("kpsewhich", f"{name}.sty").strip()]
    return f"LaTeX has no {', '.join(missing)}" if missing else ""


PACKAGES = ("microtype", "lmodern", "fontspec", "geometry", "multicol", "hyperref")


def _version(program: str) -> str:
    return _told(program, "--version").partition("\n")[0]


def _told(*command: str) -> str:
    return subprocess.run(  # noqa: S603 - TeX's own programs
        command, check=False, capture_output=True, text=True
    ).stdout


def _engine(program: str, preamble: str, about: str) -> Engine:
    return Engine(
        name=program,
        about=about,
        absent=partial(_absent, program),
        prepare=partial(_prepare, program, preamble),
        version=partial(_version, program),
    )


PDFLATEX_ENGINE = _engine("pdflatex", PDFLATEX, "pdfTeX with microtype, in Latin Modern")
LUALATEX_ENGINE = _engine("lualatex", LUALATEX, "LuaTeX with microtype and fontspec")
