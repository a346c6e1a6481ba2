"""Invented abstracts in any number, with a vocabulary that grows as it does in real ones.

The model is H. A. Simon's (1955): most words repeat one that was written before, drawn from all
that were, and some are new, so that few words are frequent and many are rare, and the vocabulary of
1500 abstracts has about 9000 words. Where four of ten words are the ones that every English text
has, the others are built of syllables. It was fixed before anything was tuned on it. Equal
arguments give equal texts in every process.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random  # noqa: TID251 - seeded

from booklets.texts import Speaker, Talk, Texts

FIRST_DAY = date(2030, 6, 3)
A_DAY = 24
"""Talks."""
GIVEN = 0.42
"""How many of the words are those that every text has."""
NEW = 0.075
"""How many of the others were never written before."""
COMMON = (
    "the the the the the the of of of of and and and and to to to in in in a a a a is is that that "
    "for for we we with with this this are are as as on on by by it be be from from can can an an "
    "our our which which how at or these between not has have their more such also using when its "
    "than into where both while may will new most many one two only however under over each other "
    "then there us what if through here been some but across show present discuss via no so they"
)
ONSETS = (
    "b b c c c d d d f f g h l l l m m m n n n p p p r r r s s s t t t v br ch cl cr dr fl gr ph "
    "pl pr qu sh sp st str th tr"
)
VOWELS = "a a a e e e e i i i o o o u ai ea ie io ou ee"
OPEN, CODAS = 36, "l l m n n n r r r s s t t c d ct ll ng nt rd rm rt ss st nd x"
"""How many of the codas are nothing; the others."""
ENDINGS = (
    "tion tions sion ing ing ed ed al ally ity ities ment ments "  # codespell:ignore ment
    "er ers ive ness ous able ly ize ized izing ic ical ism ance ence ent s s s es"
)
SYLLABLES = (1, 1, 1, 1, 2, 2, 2, 2, 3, 4)
TOWNS = "Aarhus Besançon Córdoba Dijon Évora Göttingen Kraków Łódź Rijeka Umeå Zürich Leiden"
GIVEN_NAMES = "Ana Béla Carmen Dušan Émile Freya Goran Hélène Ivan Jun Karol Lucía Mehmet Noor"
DRESSES = (
    (0.06, "{},"),
    (0.02, "{}-{}"),
    (0.005, "*{}*"),
    (0.005, "**{}**"),
    (0.005, "({})"),
    (0.005, "“{}”"),
    (0.003, "{} –"),
)
"""How often a word stands so in a sentence."""


def corpus(number: int, *, seed: int = 0) -> Texts:
    """Talks with invented abstracts, 24 a day."""
    writer = Writer(seed)
    return Texts(f"Symposium of {number} talks", tuple(writer.talk(n) for n in range(number)))


class Writer:
    """Writes one word after the other."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)  # noqa: S311 - no secret
        self.common, self.endings = COMMON.split(), ENDINGS.split()
        self.parts = ONSETS.split(), VOWELS.split(), [""] * OPEN + CODAS.split()
        self.given, self.towns = GIVEN_NAMES.split(), TOWNS.split()
        self.written = [self.invented() for _ in range(400)]
        self.families: list[str] = []

    def talk(self, number: int) -> Talk:
        """The talk of a number."""
        at = number % A_DAY
        return Talk(
            id=f"t{number}",
            day=(FIRST_DAY + timedelta(days=number // A_DAY)).isoformat(),
            time=f"{8 + at // 2:02}:{at % 2 * 30:02}",
            speakers=tuple(self.speaker() for _ in range(self.draw.choice((1, 1, 1, 2)))),
            title=self.title(),
            abstract="\n\n".join(
                self.paragraph() for _ in range(self.draw.choice((1, 1, 1, 1, 2)))
            ),
        )

    def speaker(self) -> Speaker:
        """Somebody, at times somebody who was named before."""
        if len(self.families) < 20 or self.draw.random() < 0.8:
            self.families.append(self.invented(2).capitalize())
        name = f"{self.draw.choice(self.given)} {self.draw.choice(self.families)}"
        return Speaker(name, f"University of {self.draw.choice(self.towns)}")

    def title(self) -> str:
        """Six to fourteen words."""
        words = [self.word() for _ in range(self.draw.randint(6, 14))]
        return " ".join([words[0].capitalize(), *words[1:]])

    def paragraph(self) -> str:
        """Four to eight sentences."""
        return " ".join(self.sentence() for _ in range(self.draw.randint(4, 8)))

    def sentence(self) -> str:
        """Nine to thirty words, now and then with a comma, a compound or something marked."""
        words = [self.dressed(self.word()) for _ in range(self.draw.randint(9, 30))]
        return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]]).rstrip(",") + "."

    def dressed(self, word: str) -> str:
        """A word as it may stand in a sentence."""
        chance = self.draw.random()
        for share, form in DRESSES:
            if chance < share:
                return (
                    form.format(word, self.word()) if form.count("{}") == 2 else form.format(word)
                )
            chance -= share
        return word

    def word(self) -> str:
        """One that every text has, one written before, or a new one."""
        if self.draw.random() < GIVEN:
            return self.draw.choice(self.common)
        fresh = self.draw.random() < NEW
        word = self.invented() if fresh else self.draw.choice(self.written)
        self.written.append(word)
        return word

    def invented(self, least: int = 1) -> str:
        """A word of syllables, more often than not with an ending."""
        number = max(least, self.draw.choice(SYLLABLES))
        word = "".join(self.syllable() for _ in range(number))
        return word + self.draw.choice(self.endings) if self.draw.random() < 0.5 else word

    def syllable(self) -> str:
        """An onset, a vowel and a coda."""
        return "".join(self.draw.choice(part) for part in self.parts)
