// Hides the rows of a page that the search and the filters leave out, and whatever has none left.
{
  const { items, state, criteria, make, label } = programkit;
  let rows = null;
  let boxes = null;
  let empty = null;

  // One pass over the page, at the first use: days and sessions are boxes, in them are rows.
  function collect() {
    rows = [];
    boxes = new Map();
    const days = new Map(programkit.facts.days.map(([key], number) => [key, number]));
    for (const element of document.querySelectorAll("main li")) {
      const item = items.get(element.dataset.key);
      if ((item || element.matches(".row, .session")) && !element.closest(".now")) {
        const section = element.closest("section.day, [data-day]");
        const day = section ? days.get(section.dataset.day) : undefined;
        const inside = box(element.parentElement.closest("li.session, section.day"));
        rows.push({ element, item, day, box: inside, hidden: false, session: sessionOf(element) });
      }
    }
    rows = rows.filter((row) => !row.element.matches(".session"));
  }

  function sessionOf(element) {
    const session = element.closest(".session");
    return session ? session.dataset.key || "" : "";
  }

  // A box comes before those in it.
  function box(element) {
    if (!element) {
      return null;
    }
    if (!boxes.has(element)) {
      const outer = box(element.parentElement.closest("li.session, section.day"));
      boxes.set(element, { element, outer, count: 0, hidden: false });
    }
    return boxes.get(element);
  }

  function hide(thing, hidden) {
    if (thing.hidden !== hidden) {
      thing.hidden = hidden;
      thing.element.hidden = hidden;
    }
  }

  // Breaks and open slots have nothing to find; a day alone shows them too.
  function wanted() {
    const found = programkit.tokens(state.get("q")).length ? programkit.search.find(state.get("q")) : null;
    const keys = found && new Set(found);
    const test = criteria.test();
    const day = state.get("day") && programkit.facts.days.findIndex(([key]) => key === state.get("day"));
    const dayOnly = !keys && !state.get("starred") &&
      criteria.FILTERS.every((name) => name === "day" || !state.get(name));
    return (row) => row.item
      ? (!keys || keys.has(row.item.k) || keys.has(row.session)) && test(row.item, row.day)
      : dayOnly && (day === "" || row.day === day);
  }

  function apply() {
    if (!rows) {
      collect();
    }
    const test = wanted();
    const shown = new Set();
    for (const found of boxes.values()) {
      found.count = 0;
    }
    for (const row of rows) {
      row.wanted = test(row);
      if (row.wanted) {
        shown.add(row.item);
        for (let outer = row.box; outer; outer = outer.outer) {
          outer.count += 1;
        }
      }
    }
    show(shown.size - Number(shown.has(undefined)));
  }

  // What is in a hidden box is left as it is: far fewer elements change.
  function show(count) {
    const active = state.get("q") !== "" || criteria.any();
    for (const found of boxes.values()) {
      hide(found, active && !found.count);
    }
    for (const row of rows) {
      if (!row.box || !row.box.hidden) {
        hide(row, active && !row.wanted);
      }
    }
    tell(active, count);
  }

  function tell(active, count) {
    if (!empty) {
      empty = make("p", { class: "nothing", hidden: true }, label("nothing_found"));
      document.querySelector("form.tools").after(empty);
    }
    empty.hidden = !active || count > 0;
    programkit.announce(active ? label("found", { n: count }) : label("all_shown"));
  }

  programkit.start(() => {
    if (document.body.dataset.page !== "search") {
      programkit.on("criteria", apply);
      programkit.later(() => rows || collect());
    }
  });
}
