// The reader's own program: the keys of the talks that were starred, kept on this device.
{
  const { items, store } = programkit;
  let keys = new Set();

  const has = (key) => keys.has(key);

  function load() {
    keys = new Set(store.read("stars").split(",").filter((key) => items.get(key)));
  }

  function save() {
    store.write("stars", [...keys].join(","));
  }

  function set(key, starred) {
    if (starred) {
      keys.add(key);
    } else {
      keys.delete(key);
    }
  }

  function toggle(key) {
    set(key, !has(key));
    save();
    show([key]);
    programkit.emit("stars");
  }

  function add(more) {
    more.forEach((key) => set(key, true));
    save();
    show(more);
    programkit.emit("stars");
  }

  function clear() {
    const before = [...keys];
    keys = new Set();
    save();
    show(before);
    programkit.emit("stars");
  }

  const talks = () => [...keys].map(items.get);

  // Only what changed is touched: a page may have thousands of rows.
  function show(changed) {
    for (const element of items.shown(new Set(changed))) {
      const starred = has(element.dataset.key);
      if (element.matches(".star")) {
        element.setAttribute("aria-pressed", String(starred));
      } else {
        element.classList.toggle("starred", starred);
      }
    }
  }

  function button(item) {
    return programkit.make("button", {
      class: "star", type: "button", "data-key": item.k, "aria-pressed": String(has(item.k)),
      "aria-label": programkit.label("star", { title: item.t }),
    });
  }

  // The key of what an element belongs to, if it can be starred.
  function keyOf(element) {
    const place = element.closest("[data-key]");
    return place && items.get(place.dataset.key) ? place.dataset.key : "";
  }

  programkit.start(() => {
    load();
    show(keys);
    document.addEventListener("click", (event) => {
      const star = event.target.closest && event.target.closest(".star");
      const key = star && keyOf(star);
      if (key) {
        toggle(key);
      }
    });
    store.watch("stars", () => {
      const before = [...keys];
      load();
      show([...before, ...keys]);
      programkit.emit("stars");
    });
  });

  programkit.stars = { has, toggle, add, clear, talks, button, keyOf };
}
