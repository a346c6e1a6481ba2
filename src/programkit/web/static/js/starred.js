// The reader's program: what was starred, by day, to be shared and taken into a calendar.
{
  const { make, button, label, items, stars } = programkit;
  let place = null;

  // "#stars=a,b": somebody else's program. Keys of talks that are gone are left out.
  function shared() {
    const match = /^#stars=(.*)$/.exec(location.hash);
    if (!match) {
      return null;
    }
    const keys = match[1].split(",").map(decoded);
    return [...new Set(keys)].map(items.get).filter(Boolean);
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function link() {
    const { url } = programkit.facts;
    const page = location.href.replace(/[?#].*$/s, "");
    const base = url && location.protocol === "file:" ? `${url}starred.html` : page;
    return `${base}#stars=${stars.talks().map((item) => encodeURIComponent(item.k)).join(",")}`;
  }

  const minutes = (time) => (time ? time[0] : Infinity);

  // Under each day its talks by time; last, those that have none yet.
  function lists(talks) {
    const { days } = programkit.facts;
    const times = talks.flatMap((item) => {
      const known = items.times(item);
      return known.length ? known.map((time) => ({ item, time })) : [{ item, time: null }];
    });
    times.sort((one, other) => minutes(one.time) - minutes(other.time) || 0);
    const groups = [...days.map((day, number) => [day[1], number]), [label("no_time"), -1]];
    return groups.flatMap(([name, number]) => {
      const rows = times.filter(({ time }) => (time ? time[3] : -1) === number)
        .map(({ item, time }) => programkit.rows.row(item, time, false));
      return rows.length ? [make("h2", null, name, programkit.zones.note()), make("ol", { class: "rows" }, ...rows)] : [];
    });
  }

  function clashes(talks) {
    const pairs = programkit.conflicts.among(talks);
    if (!pairs.length) {
      return null;
    }
    const lines = pairs.map(([one, other]) => make("li", { dir: "auto" },
      programkit.rows.link(one.k, one.t), " × ", programkit.rows.link(other.k, other.t)));
    return make("section", { class: "clashes" }, make("h2", null, label("conflicts")),
      make("ul", null, ...lines));
  }

  function save() {
    programkit.calendar.download("starred.ics", programkit.calendar.write(stars.talks(), place.dataset.stamp));
  }

  function clear() {
    if (window.confirm(label("remove_all_sure"))) {
      stars.clear();
      show();
    }
  }

  function share() {
    const field = make("input", { readonly: true, "aria-label": label("share"), value: link() });
    field.addEventListener("focus", () => field.select());
    const copy = button(label("copy_link"), () => programkit.copy(field.value, copy));
    return make("p", { class: "share" }, field, " ", copy);
  }

  function own(talks) {
    if (!talks.length) {
      return [make("p", { class: "nothing" }, label("no_stars"))];
    }
    const actions = make("p", { class: "actions" }, button(label("save_calendar"), save), " ",
      button(label("remove_all"), clear));
    return [share(), actions, clashes(talks), ...lists(talks)];
  }

  // Nothing of one's own is lost: what is kept is added.
  function preview(talks) {
    const leave = () => {
      location.hash = "";
    };
    const keep = button(label("keep_these"), () => {
      stars.add(talks.map((item) => item.k));
      leave();
    });
    const actions = make("p", { class: "actions" }, keep, " ", button(label("show_mine"), leave));
    const note = make("p", { class: "preview" }, label("shared_program", { n: talks.length }));
    return [note, actions, ...lists(talks)];
  }

  function show() {
    const focus = place.contains(document.activeElement) && stars.keyOf(document.activeElement);
    const others = shared();
    const parts = others ? preview(others) : own(stars.talks());
    place.replaceChildren(...parts.filter(Boolean));
    programkit.conflicts.show();
    const again = focus && items.shown(new Set([focus])).find((one) => place.contains(one));
    if (again) {
      (again.querySelector(".star") || again).focus();
    }
  }

  function update() {
    const field = place.querySelector(".share input");
    const before = place.querySelector(".clashes");
    if (field) {
      field.value = link();
    }
    if (before) {
      before.replaceWith(clashes(stars.talks()) || "");
    }
  }

  programkit.start(() => {
    place = document.querySelector("[data-starred]");
    if (place) {
      show();
      programkit.on("zone", show);
      // What is unstarred here stays in sight until the page is left, so that it can be taken back.
      programkit.on("stars", () => (place.querySelector(".rows") ? update() : show()));
      window.addEventListener("hashchange", show);
    }
  });
}
