// Talks and posters by their keys, and the elements of the page that show them.
{
  const FEW = 6;
  let items = null;

  function all() {
    if (!items) {
      const { talks, posters } = programkit.facts;
      items = new Map([...talks, ...posters].map((item) => [item.k, item]));
    }
    return items;
  }

  // The browser finds a few sooner by itself; for many, one pass over the page is better.
  function shown(keys) {
    const few = keys.size <= FEW;
    const each = [...keys].map((key) => `main [data-key="${CSS.escape(key)}"]`);
    const found = [...document.querySelectorAll(few ? each.join() || "x" : "main [data-key]")];
    return few ? found : found.filter((element) => keys.has(element.getAttribute("data-key")));
  }

  // The times of an item that are known: [start, end, room, day, uid, sequence].
  const times = (item) => item.o.filter((time) => time[0] !== null);

  programkit.items = { all, get: (key) => all().get(key), shown, times };
}
