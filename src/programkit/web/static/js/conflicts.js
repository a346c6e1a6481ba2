// Starred talks that are at the same time.
{
  const { items, make, label } = programkit;
  let marked = new Set();

  // Pairs of talks, in the order of time.
  function among(talks) {
    const spans = [];
    for (const talk of talks.filter((one) => !one.x)) {
      for (const [start, end] of items.times(talk)) {
        spans.push({ talk, start, end: end === null ? start + 1 : end });
      }
    }
    spans.sort((one, other) => one.start - other.start);
    const pairs = [];
    spans.forEach((one, place) => {
      for (let next = place + 1; next < spans.length && spans[next].start < one.end; next += 1) {
        if (spans[next].talk !== one.talk) {
          pairs.push([one.talk, spans[next].talk, spans[next].start]);
        }
      }
    });
    return pairs;
  }

  function byKey(pairs) {
    const found = new Map();
    for (const [one, other] of pairs) {
      for (const [talk, against] of [[one, other], [other, one]]) {
        found.set(talk.k, (found.get(talk.k) || new Set()).add(against.t));
      }
    }
    return found;
  }

  function show() {
    const found = byKey(among(programkit.stars.talks()));
    for (const row of items.shown(new Set([...marked, ...found.keys()]))) {
      if (row.matches(".row")) {
        mark(row, found.get(row.dataset.key));
      }
    }
    marked = new Set(found.keys());
  }

  function mark(row, titles) {
    row.querySelector(".clash")?.remove();
    row.classList.toggle("clashing", Boolean(titles));
    if (titles) {
      const text = label("overlaps_with", { title: [...titles].join("; ") });
      (row.querySelector(".what") || row).append(make("p", { class: "clash", dir: "auto" }, text));
    }
  }

  programkit.start(() => {
    programkit.on("stars", show);
    show();
  });

  programkit.conflicts = { among, show };
}
