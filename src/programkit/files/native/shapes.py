"""One canonical form out of the many that people write: keys, lists, times and unknowns settled.

What is settled here needs one file alone. Names that stand for ids are settled in ``naming``,
when everything is together; types and references are judged by the model itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from programkit.errors import did_you_mean
from programkit.files.locate import Place, Rows, Table
from programkit.files.moments import clock_of, date_of, minutes_of, moment_of, weekday_of
from programkit.files.native import shortforms
from programkit.files.native.availability import intervals_of
from programkit.files.native.fieldshapes import FieldShape, shapes_of
from programkit.files.reading import Circumstances
from programkit.model.base import Frozen
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import At, Talk
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Affiliation, Person, Role, Stay
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term
from programkit.text.unknown import is_unknown
from programkit.text.windows import day_and_clocks, iso_moment

Converter = Callable[[str, Circumstances, Place, str], Any]

_INLINE: dict[str, type[Frozen]] = {
    "speakers": Person,
    "chairs": Person,
    "hosts": Person,
    "affiliations": Affiliation,
    "person": Person,
}
"""Fields of ids that also take the whole thing in place of its id."""
_KEPT_BLANK = frozenset({"abstract"})
"""Fields in which an empty text says something: that there will be none."""
VARIANT_KEYS = frozenset({"drop"})
"""Keys that only differences from another file have."""


def _clock(text: str, *_: object) -> str:
    return clock_of(text)


def _minutes(text: str, *_: object) -> str:
    return str(minutes_of(text))


def _date(text: str, around: Circumstances, place: Place, where: str) -> str:
    return date_of(text, around, place, where).isoformat()


def _date_or_moment(text: str, around: Circumstances, place: Place, where: str) -> str:
    try:
        return _date(text, around, place, where)
    except ValueError:
        if iso_moment(text) is None and day_and_clocks(text)[1] is None:
            raise
        return moment_of(text, around, place, where)


_SPAN: dict[str, Converter] = {"start": _clock, "end": _clock, "minutes": _minutes}
_CONVERTERS: dict[type[Frozen], dict[str, Converter]] = {
    Conference: {
        "start": _date,
        "end": _date,
        "revised": _date_or_moment,
        "minutes": _minutes,
    },
    Talk: {"minutes": _minutes},
    Session: _SPAN,
    Block: _SPAN,
    Break: _SPAN,
    Slot: _SPAN,
    Marker: {"start": _clock},
    Day: {"date": _date},
    At: {"start": moment_of},
    Role: {"since": _date, "until": _date},
    Stay: {"since": _date, "until": _date},
    Recurrence: {"first": _date, "until": _date, "start": _clock, "minutes": _minutes},
    RuleException: {"date": _date, "moved_to": _date, "start": _clock, "minutes": _minutes},
    Pause: {"first": _date, "last": _date},
    Term: {"first": _date, "last": _date},
}


class Spot(NamedTuple):
    """Where something is written."""

    place: Place
    """Its line."""
    where: str
    """Its field, in words."""


class Unreadable(ValueError):  # noqa: N818 - caught here, never seen outside
    """Something is not of the form that its field has."""


def converted(model: type[Frozen], field: str) -> bool:
    """Whether a field is a date, a time or a length, which has forms of its own."""
    return field in _CONVERTERS.get(_kind(model), {})


class Shaper:
    """Brings tables into the form that the models read, in place; what is wrong becomes faults."""

    def __init__(self, around: Circumstances, *, variant: bool = False) -> None:
        self.around = around
        self.variant = variant

    def shape(self, model: type[Frozen], table: Table, where: str) -> Table:
        """The table in canonical form; entries that cannot be read are taken out."""
        self._rename(model, table, where)
        self._spread(model, table, where)
        shapes = shapes_of(model)
        for key in list(table):
            if key in shapes:
                self._field(model, key, shapes[key], table, where)
            elif not (self.variant and key in VARIANT_KEYS):
                remedy = did_you_mean(key, {*shapes, *shortforms.ALIASES.get(_kind(model), ())})
                message = f'"{key}" is no field of {_article(model)}'
                self.around.fault(message, table.at(key), _join(where, key), remedy)
                table.drop(key)
        return table

    def _rename(self, model: type[Frozen], table: Table, where: str) -> None:
        for alias, name in shortforms.ALIASES.get(_kind(model), {}).items():
            if alias not in table:
                continue
            if name in table:
                message = f'"{alias}" and "{name}" say the same thing'
                self.around.fault(message, table.at(alias), where, "keep one of them")
                table.drop(alias)
            else:
                table.rename(alias, name)

    def _spread(self, model: type[Frozen], table: Table, where: str) -> None:
        if "time" in table and "start" in shapes_of(model):
            place = table.at("time")
            try:
                shortforms.spread_time(table)
            except ValueError as error:
                self.around.fault(str(error), place, _join(where, "time"))
                table.drop("time")

    def _field(
        self, model: type[Frozen], key: str, shape: FieldShape, table: Table, where: str
    ) -> None:
        """Bring one entry into form; take it out where it is blank or faulty."""
        spot = Spot(table.at(key), _join(where, key))
        value = table[key]
        if self._blank(key, value, shape):
            table.put(key, "TBD") if shape.unknown else table.drop(key)
            return
        try:
            if Interval in shape.models:
                table.put(key, self._intervals(value, spot))
            elif shape.many:
                table.put(key, self._list(key, shape, value, spot))
            elif not (model is Requirement and key == "given"):
                table.put(key, self._single(model, key, value, spot))
        except ValueError as error:
            self.around.fault(str(error), *spot)
            table.drop(key)

    def _blank(self, key: str, value: object, shape: FieldShape) -> bool:
        if value == "" and key in _KEPT_BLANK:
            return False
        if isinstance(value, Rows) and len(value) == 1 and not shape.models:
            value = value[0]
        return value is None or (shape.unknown and isinstance(value, str) and is_unknown(value))

    def _single(self, model: type[Frozen], key: str, value: Any, spot: Spot) -> Any:  # noqa: ANN401 - data of any kind
        if isinstance(value, Table):
            inner = _INLINE.get(key) or next(iter(shapes_of(model)[key].models), None)
            if inner is not None:
                return self.shape(inner, value, spot.where)
        if isinstance(value, Table | Rows):
            raise Unreadable(f"{key} takes one value, not {_article_of(value)}")
        convert = _CONVERTERS.get(_kind(model), {}).get(key)
        return convert(str(value), self.around, *spot) if convert else value

    def _list(self, key: str, shape: FieldShape, value: Any, spot: Spot) -> Rows:  # noqa: ANN401 - data of any kind
        if key == "alternatives" and isinstance(value, Table):
            value = shortforms.alternatives_of(value)
        if not isinstance(value, Rows):
            value = Rows([value], spot.place)
        rows = Rows(place=value.place)
        for number, item in enumerate(value):
            here = Spot(value.at(number), f"{spot.where}.{_name(item, number)}")
            try:
                for shaped in self._items(key, shape, item, here):
                    rows.add(shaped, here.place)
            except ValueError as error:
                self.around.fault(str(error), *here)
        return rows

    def _items(self, key: str, shape: FieldShape, item: Any, spot: Spot) -> list[Any]:  # noqa: ANN401 - data of any kind
        """The canonical items that one written item stands for."""
        if item is None:
            raise Unreadable("an entry of a list is empty")
        if not shape.models:
            return [self._plain_item(key, item, spot.where)]
        if Slot in shape.models and isinstance(item, str):
            slots = shortforms.slots_of(item, spot.place)
            return [self.shape(Slot, slot, spot.where) for slot in slots]
        return [self._model_item(shape.models, item, spot)]

    def _plain_item(self, key: str, item: Any, where: str) -> Any:  # noqa: ANN401 - a text, or a thing in place of its id
        if isinstance(item, Table) and key in _INLINE:
            return self.shape(_INLINE[key], item, where)
        if isinstance(item, Table | Rows):
            raise Unreadable(f"{key} is a list of words, not of {_article_of(item)}")
        return weekday_of(item) if key == "weekdays" and isinstance(item, str) else item

    def _model_item(self, models: tuple[type[Frozen], ...], item: Any, spot: Spot) -> Table:  # noqa: ANN401 - data of any kind
        model = models[0]
        if isinstance(item, str):
            item = self._from_text(models[0], item, spot)
        if not isinstance(item, Table):
            raise Unreadable(f"an entry here is a mapping, not {_article_of(item)}")
        if model is Requirement and "rule" not in item:
            item = shortforms.requirement_of(item, spot.where)
        if model is Session:
            model = _session_or_item(models, item)
        return self.shape(model, item, spot.where)

    def _from_text(self, model: type[Frozen], text: str, spot: Spot) -> Table:
        if model is At:
            try:
                start = moment_of(text, self.around, *spot)
            except ValueError:
                if len(text.split()) > 1:  # no slot's or session's id has a space
                    raise
                return Table({"place": text}, spot.place)
            return Table({"start": start}, spot.place)
        if model is Requirement:
            return shortforms.requirement_of(Table({text: None}, spot.place), spot.where)
        if model not in shortforms.STRINGS:
            raise Unreadable(f'"{text}" is a text where a mapping belongs')
        return Table(shortforms.STRINGS[model](text), spot.place)

    def _intervals(self, value: Any, spot: Spot) -> Rows:  # noqa: ANN401 - data of any kind
        rows = value if isinstance(value, Rows) else Rows([value], spot.place)
        exact = Rows(place=spot.place)
        texts: list[tuple[str, Place]] = []
        for number, item in enumerate(rows):
            if isinstance(item, Table):
                exact.add(item, rows.at(number))
            else:
                texts.append((str(item), rows.at(number)))
        for interval in intervals_of(texts, self.around, spot.where):
            exact.add(interval, spot.place)
        return exact


def _session_or_item(models: tuple[type[Frozen], ...], item: Table) -> type[Frozen]:
    """What an item of a day is; where only sessions belong, a session, with or without its word."""
    model = shortforms.item_model(item)
    if model in models:
        return model
    if len(models) > 1:
        known = ", ".join(shortforms.ITEMS)
        raise Unreadable(f"an item of a day begins with one of: {known}")
    if model is not None:
        raise Unreadable(f"a {item['type']} needs its day; only sessions can be without one")
    return Session


def _name(item: object, number: int) -> str:
    """What to call an item in a path: its id, or its position from 1."""
    identity = item.get("id") or item.get("date") if isinstance(item, Table) else None
    return str(identity) if isinstance(identity, str) else str(number + 1)


def _join(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _kind(model: type[Frozen]) -> type[Frozen]:
    """A series is written as a conference is."""
    return Conference if issubclass(model, Conference) else model


def _article(model: type[Frozen]) -> str:
    name = model.__name__.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _article_of(value: object) -> str:
    if isinstance(value, Rows):
        return "a list"
    return "a mapping" if isinstance(value, Table) else f'"{value}"'
