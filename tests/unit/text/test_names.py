"""People's names in indexes, compared and in lists."""

import pytest

from programkit.text.names import (
    IndexName,
    closest,
    index_key,
    join_names,
    same_name,
    similar_names,
    split_names,
)


@pytest.mark.parametrize(
    ("name", "display"),
    [
        ("Rava da Silveira", "da Silveira, Rava"),
        ("Maarten de Hoop", "de Hoop, Maarten"),
        ("Eric Vanden-Eijnden", "Vanden-Eijnden, Eric"),
        ("Yue M. Lu", "Lu, Yue M."),
        ("Maria Brbić", "Brbić, Maria"),
        ("Leon Van Hove", "Van Hove, Leon"),
        ("Jan Van der Berg", "Van der Berg, Jan"),
        ("Ennio De Giorgi", "De Giorgi, Ennio"),
        ("Alasdair MacDonald", "MacDonald, Alasdair"),
        ("Charles de la Vallée Poussin", "de la Vallée Poussin, Charles"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        ("Jeanne d'Arc", "d'Arc, Jeanne"),
        ("bell hooks", "hooks, bell"),
        ("van Gogh", "van Gogh"),
        ("Ben Adcock", "Adcock, Ben"),
        ("Madonna", "Madonna"),
        ("李航", "李航"),
        ("de Hoop, Maarten", "de Hoop, Maarten"),
        ("Lu,", "Lu"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("John Smith III", "Smith, John, III"),
        ("John Jr.", "Jr., John"),
        ("Yue\xa0M. Lu", "Lu, Yue M."),
        ("", ""),
        (" , ", ""),
    ],
)
def test_index_display(name, display):
    assert index_key(name).display == display


def test_index_key_parts():
    expected = IndexName(family="Silveira", given="Rava", particles="da")
    assert index_key("Rava da Silveira") == expected


@pytest.mark.parametrize(
    ("name", "family", "display"),
    [
        ("Rava da Silveira", "Silveira", "Silveira, Rava da"),
        ("Li Qianxiao", "Li", "Li, Qianxiao"),
        ("Gabriel García Márquez", "García Márquez", "García Márquez, Gabriel"),
        ("Maria Brbić", "Brbic", "Brbic, Maria"),
        ("Hoop, Maarten de", "Hoop", "Hoop, Maarten de"),
        ("Madonna", "Ciccone", "Ciccone, Madonna"),
        ("John Smith Jr.", "Smith", "Smith, John, Jr."),
        ("Maria Brbić", "", "Brbić, Maria"),
        ("Maria Brbić", " ", "Brbić, Maria"),
        ("Maria Brbić", None, "Brbić, Maria"),
    ],
)
def test_index_stated_family(name, family, display):
    assert index_key(name, family=family).display == display


def test_index_order():
    names = [
        "Maria Brbić",
        "Rava da Silveira",
        "Ćiro Brbić",
        "maarten de Hoop",
        "Ann Dean",
        "Zoë Ax",
    ]
    ordered = [index_key(name).display for name in sorted(names, key=lambda n: index_key(n).sort)]
    assert ordered == [
        "Ax, Zoë",
        "Brbić, Ćiro",
        "Brbić, Maria",
        "da Silveira, Rava",
        "de Hoop, maarten",
        "Dean, Ann",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Dokmanić", "Ivan Dokmanic"),
        ("Yue M. Lu", "yue m lu"),
        ("Lu, Yue M.", "Yue M. Lu"),
        ("Vanden-Eijnden", "Vanden Eijnden"),
        ("?", " ?"),
    ],
)
def test_same_name(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Y. Lu", "Yue Lu"), ("Ann Li", "Anna Li"), ("?", "!"), ("", "x")],
)
def test_different_name(one, other):
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Dokmanić", "Ivan Dokmanic"),
        ("Y. Lu", "Yue M. Lu"),
        ("Emily King", "Emily J King"),
        ("Jeremy Marzuola", "Jeremey Marzuola"),
        ("Jeremy Marzuola", "Jeremy Marzuolla"),
        ("Dominik Schröder", "Dominik Schroeder"),
        ("Lu Yue", "Yue Lu"),
        ("Yuemin Lu", "Yue Min Lu"),
        ("Jean-Pierre Serre", "J.-P. Serre"),
        ("Maarten de Hoop", "Maarten Hoop"),
    ],
)
def test_similar_names(one, other):
    assert similar_names(one, other)
    assert similar_names(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yue Lu", "Yue Lu"),
        ("Yue Lu", " Yue  Lu"),
        ("Qianxiao Li", "Lizao Li"),
        ("Wei Wang", "Wei Zhang"),
        ("Jun Li", "Jin Li"),
        ("Jean P. Serre", "Jean Q. Serre"),
        ("Lu", "Yue Lu"),
        ("Madonna", "Cher"),
        ("Jeremy Marzuola", "Jerry Marzuolla"),
        ("?", "!"),
    ],
)
def test_unlike_names(one, other):
    assert not similar_names(one, other)
    assert not similar_names(other, one)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("tiltle", "title"),
        ("capcity", "capacity"),
        ("julia-kemp", "julia-kempe"),
        ("Title", "title"),
        ("weather", None),
        ("", None),
    ],
)
def test_closest(word, found):
    assert closest(word, ["title", "capacity", "julia-kempe"]) == found


def test_closest_among_nothing():
    assert closest("title", []) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("Ann Roe", ["Ann Roe"]),
        ("Ann Roe, Bo Li and Cy Wu", ["Ann Roe", "Bo Li", "Cy Wu"]),
        ("Ann Roe, Bo Li, and Cy Wu", ["Ann Roe", "Bo Li", "Cy Wu"]),
        ("Ann Roe; Bo Li", ["Ann Roe", "Bo Li"]),
        ("Ann Roe & Bo Li", ["Ann Roe", "Bo Li"]),
        ("Ann Roe und Bo Li", ["Ann Roe", "Bo Li"]),
        ("Roe, Ann; Li, Bo and Wu, Cy", ["Roe, Ann", "Li, Bo", "Wu, Cy"]),
        ("Ann Roe\nBo Li", ["Ann Roe", "Bo Li"]),
        ("Ann Roe (HU, Berlin), Bo Li (MIT)", ["Ann Roe (HU, Berlin)", "Bo Li (MIT)"]),
        ("Ann Roe (never closed, Bo Li", ["Ann Roe (never closed", "Bo Li"]),
        ("John Smith, Jr. and Ann Roe", ["John Smith, Jr.", "Ann Roe"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
        ("Ann Roe,, Bo Li,", ["Ann Roe", "Bo Li"]),
        ("Ann\xa0Roe, Bo Li", ["Ann Roe", "Bo Li"]),
    ],
)
def test_split_names(text, names):
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("names", "language", "text"),
    [
        ([], "en", ""),
        (["A"], "en", "A"),
        (["A", "B"], "en", "A and B"),
        (["A", "B", "C"], "en", "A, B and C"),
        (["A", "B", "C"], "de", "A, B und C"),
        (["A", "B"], "xx", "A and B"),
    ],
)
def test_join_names(names, language, text):
    assert join_names(names, language) == text
