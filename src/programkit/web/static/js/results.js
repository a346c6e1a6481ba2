// What was found, the best first: on the search page, and on programs too long to hide rows in.
{
  const { make, button, label, items, state, criteria } = programkit;
  const AT_ONCE = 50;
  const AT_FIRST = 4;
  let place = null;
  let shown = AT_ONCE;
  let searched = false;

  // Filters are about talks: with one of them on, sessions and people are left out.
  function found() {
    const query = state.get("q");
    const keys = programkit.tokens(query).length ? programkit.search.find(query) : null;
    if (!criteria.any()) {
      return keys;
    }
    const test = criteria.test();
    return (keys || [...items.all().keys()]).filter((key) => items.get(key) && test(items.get(key)));
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

  // To take them away takes time: what was found is there before.
  function days() {
    for (const day of document.querySelectorAll("section.day")) {
      day.hidden = searched;
    }
  }

  function show(first = AT_FIRST) {
    const keys = found();
    const list = make("ol", { class: "rows" });
    place.replaceChildren();
    searched = keys !== null;
    if (searched) {
      programkit.afterwards(days);
    } else {
      days();
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

  // What is seen first at once, the rest when nobody waits, as few at a time.
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
