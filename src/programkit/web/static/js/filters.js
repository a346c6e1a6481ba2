// Hides the rows of a page that the search and the filters leave out, and whatever has none left.
{
  const { items, state, criteria, make, label } = programkit;
  const BOXES = "li.session, section.day";
  const rows = [];
  const boxes = new Map();
  let elements = null;
  let empty = null;
  let active = false;
  let last = null;

  // Days and sessions are boxes, in them are rows. They are collected while nobody waits, a few at a
  // time, or at the first use.
  function collect(idle) {
    elements = elements || [...document.querySelectorAll("main li")].reverse();
    while (elements.length && (!idle || idle.timeRemaining() > 2)) {
      add(elements.pop());
    }
    if (elements.length) {
      programkit.later(collect);
    }
  }

  function add(element) {
    const item = items.get(element.dataset.key);
    const inside = element.parentElement.closest(BOXES);
    if (element.matches(".session")) {
      box(element);
    } else if ((item || element.matches(".row")) && !element.closest(".now")) {
      const outer = box(inside);
      const session = element.closest(".session");
      const key = session ? session.dataset.key : "";
      const cell = element.closest("td") !== null;
      rows.push({ element, item, box: outer, day: outer?.day, hidden: false, key, cell });
    }
  }

  // A box comes before those in it.
  function box(element) {
    if (element && !boxes.has(element)) {
      const outer = box(element.parentElement.closest(BOXES));
      const number = programkit.facts.days.findIndex(([key]) => key === element.dataset.day);
      const day = number < 0 ? outer?.day : number;
      boxes.set(element, { element, outer, day, count: 0, hidden: false });
    }
    return boxes.get(element);
  }

  function hide(thing, hidden) {
    if (thing.hidden !== hidden) {
      thing.hidden = hidden;
      // In tables it keeps its place: all cells would have to be laid out anew.
      if (thing.cell) {
        thing.element.classList.toggle("out", hidden);
      } else {
        thing.element.hidden = hidden;
      }
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
      ? (!keys || keys.has(row.item.k) || keys.has(row.key)) && test(row.item, row.day)
      : dayOnly && (day === "" || row.day === day);
  }

  function apply() {
    collect();
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

  // What is in a hidden box is left as it is: far fewer elements change. Tables follow the lists.
  function show(count) {
    active = state.get("q") !== "" || criteria.any();
    for (const found of boxes.values()) {
      hide(found, active && !found.count);
    }
    const out = (row) => active && !row.wanted;
    const lines = rows.filter((row) => !row.box?.hidden && row.hidden !== out(row));
    lines.sort((one, other) => one.cell - other.cell);
    const turn = last = {};
    programkit.gently(lines, (row) => hide(row, out(row)), () => turn === last);
    tell(count);
  }

  function tell(count) {
    if (!empty) {
      empty = make("p", { class: "nothing", hidden: true }, label("nothing_found"));
      document.querySelector("form.tools").after(empty);
    }
    empty.hidden = !active || count > 0;
    programkit.announce(active ? label("found", { n: count }) : label("all_shown"));
  }

  programkit.start(() => {
    if (!document.querySelector("[data-results]")) {
      programkit.on("criteria", apply);
      programkit.later(collect);
    }
  });
}
