// While the conference goes on: what is on now, and what comes next.
{
  const { make, label, items, rows } = programkit;
  const MINUTE = 60000;
  let place = null;

  function times() {
    return programkit.facts.talks.filter((item) => !item.x).flatMap((item) =>
      items.times(item).filter((time) => time[1] !== null).map((time) => ({ item, time })));
  }

  function list(name, found) {
    const shown = found.map(({ item, time }) => rows.row(item, time, false));
    return found.length ? [make("h2", null, label(name)), make("ol", { class: "rows" }, ...shown)] : [];
  }

  function show(all) {
    const now = Math.floor(Date.now() / MINUTE);
    const current = all.filter(({ time }) => time[0] <= now && now < time[1]);
    const start = Math.min(...all.filter(({ time }) => time[0] > now).map(({ time }) => time[0]));
    const next = start - now < 720 ? all.filter(({ time }) => time[0] === start) : [];
    place.replaceChildren(...list("now", current), ...list("next", next));
    place.hidden = !current.length && !next.length;
  }

  programkit.start(() => {
    place = document.querySelector("[data-now]");
    if (!place || !programkit.facts.zone) {
      return;
    }
    const all = times();
    const last = Math.max(...all.map(({ time }) => time[1]));
    const tick = () => {
      show(all);
      if (Date.now() < last * MINUTE) {
        setTimeout(tick, MINUTE - (Date.now() % MINUTE));
      }
    };
    tick();
    programkit.on("zone", () => show(all));
  });
}
