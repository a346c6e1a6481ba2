from programkit.text.similarity import likeness

MAPS = "Robots. Robots draw maps of unknown houses."
WALLS = "Walls: maps of houses help robots"
BIRDS = "Birds sing at dawn"


def test_likeness_is_the_cosine_of_weighted_counts():
    """By hand: a shared word weighs ln(1 + 3/2), others ln(1 + 3/1); "robots" is there twice.

    (2 + 1 + 1) · 0.9163² / (2.9801 · 2.5224) = 0.447
    """
    assert likeness((MAPS, WALLS, BIRDS)) == {(0, 1): 45}


def test_equal_texts_are_wholly_alike():
    assert likeness((BIRDS, MAPS, BIRDS)) == {(0, 2): 100}


def test_letters_are_folded_and_short_words_left_out():
    assert likeness(("Où? À Zürich", "ZURICH de", "de la")) == {(0, 1): 100}


def test_words_of_more_than_a_third_of_the_texts_say_nothing():
    others = tuple(f"alike unlike{n}" for n in range(6))

    assert likeness(("alike first", *others)) == {}
    assert likeness(("same first", "same second", *others)) != {}


def test_nothing_is_alike_where_nothing_is_said():
    assert likeness(("", "", "of at")) == {}
    assert likeness(()) == {}


def test_trace_of_likeness_is_none():
    long = " ".join(f"word{n}" for n in range(400))

    assert likeness((f"shared {long}", "shared other1 other2", BIRDS)) == {(0, 1): 1}
    assert likeness((f"shared {long} {long}", f"shared {long.replace('w', 'v')}", BIRDS)) == {}
