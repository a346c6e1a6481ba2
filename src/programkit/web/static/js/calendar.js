// An iCalendar file of some talks, RFC 5545, with the same UIDs as the site's calendars, so that a
// talk that comes from two of them is one.
{
  const MINUTE = 60000;
  const OCTETS = 75;
  const encoder = new TextEncoder();

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

  // Lines are at most 75 octets long, and no character is cut.
  function folded(line) {
    const lines = [];
    let current = "";
    let length = 0;
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (length + octets > OCTETS) {
        lines.push(current);
        current = " ";
        length = 1;
      }
      current += character;
      length += octets;
    }
    return [...lines, current].join("\r\n");
  }

  // Where the conference's zone is unknown, times are those of clocks there, whatever the zone.
  function instant(minutes) {
    const digits = new Date(minutes * MINUTE).toISOString().replace(/[-:]|\.\d+/g, "");
    return programkit.facts.zone ? digits : digits.slice(0, -1);
  }

  function event(item, time, part, stamp) {
    const { facts } = programkit;
    const [start, end, room, , uid, sequence] = time;
    const place = [room < 0 ? "" : facts.rooms[room][1], facts.place].filter(Boolean).join(", ");
    const title = item.o.length > 1 ? `${item.t} (${part}/${item.o.length})` : item.t;
    const summary = [item.x ? programkit.label("cancelled") : "", item.n, title].filter(Boolean).join(": ");
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(uid || `${item.k}/${part}@${facts.id}`)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence || 0}`,
      `DTSTART:${instant(start)}`,
      end === null ? "" : `DTEND:${instant(end)}`,
      `SUMMARY:${escaped(summary)}`,
      place ? `LOCATION:${escaped(place)}` : "",
      facts.url ? `URL:${facts.url}${encodeURIComponent(item.k)}.html` : "",
      item.x ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
      "END:VEVENT",
    ].filter(Boolean);
  }

  // The stamp tells when the site's calendars last changed.
  function write(talks, stamp) {
    const events = talks.flatMap((talk) =>
      talk.o.flatMap((time, part) => (time[0] === null ? [] : event(talk, time, part + 1, stamp))));
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//programkit//agenda//EN"];
    return [...head, ...events, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
  }

  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    const link = programkit.make("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  programkit.calendar = { write, download };
}
