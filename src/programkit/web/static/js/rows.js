// A talk as a row, made from the facts and like those that the pages have.
{
  const { make, label, zones } = programkit;

  function span([start, end]) {
    const parts = [zones.element(start)];
    if (end !== null) {
      parts.push("–", zones.element(end));
    }
    return parts;
  }

  function when(time, withDay) {
    if (!time) {
      return make("p", { class: "time" });
    }
    const day = withDay && programkit.facts.days[time[3]];
    const name = day ? make("span", { class: "day-name" }, `${day[1]} `) : null;
    return make("p", { class: "time" }, name, ...span(time));
  }

  function link(key, text) {
    return make("a", { href: programkit.address(key), dir: "auto" }, text);
  }

  function title(item) {
    const text = item.x ? make("s", null, item.t) : item.t;
    return make("p", { class: "title", dir: "auto" }, link(item.k, text),
      item.x ? make("span", { class: "state" }, ` ${label("cancelled")}`) : null);
  }

  // Only those of its times that are asked for; the first where none is.
  function row(item, time, withDay) {
    const { rooms, tracks } = programkit.facts;
    const names = [time && time[2] >= 0 && rooms.length > 1 ? rooms[time[2]][1] : "",
      item.c < 0 ? "" : tracks[item.c][1]].filter(Boolean).join(" · ");
    const what = make("div", { class: "what" }, title(item),
      item.n ? make("p", { class: "names" }, item.n) : null,
      names ? make("p", { class: "place", dir: "auto" }, names) : null);
    return make("li", { class: "row talk", "data-key": item.k },
      when(time, withDay), what, programkit.stars.button(item));
  }

  programkit.rows = { row, link };
}
