// The first page of a series, read after it was made: what is over moves among the past talks, and the
// first that is due becomes the next one. Lines are moved, not made: the style sheet shows them as it should.
{
  const PLACES = ":is([data-next], [data-upcoming])";
  const MINUTE = 60000;
  const ends = (line) => Date.parse(line.dataset.until);
  let card = null;

  // Dates without a talk leave no trace.
  function pass(line) {
    const list = document.querySelector(`[data-term="${line.dataset.in}"] ol`);
    if (list) {
      list.prepend(line);
    } else {
      line.remove();
    }
  }

  function follow() {
    const list = card.querySelector("ol");
    if (!list.firstElementChild) {
      const line = document.querySelector("[data-upcoming] [data-due]");
      list.append(...(line ? [line] : []));
      line?.querySelector("details")?.setAttribute("open", "");
    }
    const start = list.querySelector("time[datetime*=T]");
    const heading = card.querySelector("h2");
    heading.textContent = start && Date.parse(start.dateTime) <= Date.now()
      ? programkit.label("now") : heading.dataset.soon;
    const nothing = document.querySelector("[data-none]");
    nothing.textContent = document.querySelector(`${PLACES} li`) ? "" : nothing.dataset.none;
  }

  function tick() {
    const lines = [...document.querySelectorAll(`${PLACES} [data-until]`)].filter((line) => ends(line) <= Date.now());
    lines.sort((one, other) => ends(one) - ends(other)).forEach(pass);
    follow();
  }

  programkit.start(() => {
    card = document.querySelector("[data-next]");
    if (card) {
      tick();
      setInterval(tick, MINUTE);
    }
  });
}
