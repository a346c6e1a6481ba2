// The switch between time zones, and the sentences that say which one is shown.
{
  const { make, label, zones } = programkit;
  const sentences = [];
  let select = null;
  let others = null;

  // A sentence that is true only while the conference's own zone is shown steps aside.
  function prepare(place) {
    const own = make("span", null, ...place.childNodes);
    const other = make("bdi", { hidden: true });
    place.append(own, other);
    sentences.push({ own, other });
  }

  function option(zone) {
    const text = zone.replace(/_/g, " ");
    const name = { [zones.reader()]: "zone_reader", [zones.conference()]: "zone_conference" }[zone];
    return new Option(name ? label(name, { zone: text }) : text, zone);
  }

  // Some four hundred zones: made while nobody waits, listed once somebody reaches for them.
  function prepareOthers() {
    const listed = [...select.options].map((item) => item.value);
    const known = Intl.supportedValuesOf?.("timeZone") || [];
    others ??= ["UTC", ...known].filter((zone) => !listed.includes(zone)).map(option);
  }

  function fill() {
    prepareOthers();
    select.append(...others.splice(0));
  }

  function put(place) {
    const first = new Set([zones.conference(), zones.reader(), zones.current()]);
    select = make("select", { class: "zone-choice" }, ...[...first].map(option));
    for (const name of ["focus", "pointerdown"]) {
      select.addEventListener(name, fill);
    }
    select.addEventListener("change", () => setTimeout(choose));
    place.append(" ", make("label", null, `${label("zone")} `, select));
    programkit.later(zones.warm);
    programkit.later(prepareOthers);
  }

  // After the choice itself can be seen.
  function choose() {
    programkit.state.set("tz", select.value === zones.conference() ? "" : select.value);
    zones.choose(select.value, true);
    programkit.announce(sentence() || label("time_zone", { zone: zones.conference() }));
    setTimeout(programkit.state.write);
  }

  const sentence = () => zones.chosen() &&
    label("zone_shown", { zone: zones.chosen(), conference: zones.conference() });

  function show() {
    for (const { own, other } of sentences) {
      own.hidden = Boolean(zones.chosen());
      other.hidden = !own.hidden;
      other.textContent = sentence();
    }
    select.value = zones.current();
    headings();
  }

  function headings() {
    for (const heading of document.querySelectorAll("section.day[id] > h2, [data-page=day] h1")) {
      heading.querySelector(".zone-note")?.remove();
      heading.append(zones.note() || "");
    }
  }

  programkit.start(() => {
    if (!zones.conference()) {
      return;
    }
    const asked = programkit.state.get("tz") || programkit.store.read("zone");
    if (asked) {
      zones.choose(asked, false);
    }
    const places = [...document.querySelectorAll(".zone[data-zone]")];
    if (places.length) {
      places.forEach(prepare);
      put(places[0]);
      programkit.on("zone", show);
      show();
    }
  });
}
