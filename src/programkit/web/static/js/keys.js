// Everything by keyboard. Keys of one letter can be switched off (WCAG 2.1.4), because they get in the
// way of those who speak to their computer.
{
  const { make, button, label, stars } = programkit;
  const ROWS = "main li.row.talk, main li.row.poster, main td li[data-key]";
  const KEYS = [["/", "key_search"], ["s", "key_star"], ["n ↓", "key_next"], ["p ↑", "key_previous"],
    ["← →", "key_rooms"], ["?", "key_help"], ["Esc", "key_escape"]];
  let dialog = null;

  const off = () => programkit.store.read("keys") === "off";
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });

  function rowOf(element) {
    return element && element.closest ? element.closest(ROWS) : null;
  }

  function move(step) {
    const rows = [...document.querySelectorAll(ROWS)];
    const current = rows.indexOf(rowOf(document.activeElement));
    let place = current < 0 && step < 0 ? rows.length - 1 : current + step;
    while (rows[place] && !visible(rows[place])) {
      place += step;
    }
    const link = rows[place] && rows[place].querySelector("a, button");
    if (link) {
      link.focus();
    }
  }

  function star() {
    const key = stars.keyOf(document.activeElement) || document.body.dataset.key;
    const item = programkit.items.get(key);
    if (item) {
      stars.toggle(key);
      programkit.announce(label(stars.has(key) ? "star_on" : "star_off", { title: item.t }));
    }
  }

  function search() {
    const field = document.querySelector("form.tools input[name=q]");
    if (field) {
      field.focus();
      field.select();
    } else {
      location.href = "search.html";
    }
  }

  const ACTIONS = {
    "/": search,
    s: star,
    n: () => move(1),
    j: () => move(1),
    p: () => move(-1),
    k: () => move(-1),
    "?": () => help(),
  };

  function help() {
    dialog = dialog || build();
    dialog.showModal();
  }

  function build() {
    const rows = KEYS.map(([key, name]) => make("tr", null,
      make("th", { scope: "row" }, make("kbd", null, key)), make("td", null, label(name))));
    const box = make("input", { type: "checkbox" });
    box.checked = !off();
    box.addEventListener("change", () => programkit.store.write("keys", box.checked ? "" : "off"));
    const made = make("dialog", { class: "help", "aria-labelledby": "help-title" },
      make("h2", { id: "help-title" }, label("keys")),
      make("table", null, make("tbody", null, ...rows)),
      make("p", null, make("label", null, box, ` ${label("keys_on")}`)),
      button(label("close"), () => made.close()));
    document.body.append(made);
    return made;
  }

  const writes = (element) => element.matches("input:not([type=checkbox]), select, textarea, [contenteditable]");

  function pressed(event) {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if ((target.matches && writes(target)) || document.querySelector("dialog[open]")) {
      return;
    }
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (programkit.cells.move(event.key, target)) {
      event.preventDefault();
    } else if (arrow && rowOf(target)) {
      move(arrow);
      event.preventDefault();
    } else if (!off() && Object.hasOwn(ACTIONS, event.key)) {
      ACTIONS[event.key]();
      event.preventDefault();
    }
  }

  programkit.start(() => {
    document.addEventListener("keydown", pressed);
    programkit.settings().append(button(label("keys"), help));
  });
}
