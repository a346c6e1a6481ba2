import pytest

from programkit.errors import LoadError
from programkit.model.conference import Requirement
from programkit.model.findings import Level, Source
from programkit.rules import DEFAULT_RULES, Order, Pinned, SpeakerFree, TalkPlacedOnce
from programkit.rules.binding import bind
from tiny import morning, talk


def bound(*requirements, given=DEFAULT_RULES):
    stated = tuple(
        Requirement(rule=name, given=told, source=Source(file="c.yaml", line=n, field=name))
        for n, (name, told) in enumerate(requirements, start=1)
    )
    return bind(morning(talk("a"), talk("b"), requirements=stated), given)


def faults(*requirements):
    with pytest.raises(LoadError) as caught:
        bound(*requirements)
    return [(f.message, f.line, f.field, f.remedy) for f in caught.value.faults]


def test_nothing_required_leaves_the_rules_as_they_are():
    assert bound() == DEFAULT_RULES


def test_order_is_added_in_the_order_of_reports():
    order = Order(talks=("a", "b"), source=Source(file="c.yaml", line=1, field="order"))

    assert bound(("order", ["a", "b"])) == (*DEFAULT_RULES[:7], order, *DEFAULT_RULES[7:])


def test_general_entry_takes_the_place_of_the_default():
    found = [
        r
        for r in bound(("speaker-free", {"level": "soft", "weight": 5}))
        if r.code == "speaker-free"
    ]

    assert [(rule.level, rule.weight) for rule in found] == [(Level.SOFT, 5)]


def test_entry_without_anything_told_takes_the_place_of_the_default():
    assert [type(rule) for rule in bound(("speaker-free", None))] == [
        type(r) for r in DEFAULT_RULES
    ]


def test_price_of_a_talk_stands_beside_the_default_which_leaves_it_out():
    default, price = bound(("talk-placed", {"talks": ["b"], "weight": 50}))[:2]

    assert (default, default.besides) == (TalkPlacedOnce(besides=("b",)), ("b",))
    assert (price.talks, price.weight) == (("b",), 50)


def test_pin_stands_beside_the_default():
    pins = [r for r in bound(("pinned", {"talk": "a", "at": "s/1"})) if isinstance(r, Pinned)]

    assert [pin.talk for pin in pins] == [None, "a"]


def test_rule_left_out_by_the_caller_comes_back_if_the_facts_require_it():
    rules = bound(("speaker-free", {"weight": 1}), given=())

    assert [type(rule) for rule in rules] == [SpeakerFree]


def test_all_faults_are_told_at_once():
    assert faults(
        ("ordr", ["a", "b"]),
        ("order", ["a", "c"]),
        ("speaker-free", {"wieght": 5}),
        ("pinned", {"talk": "a"}),
        ("pinned", {"talk": "a", "at": "s/9"}),
        ("talk-placed", {"weight": -1}),
    ) == [
        ('"ordr" is no rule', 1, "ordr", 'did you mean "order"?'),
        (
            "speaker-free: there is no such field",
            3,
            "speaker-free.wieght",
            'did you mean "weight"?',
        ),
        ("pinned: say both the talk and where it is pinned (at)", 4, "pinned", ""),
        (
            "talk-placed: Input should be greater than or equal to 0",
            6,
            "talk-placed.weight",
            "",
        ),
        (
            'order names talk "c", which does not exist',
            2,
            "order.talks",
            "add it, or name one that exists",
        ),
        (
            'pinned names slot, session or time "s/9", which does not exist',
            5,
            "pinned.at",
            'did you mean "s/3"?',
        ),
    ]


def test_unknown_rule_far_from_all_lists_them():
    ((_, _, _, remedy),) = faults(("zzz", None))

    assert remedy.startswith("the rules are talk-placed, ")


def test_unknown_field_far_from_all_lists_them():
    ((_, _, _, remedy),) = faults(("order", {"talks": ["a", "b"], "zzz": 1}))

    assert remedy == "it takes level, weight, talks"


def test_time_is_a_place():
    (pin,) = bound(("pinned", {"talk": "a", "at": "2030-05-01T09:00"}), given=())

    assert pin.at == "2030-05-01T09:00"


def test_things_that_rules_name_must_exist():
    assert faults(
        ("times", {"for": "speaker:adda", "avoid": "someday"}),
        ("rooms", {"for": "a", "only": "hal"}),
        ("per-day", {"most": 1, "people": "adda"}),
        ("candidates", {"slot": "s", "talks": ["a", "b"]}),
        ("track-room", {"tracks": "red"}),
    ) == [
        (
            'times names speaker "adda", which does not exist',
            1,
            "times.for",
            'did you mean "ada"?',
        ),
        (
            'times cannot read a time: "someday" is no date; write 2024-09-30 or 30 September 2024',
            1,
            "times.avoid",
            "write Mon 30 Sep, 2024-09-30 8:00-12:00, from Tue 1 Oct, or 8:00-12:00",
        ),
        ('rooms names room "hal", which does not exist', 2, "rooms.only", 'did you mean "hall"?'),
        (
            'per-day names person "adda", which does not exist',
            3,
            "per-day.people",
            'did you mean "ada"?',
        ),
        (
            'candidates names slot "s", which does not exist',
            4,
            "candidates.slot",
            "add it, or name one that exists",
        ),
        (
            'track-room names track "red", which does not exist',
            5,
            "track-room.tracks",
            "add it, or name one that exists",
        ),
    ]


def test_fields_are_listed_as_files_write_them():
    ((_, _, _, remedy),) = faults(("times", {"for": "a", "avoid": "9:00-10:00", "zzz": 1}))

    assert remedy == "it takes level, weight, for, only, prefer, avoid"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("days-on-site", {"people": "adda"}),
        ("gap", {"minutes": 5, "people": "adda"}),
        ("local-hours", {"people": "adda"}),
        ("set-up", {"minutes": 5, "rooms": "adda"}),
        ("track-not-parallel", {"tracks": "adda"}),
    ],
)
def test_people_rooms_and_tracks_that_rules_name_must_exist(rule, told):
    ((message, _, _, _),) = faults((rule, told))

    assert message.endswith(' "adda", which does not exist')
