// The toolbar: the search field that every page has, and on lists the filters beside it.
{
  const { make, button, label, state, criteria } = programkit;
  const IN_PLACE = ["program", "day", "single", "posters", "search"];
  const WORDS = { tag: "tags", lang: "language" };
  const PAUSE = 80;
  let form = null;
  let summary = null;
  let waiting = 0;

  function select(name) {
    const options = criteria.choices(name).map(([value, text]) =>
      make("option", { value, selected: value === state.get(name) }, text));
    const all = make("option", { value: "" }, label("all"));
    return make("label", null, `${label(WORDS[name] || name)} `, make("select", { name }, all, ...options));
  }

  function filters() {
    const page = document.body.dataset.page;
    const names = criteria.FILTERS.filter((name) =>
      criteria.choices(name).length > 1 && !(name === "day" && page === "day"));
    const starred = make("input", { type: "checkbox", name: "starred", value: "1" });
    starred.checked = state.get("starred") !== "";
    summary = make("summary");
    return make("details", { class: "filtering", open: criteria.any() }, summary,
      make("div", { class: "filters" }, ...names.map(select),
        make("label", null, starred, ` ${label("only_starred")}`),
        button(label("reset"), reset)));
  }

  // How many filters are on is said where they are folded away.
  function count() {
    const on = [...criteria.FILTERS, "starred"].filter((name) => state.get(name)).length;
    summary.textContent = label("filters") + (on ? ` (${on})` : "");
  }

  function reset() {
    for (const field of form.querySelectorAll("[name]")) {
      field.checked = false;
      field.value = field.type === "checkbox" ? "1" : "";
      state.set(field.name, "");
    }
    changed();
  }

  function changed() {
    clearTimeout(waiting);
    count();
    setTimeout(state.write);
    if (programkit.tokens(state.get("q")).length) {
      programkit.search.ready(() => programkit.emit("criteria"));
    } else {
      programkit.emit("criteria");
    }
  }

  function read(field) {
    const on = field.type === "checkbox" ? field.checked : field.value;
    state.set(field.name, on ? field.value : "");
  }

  // On a phone the keyboard takes half of the screen: what is found should be in the other half.
  function makeRoom() {
    if (matchMedia("(max-width: 40rem)").matches) {
      form.scrollIntoView();
    }
  }

  // Typing is answered when it pauses, so that letters appear at once.
  function typed(event) {
    if (event.target.name) {
      read(event.target);
      clearTimeout(waiting);
      waiting = setTimeout(changed, event.target.type === "search" ? PAUSE : 0);
    }
  }

  programkit.start(() => {
    form = document.querySelector("form.tools");
    if (!form) {
      return;
    }
    const field = form.querySelector("input[name=q]");
    field.value = state.get("q");
    if (!IN_PLACE.includes(document.body.dataset.page)) {
      return;
    }
    form.append(filters());
    count();
    programkit.later(() => form.querySelector(".filters").offsetHeight);
    form.addEventListener("input", typed);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      changed();
    });
    field.addEventListener("focus", () => programkit.search.ready(programkit.search.warm), { once: true });
    field.addEventListener("focus", () => programkit.afterwards(makeRoom));
    if (state.get("q") || criteria.any()) {
      changed();
    }
  });
}
