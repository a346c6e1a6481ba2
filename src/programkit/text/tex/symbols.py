"""What the words and signs of TeX stand for, by the class of atom they make.

Plain TeX, LaTeX and the AMS packages; the characters are those of unicode-math.
"""

from __future__ import annotations

from programkit.text.tex.tree import Kind


def _table(pairs: str) -> dict[str, str]:
    """Words and the characters after them."""
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_ORDINARY = _table("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ
    varOmega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ
    Chi Χ
    aleph ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ imath ı jmath ȷ ell ℓ wp ℘ Re ℜ Im ℑ
    partial ∂ nabla ∇ infty ∞ prime ′ backprime ‵ emptyset ∅ varnothing ∅ forall ∀ exists ∃
    nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ surd √
    complement ∁ eth ð mho ℧ Finv Ⅎ Game ⅁ Bbbk 𝕜 circledS Ⓢ circledR ® yen ¥ pounds £
    mathsterling £ euro € dollar $ mathdollar $ textdollar $ cent ¢ degree ° textdegree °
    checkmark ✓ maltese ✠
    copyright © dag † ddag ‡ S § P ¶ natural ♮ flat ♭ sharp ♯ clubsuit ♣ diamondsuit ♢
    heartsuit ♡ spadesuit ♠ square □ Box □ blacksquare ■ Diamond ◊ lozenge ◊ blacklozenge ⧫
    triangle △ vartriangle △ triangledown ▿ blacktriangle ▴ blacktriangledown ▾ bigstar ★
    diagup ╱ diagdown ╲ ldots … dots … dotsc … dotso … textellipsis … vdots ⋮ ddots ⋱ iddots ⋰
    adots ⋰ mathellipsis … _ _ # # $ $ % % & & AA Å AE Æ ae æ OE Œ oe œ O Ø o ø ss ß L Ł l ł
    i ı j ȷ textbackslash \\ backslash \\ lbrace { rbrace } minuso ⦵ upalpha α upbeta β
""")
_INNER = _table("cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯")
_BINARY = _table("""
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔
    vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △
    bigtriangledown ▽ triangleleft ◁ triangleright ▷ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖
    otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ intercal ⊺ barwedge ⊼ veebar ⊻
    doublebarwedge ⩞ curlyvee ⋎ curlywedge ⋏ circledast ⊛ circledcirc ⊚ circleddash ⊝ boxplus ⊞
    boxminus ⊟ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ dotplus ∔ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋
    rightthreetimes ⋌ centerdot ⋅ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ And & gtrdot ⋗ lessdot ⋖
""")
_RELATIONS = _table("""
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝
    varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ ll ≪ gg ≫ lll ⋘ ggg ⋙ subset ⊂ supset ⊃ subseteq ⊆
    supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋
    sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ Subset ⋐ Supset ⋑ subseteqq ⫅ supseteqq ⫆
    subsetneqq ⫋ supsetneqq ⫌ in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂
    vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯
    asymp ≍ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ smallsmile ⌣ smallfrown ⌢ doteq ≐ Doteq ≑ doteqdot ≑
    risingdotseq ≓ fallingdotseq ≒ coloneqq ≔ coloneq ≔ eqqcolon ≕ Coloneqq ⩴ triangleq ≜ eqcirc ≖
    circeq ≗ bumpeq ≏ Bumpeq ≎ approxeq ≊ backsim ∽ backsimeq ⋍ thicksim ∼ thickapprox ≈
    leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶
    gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ eqslantless ⪕ eqslantgtr ⪖ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
    lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱
    preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precapprox ⪷
    succapprox ⪸ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ precnsim ⋨ succnsim ⋩ nsim ≁ ncong ≇
    vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪
    ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ blacktriangleleft ◀ blacktriangleright ▶
    between ≬ pitchfork ⋔ therefore ∴ because ∵ shortmid ∣ shortparallel ∥ multimap ⊸ nsubset ⊄
    nsupset ⊅ vcentcolon : dblcolon ∷ colonapprox ∻ indep ⫫
    leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ implies ⟹
    impliedby ⟸ iff ⟺ Leftrightarrow ⇔ longleftarrow ⟵ longrightarrow ⟶ longleftrightarrow ⟷
    Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookleftarrow ↩
    hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁
    rightleftharpoons ⇌ leftrightharpoons ⇋ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
    Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
    leftrightsquigarrow ↭ nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏
    nLeftrightarrow ⇎ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢ rightarrowtail ↣
    leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈
    downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ curvearrowleft ↶ curvearrowright ↷
    circlearrowleft ↺ circlearrowright ↻ looparrowleft ↫ looparrowright ↬ Lsh ↰ Rsh ↱
    upharpoonleft ↿ upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂
    dashrightarrow ⇢ dashleftarrow ⇠
""")
_OPENING = _table("langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrack [ llbracket ⟦ lgroup ⟮ { {")
_CLOSING = _table("rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrack ] rrbracket ⟧ rgroup ⟯ } }")
_FENCES = _table("| ‖ Vert ‖ vert |")
_SUMS = _table("""
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigodot ⨀ bigotimes ⨂
    bigoplus ⨁ biguplus ⨄ bigsqcap ⨅ bigtimes ⨉
""")
_INTEGRALS = _table("""
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ fint ⨏ smallint ∫ intop ∫
""")
_LIMITED = [
    "lim",
    "max",
    "min",
    "sup",
    "inf",
    "det",
    "gcd",
    "Pr",
    "limsup",
    "liminf",
    "injlim",
    "projlim",
    "argmax",
    "argmin",
    "plim",
]
_FUNCTIONS = [
    "arccos",
    "arcsin",
    "arctan",
    "arg",
    "cos",
    "cosh",
    "cot",
    "coth",
    "csc",
    "deg",
    "dim",
    "exp",
    "hom",
    "ker",
    "lg",
    "ln",
    "log",
    "sec",
    "sin",
    "sinh",
    "tan",
    "tanh",
    "cotg",
    "ctg",
    "arctg",
    "arcctg",
    "tg",
    "sh",
    "ch",
    "th",
    "cth",
    "lcm",
    "sgn",
    "tr",
    "rank",
    "diag",
]
_NAMES = {
    "limsup": "lim\u2009sup",
    "liminf": "lim\u2009inf",
    "injlim": "inj\u2009lim",
    "projlim": "proj\u2009lim",
    "argmax": "arg\u2009max",
    "argmin": "arg\u2009min",
}

_TABLES: tuple[tuple[Kind, dict[str, str]], ...] = (
    ("ord", _ORDINARY),
    ("inner", _INNER),
    ("bin", _BINARY),
    ("rel", _RELATIONS),
    ("open", _OPENING),
    ("close", _CLOSING),
    ("ord", _FENCES),
)

WORDS: dict[str, tuple[str, Kind]] = {
    name: (text, kind) for kind, table in _TABLES for name, text in table.items()
}
"""What words mean, without their backslash: the character and its class."""

SUMS = _SUMS
"""Operators that grow in displays and have their limits above and below there."""
INTEGRALS = _INTEGRALS
"""Operators that grow in displays and keep their limits at their side."""
FUNCTIONS = {name: _NAMES.get(name, name) for name in _FUNCTIONS}
"""Functions by their names."""
LIMITED = {name: _NAMES.get(name, name) for name in _LIMITED}
"""Functions that have their limits below in displays."""

SIGNS: dict[str, tuple[str, Kind]] = {
    **{text: (text, "bin") for text in _BINARY.values() if text != "&"},
    **{text: (text, "rel") for text in _RELATIONS.values()},
    **{sign: (sign, "rel") for sign in "=<>:"},
    **{sign: (sign, "open") for sign in "([⟨⌊⌈"},
    **{sign: (sign, "close") for sign in ")]!?⟩⌋⌉"},
    **{sign: (sign, "punct") for sign in ",;"},
    "+": ("+", "bin"),
    "-": ("−", "bin"),
    "*": ("∗", "bin"),
    "·": ("⋅", "bin"),
    "∙": ("∙", "bin"),
    "|": ("|", "ord"),
    "⋯": ("⋯", "inner"),
    "…": ("…", "inner"),
}
"""What single characters mean; what is not here is ordinary."""

GROWING = dict.fromkeys(_SUMS.values(), True) | dict.fromkeys(_INTEGRALS.values(), False)
"""Operators as characters, and whether they have their limits above and below in displays."""

ACCENTS = _table("""
    hat ̂ check ̌ tilde ̃ acute ́ grave ̀ dot ̇ ddot ̈ dddot ⃛ ddddot ⃜ breve ̆ bar ̄ vec ⃗ mathring ̊
""")
"""Accents as combining characters."""
WIDE = _table("""
    widehat ̂ widetilde ̃ widecheck ̌ overline ‾ overbrace ⏞ overbracket ⎴ overparen ⏜ overgroup ⏠
    overrightarrow → overleftarrow ← overleftrightarrow ↔ Overrightarrow ⇒ overleftharpoon ↼
    overrightharpoon ⇀ overlinesegment ‾
""")
"""Marks above something, as wide as it."""
UNDER = _table("""
    underline _ underbar _ underbrace ⏟ underbracket ⎵ underparen ⏝ undergroup ⏡ utilde ~
    underrightarrow → underleftarrow ← underleftrightarrow ↔ underlinesegment _
""")
"""Marks below something, as wide as it."""
ARROWS = _table("""
    xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xtwoheadrightarrow ↠ xtwoheadleftarrow ↞
    xrightharpoonup ⇀ xrightharpoondown ⇁ xleftharpoonup ↼ xleftharpoondown ↽
    xrightleftharpoons ⇌ xleftrightharpoons ⇋ xrightleftarrows ⇄ xleftrightarrows ⇆
    xlongequal = xleftequilibrium ⇋ xrightequilibrium ⇌
""")
"""Arrows as long as what stands above and below them."""

DELIMITERS: dict[str, str] = {
    **{sign: sign for sign in "()[]|/‖⟨⟩⌊⌋⌈⌉⟦⟧{}↑↓"},
    **{
        f"\\{name}": text for table in (_OPENING, _CLOSING, _FENCES) for name, text in table.items()
    },
    **{
        f"\\{name}": _RELATIONS[name]
        for name in ("uparrow", "downarrow", "updownarrow", "Uparrow", "Downarrow", "Updownarrow")
    },
    "<": "⟨",
    ">": "⟩",
    ".": "",
    "\\backslash": "\\",
    "\\lmoustache": "⎰",
    "\\rmoustache": "⎱",
    "\\lbrace": "{",
    "\\rbrace": "}",
    "\\ulcorner": "⌜",
    "\\urcorner": "⌝",
    "\\llcorner": "⌞",
    "\\lrcorner": "⌟",
    "\\mid": "|",
    "\\parallel": "‖",
}
r"""What may stand after ``\left``, ``\right``, ``\middle`` and ``\big``."""

SPACES: dict[str, float] = {
    ",": 3 / 18,
    "thinspace": 3 / 18,
    ":": 4 / 18,
    ">": 4 / 18,
    "medspace": 4 / 18,
    ";": 5 / 18,
    "thickspace": 5 / 18,
    "!": -3 / 18,
    "negthinspace": -3 / 18,
    "negmedspace": -4 / 18,
    "negthickspace": -5 / 18,
    " ": 0.25,
    "\n": 0.25,
    "space": 0.25,
    "nobreakspace": 0.25,
    "enspace": 0.5,
    "quad": 1,
    "qquad": 2,
    "enskip": 0.5,
}
"""Words that are room, in ems."""
