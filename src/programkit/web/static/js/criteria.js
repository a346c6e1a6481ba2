// What a talk has to be to be shown: the filters of the address, asked of the facts.
{
  const FILTERS = ["day", "track", "room", "tag", "lang", "kind"];
  const { state } = programkit;

  // The choices of each filter, as [value, text].
  function choices(name) {
    const { days, tracks, rooms, tags, languages, kinds } = programkit.facts;
    const lists = { day: days, track: tracks, room: rooms, lang: languages, kind: kinds };
    return name === "tag" ? tags.map((tag) => [tag, tag]) : lists[name];
  }

  // By their numbers in the facts, which is how talks name them; an unknown value matches nothing.
  function chosen() {
    const found = {};
    for (const name of FILTERS) {
      const value = state.get(name);
      const place = choices(name).findIndex(([key]) => key === value);
      found[name] = value && (place < 0 ? NaN : place);
    }
    return found;
  }

  const any = () => state.get("starred") !== "" || FILTERS.some((name) => state.get(name));

  // A test for talks and posters; where a row stands under a day, only its times there count.
  function test() {
    const want = chosen();
    const starred = state.get("starred") !== "";
    return (item, day) => (want.track === "" || item.c === want.track) &&
      (want.tag === "" || item.g.includes(want.tag)) &&
      (want.lang === "" || item.l === want.lang) &&
      (want.kind === "" || item.y === want.kind) &&
      (!starred || programkit.stars.has(item.k)) &&
      takesPlace(item, want, day);
  }

  function takesPlace(item, want, day) {
    if (want.day === "" && want.room === "") {
      return true;
    }
    if (day !== undefined && want.day !== "" && day !== want.day) {
      return false;
    }
    const there = day === undefined ? want.day : day;
    return item.o.some((time) =>
      (there === "" || time[3] === there) && (want.room === "" || time[2] === want.room));
  }

  programkit.criteria = { FILTERS, choices, any, test };
}
