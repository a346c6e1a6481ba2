// What was found, the best first: on the search page, and on programs too long to hide rows in.
{
  const { make, button, label, items, state, criteria } = programkit;
  const AT_ONCE = 50;
  const AT_FIRST = 10;
  let place = null;
  let shown = AT_ONCE;

  // Filters are about talks: with one of them on, sessions and people are left out.
  function found() {
    const test = criteria.test();
    const query = state.get("q");
    const keys = programkit.tokens(query).length ? programkit.search.find(query) : null;
    if (!keys && !criteria.any()) {
      return null;
    }
    return (keys || [...items.all().keys()]).filter((key) =>
      items.get(key) ? test(items.get(key)) : !criteria.any());
  }

  function result(key) {
    const item = items.get(key);
    if (item) {
      return programkit.rows.row(item, items.times(item)[0], true);
    }
    const { sessions, people } = programkit.facts;
    const session = sessions.find(([other]) => other === key);
    const [, name, more] = session || people.find(([other]) => other === key);
    const kind = make("p", { class: "time" }, session ? label("session") : "");
    return make("li", { class: "row" }, kind, make("div", { class: "what" },
      make("p", { class: "title", dir: "auto" }, programkit.rows.link(key, name)),
      more ? make("p", { class: "names", dir: "auto" }, more) : null));
  }

  function show(first = AT_FIRST) {
    const keys = found();
    const list = make("ol", { class: "rows" });
    place.replaceChildren();
    for (const day of document.querySelectorAll("section.day")) {
      day.hidden = keys !== null;
    }
    if (keys) {
      const count = label("found", { n: keys.length });
      place.append(make("p", { class: "count" }, count), list);
      fill(list, keys.slice(0, shown), first);
      programkit.announce(keys.length ? count : label("nothing_found"));
    }
    if (keys && keys.length > shown) {
      place.append(button(label("more"), more));
    }
  }

  // What is on the first screen at once, the rest when nobody waits.
  function fill(list, keys, count) {
    list.append(...keys.splice(0, count).map(result));
    if (keys.length) {
      programkit.later(() => list.isConnected && fill(list, keys, AT_FIRST));
    } else {
      programkit.conflicts.show();
    }
  }

  function more() {
    const next = shown;
    shown += AT_ONCE;
    show(shown);
    place.querySelectorAll("li.row")[next].querySelector("a").focus();
  }

  programkit.start(() => {
    place = document.querySelector("[data-results]");
    if (!place) {
      return;
    }
    programkit.on("criteria", () => {
      shown = AT_ONCE;
      show();
    });
    programkit.on("zone", () => show());
  });
}
