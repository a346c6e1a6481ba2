// <programkit-agenda src="https://conf.example/site/">: the program inside of another web page.
//
// Filled in when the site is built: `programkit:labels` by the words that it shows, and
// `programkit:form` by how times are written. The host of the site must allow its file agenda.json
// to be read from elsewhere (Access-Control-Allow-Origin).
//
// Attributes: `src`, the folder of the site; `day`, `track`, `room` (ids of the conference), to show
// only these; `zone`, to show times in another time zone. What it looks like is for the page to say:
// by custom properties (--agenda-text, --agenda-muted, --agenda-line, --agenda-link, --agenda-font)
// and by ::part(title), ::part(day), ::part(talk), ::part(time), ::part(names), ::part(room).
"use strict";

(() => {
  const LABELS = Object(/*programkit:labels*/);
  const FORM = Object(/*programkit:form*/);
  const STYLE = `
    :host { display: block; font: var(--agenda-font, inherit); color: var(--agenda-text, inherit); }
    :host([hidden]) { display: none; }
    h2, h3, ol, p { margin: 0; padding: 0; }
    h2 { font-size: 1.25em; margin-block: 1em .4em; }
    h3 { font-size: 1em; margin-block: .8em .2em; }
    ol { list-style: none; }
    a { color: var(--agenda-link, currentColor); }
    a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
    li.talk { display: flex; flex-wrap: wrap; gap: 0 1em; padding-block: .3em;
      border-block-start: 1px solid var(--agenda-line, color-mix(in srgb, currentColor 25%, transparent)); }
    .time { min-inline-size: 7.5em; font-variant-numeric: tabular-nums; }
    .what { flex: 1 1 14em; }
    .names, .room, .date { color: var(--agenda-muted, inherit); font-size: .9em; }
    .cancelled a { text-decoration: line-through; }`;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  const label = (name, values) =>
    (LABELS[name] || name).replace(/\{(\w+)\}/g, (whole, key) => (values ? values[key] : whole));

  // Only web addresses are followed, whatever the file says.
  function link(base, page, text) {
    const address = new URL(page || "", base);
    const safe = page && /^https?:$/.test(address.protocol);
    return safe ? make("a", { href: address.href, dir: "auto" }, text) : text;
  }

  class Agenda extends HTMLElement {
    static get observedAttributes() {
      return ["src", "day", "track", "room", "zone"];
    }

    connectedCallback() {
      this.draw();
    }

    // Attributes that change together, as when the element is parsed, are one change.
    attributeChangedCallback() {
      if (this.isConnected && !this.waiting) {
        this.waiting = Promise.resolve().then(() => {
          this.waiting = null;
          this.draw();
        });
      }
    }

    get root() {
      if (!this.shadowRoot) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      }
      return this.shadowRoot;
    }

    // An older answer does not take the place of a newer one.
    async draw() {
      const base = this.base();
      const loading = this.load(base);
      try {
        const data = await loading;
        if (this.isConnected && loading === this.loading) {
          this.root.replaceChildren(new Drawing(this, data, base).whole());
        }
      } catch {
        if (loading === this.loading) {
          this.fail(base);
        }
      }
    }

    base() {
      try {
        return new URL(this.getAttribute("src").replace(/[^/]*$/, ""), document.baseURI);
      } catch {
        return new URL(document.baseURI);
      }
    }

    // Asked for once for each address.
    load(base) {
      if (this.address !== base.href) {
        this.address = base.href;
        this.loading = read(new URL("agenda.json", base));
      }
      return this.loading;
    }

    fail(base) {
      this.address = "";
      const text = label("embed_failed", { address: base.href });
      this.root.replaceChildren(make("p", { part: "error", role: "alert" }, text));
    }
  }

  async function read(address) {
    const response = await fetch(address, { credentials: "omit" });
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    return response.json();
  }

  class Drawing {
    constructor(element, data, base) {
      this.data = data;
      this.base = base;
      this.only = (name) => element.getAttribute(name) || "";
      this.talks = new Map(data.talks.map((talk) => [talk.id, talk]));
      this.people = new Map(data.people.map((person) => [person.id, person.name]));
      this.rooms = new Map(data.rooms.map((room) => [room.id, room.name]));
      this.zone = zoneOf(this.only("zone")) || zoneOf(data.timezone);
    }

    whole() {
      const { data } = this;
      const day = this.only("day");
      const undated = { page: "", title: label("date_tbd"), items: day ? [] : data.undated };
      const days = [...data.days.filter(({ id }) => !day || id === day), undated]
        .flatMap((one) => this.day(one));
      const nothing = days.length ? "" : make("p", null, label("embed_nothing"));
      const attributes = { lang: data.language, dir: data.direction, "aria-label": data.title };
      return make("section", attributes, make("h2", { part: "title", dir: "auto" }, data.title),
        ...days, nothing, make("p", null, link(this.base, "index.html", label("embed_whole"))));
    }

    day(day) {
      const talks = day.items.flatMap((item) => this.item(item));
      const heading = make("h3", { part: "day", dir: "auto" }, link(this.base, day.page, day.title));
      return talks.length ? [heading, make("ol", null, ...talks)] : [];
    }

    item(item) {
      const room = this.only("room");
      if (item.type !== "session" || (room && item.room !== room)) {
        return [];
      }
      return item.talks.map((row) => [row, this.talks.get(row.talk)])
        .filter(([, talk]) => talk && this.wanted(talk, item))
        .map(([row, talk]) => this.talk(row, talk, item));
    }

    wanted(talk, session) {
      const track = this.only("track");
      return !track || track === talk.track || track === session.track;
    }

    talk(row, talk, session) {
      const names = (talk.speakers || []).map((id) => this.people.get(id)).filter(Boolean).join(", ");
      const cancelled = talk.state === "cancelled" ? ` (${label("cancelled")})` : "";
      const room = this.rooms.size > 1 ? this.rooms.get(session.room) || "" : "";
      const title = make("div", { dir: "auto" }, link(this.base, talk.page, talk.title || "…"), cancelled);
      const what = make("div", { class: "what" }, title,
        names ? make("div", { class: "names", part: "names" }, names) : "",
        room ? make("div", { class: "room", part: "room", dir: "auto" }, room) : "");
      const kind = cancelled ? "talk cancelled" : "talk";
      return make("li", { class: kind, part: "talk" }, this.when(row), what);
    }

    when(row) {
      if (!row.start) {
        return make("span", { class: "time", part: "time" }, label("time_tbd"));
      }
      const end = row.end ? ["–", this.time(row.end)] : [];
      return make("span", { class: "time", part: "time" }, this.time(row.start), ...end);
    }

    // What has no zone, or no date, is what clocks show there.
    time(stamp) {
      const known = this.zone && /T.*(Z|[+-]\d\d:\d\d)$/.test(stamp);
      const shown = known ? this.local(stamp) : [written(stamp.replace(/^.*T/, ""))];
      return make("time", { datetime: stamp }, ...shown);
    }

    local(stamp) {
      const moment = new Date(stamp);
      const form = (locale, options) => new Intl.DateTimeFormat(locale,
        { timeZone: this.zone, numberingSystem: "latn", ...options }).format(moment);
      const other = form("sv", { dateStyle: "short" }) !== stamp.slice(0, 10);
      const date = other ? ` ${form(FORM.locale, { month: "short", day: "numeric" })}` : "";
      return [written(form("sv", { timeStyle: "short" })), date && make("span", { class: "date" }, date)];
    }
  }

  // A time such as "08:30" as the site writes it.
  function written(time) {
    const [HH, mm] = time.split(":");
    const values = { h: (Number(HH) + 11) % 12 + 1, H: Number(HH), HH, mm };
    return FORM.clock[HH < "12" ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function zoneOf(name) {
    try {
      return name && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      return "";
    }
  }

  if (!customElements.get("programkit-agenda")) {
    customElements.define("programkit-agenda", Agenda);
  }
})();
