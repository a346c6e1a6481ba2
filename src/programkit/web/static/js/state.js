// What is searched, filtered and shown, as the address has it: it can be shared and kept.
{
  const NAMES = ["q", "day", "track", "room", "tag", "lang", "kind", "starred", "tz"];
  const asked = new URLSearchParams(location.search);
  const values = Object.fromEntries(NAMES.map((name) => [name, asked.get(name) || ""]));

  function set(name, value) {
    values[name] = value;
  }

  function write() {
    const kept = NAMES.filter((name) => values[name]).map((name) => [name, values[name]]);
    const query = new URLSearchParams(kept).toString();
    try {
      history.replaceState(history.state, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      // Some do not let a file have another address, none more than a hundred in half a minute.
    }
  }

  programkit.state = { get: (name) => values[name], set, write };
}
