// Talks and posters by their keys, and the elements of the page that show them.
{
  let items = null;
  let elements = null;

  function all() {
    if (!items) {
      const { talks, posters } = programkit.facts;
      items = new Map([...talks, ...posters].map((item) => [item.k, item]));
    }
    return items;
  }

  // One pass over the page instead of one for each question.
  function shown(key) {
    if (!elements) {
      elements = new Map();
      for (const element of document.querySelectorAll("main [data-key]")) {
        remember(element);
      }
    }
    return elements.get(key) || [];
  }

  function remember(element) {
    const key = element.dataset.key;
    if (elements.has(key)) {
      elements.get(key).push(element);
    } else {
      elements.set(key, [element]);
    }
  }

  // Elements that the script added or removed since.
  function forget() {
    elements = null;
  }

  // The times of an item that are known: [start, end, room, day, uid, sequence].
  const times = (item) => item.o.filter((time) => time[0] !== null);

  programkit.items = { all, get: (key) => all().get(key), shown, forget, times };
}
