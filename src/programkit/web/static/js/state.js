// What is searched, filtered and shown, as the address has it: it can be shared and kept.
{
  const NAMES = ["q", "day", "track", "room", "tag", "lang", "kind", "starred", "tz"];
  const asked = new URLSearchParams(location.search);
  const values = Object.fromEntries(NAMES.map((name) => [name, asked.get(name) || ""]));
  let waiting = 0;

  function set(name, value) {
    if (values[name] !== value) {
      values[name] = value;
      // Browsers refuse more than a hundred changes of the address in half a minute.
      clearTimeout(waiting);
      waiting = setTimeout(write, 300);
    }
  }

  function write() {
    const kept = NAMES.filter((name) => values[name]).map((name) => [name, values[name]]);
    const query = new URLSearchParams(kept).toString();
    try {
      history.replaceState(history.state, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      // Some browsers do not let a file have another address.
    }
  }

  programkit.state = { get: (name) => values[name], set };
}
