// Times in the zone that the reader chose. Each is converted by itself, so that weeks in which zones
// disagree about summer time are right; what has no zone of its own (a floating time) is left alone.
{
  const MINUTE = 60000;
  const DAY = 1440;
  const WITH_ZONE = /^(\d{4})-(\d\d)-(\d\d)T.*(?:Z|[+-]\d\d:\d\d)$/;
  const clocks = new Map();
  const dates = new Map();
  const originals = new Map();
  let chosen = "";
  let own = "";

  const conference = () => programkit.facts.zone;
  const known = (zone) => Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  const current = () => chosen || conference() || "UTC";

  // Zones have several names, of which browsers know one as the reader's. They are slow to say it.
  function reader() {
    if (!own) {
      const zone = known() || "UTC";
      own = zone === known(conference()) ? conference() : zone;
    }
    return own;
  }

  function exists(zone) {
    try {
      return Boolean(zone && clock(zone));
    } catch {
      return false;
    }
  }

  // What clocks in a zone show at an instant; instants repeat, so each is computed once.
  function clock(zone) {
    if (!clocks.has(zone)) {
      clocks.set(zone, makeClock(zone));
    }
    return clocks.get(zone);
  }

  function makeClock(zone) {
    const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric",
    });
    const known = new Map();
    return (minutes) => {
      if (!known.has(minutes)) {
        known.set(minutes, reading(minutes, parts));
      }
      return known.get(minutes);
    };
  }

  function reading(minutes, parts) {
    const found = {};
    for (const { type, value } of parts.formatToParts(minutes * MINUTE)) {
      found[type] = Number(value);
    }
    const day = Date.UTC(found.year, found.month - 1, found.day) / MINUTE / DAY;
    const local = day * DAY + found.hour * 60 + found.minute;
    return { text: written(found), day, offset: local - minutes };
  }

  const two = (number) => String(number).padStart(2, "0");

  // As the pages write it, whatever the browser would.
  function written({ hour, minute }) {
    const values = { h: (hour + 11) % 12 + 1, H: hour, HH: two(hour), mm: two(minute) };
    return programkit.facts.clock[hour < 12 ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // The machine-readable form of an instant in the conference's zone.
  function iso(minutes, zone) {
    const { offset } = clock(zone)(minutes);
    const local = new Date((minutes + offset) * MINUTE).toISOString().slice(0, 16);
    const ahead = Math.abs(offset);
    return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  }

  // A <time> for an instant that only the facts have. Without a zone they are local times.
  function element(minutes) {
    const zone = conference() || "UTC";
    const stamp = conference() ? iso(minutes, zone) : iso(minutes, zone).slice(0, 16);
    const made = programkit.make("time", { datetime: stamp }, clock(zone)(minutes).text);
    convert(made);
    return made;
  }

  function convert(time) {
    const match = WITH_ZONE.exec(time.dateTime);
    if (!match || (!chosen && !originals.has(time))) {
      return;
    }
    if (!originals.has(time)) {
      originals.set(time, time.textContent);
    }
    if (!chosen) {
      time.textContent = originals.get(time);
      originals.delete(time);
      return;
    }
    const now = clock(chosen)(Math.floor(Date.parse(time.dateTime) / MINUTE));
    const shift = now.day - Date.UTC(match[1], match[2] - 1, match[3]) / MINUTE / DAY;
    time.textContent = now.text;
    if (shift) {
      time.append(mark(shift, dateOf(now.day)));
    }
  }

  function dateOf(day) {
    if (!dates.has(day)) {
      dates.set(day, new Intl.DateTimeFormat(programkit.facts.lang, {
        weekday: "long", day: "numeric", month: "long", timeZone: "UTC", numberingSystem: "latn",
      }).format(day * DAY * MINUTE));
    }
    return dates.get(day);
  }

  // It is another day there: "+1", and which.
  function mark(shift, date) {
    const text = shift > 0 ? `+${shift}` : `−${-shift}`;
    const attributes = { class: "shift", role: "img", title: date, "aria-label": date };
    return programkit.make("span", attributes, text);
  }

  // Days keep the conference's dates, whichever zone their times are shown in.
  function note() {
    const text = programkit.label("zone_dates", { zone: conference() });
    return chosen ? programkit.make("small", { class: "zone-note" }, ` ${text}`) : null;
  }

  function choose(zone, keep) {
    chosen = exists(zone) && zone !== conference() ? zone : "";
    if (keep) {
      programkit.store.write("zone", chosen);
    }
    const asked = chosen;
    programkit.gently([...document.querySelectorAll('time[datetime*="T"]')], convert, () => asked === chosen);
    programkit.emit("zone");
  }

  // What a browser makes for the first time is slow.
  function warm() {
    exists(reader());
    dateOf(0);
  }

  programkit.zones = {
    choose, chosen: () => chosen, conference, current, element, note, reader, warm,
  };
}
