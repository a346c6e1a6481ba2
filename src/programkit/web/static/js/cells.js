// By arrows through the table of a day: between rooms to the sides, in time up and down.
{
  const STEPS = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, 1], End: [0, -1],
  };
  let table = null;
  let places = [];
  let row = 0;
  let column = 0;

  // Which cell is in which place: some span several rows or columns.
  function read() {
    places = [...table.rows].map(() => []);
    places.forEach((line, top) => {
      for (const cell of table.rows[top].cells) {
        const left = [...line, null].findIndex((taken) => !taken);
        for (const below of places.slice(top, top + cell.rowSpan)) {
          below.length = Math.max(below.length, left);
          below.splice(left, cell.colSpan, ...Array(cell.colSpan).fill(cell));
        }
      }
    });
  }

  // One moves along a line of places, also through cells that are wider than it.
  function stand(cell) {
    if (table !== cell.closest("table")) {
      table = cell.closest("table");
      read();
    }
    if (!places[row] || places[row][column] !== cell) {
      row = places.findIndex((line) => line.includes(cell));
      column = places[row].indexOf(cell);
    }
  }

  const links = (cell) => [...cell.querySelectorAll("a")].filter((link) => !link.closest(".out"));

  // Whether the key was one of these. A cell with several links has them below each other.
  function move(key, from) {
    const cell = from.closest(".grid th, .grid td");
    if (!cell || !Object.hasOwn(STEPS, key)) {
      return false;
    }
    const [down, aside] = STEPS[key];
    const next = down && links(cell)[links(cell).indexOf(from) + down];
    stand(cell);
    if (next) {
      next.focus();
    } else if (key[0] === "A") {
      go(down, document.dir === "rtl" ? -aside : aside, cell);
    } else {
      column = aside < 0 ? places[row].length : -1;
      go(0, aside);
    }
    return true;
  }

  function go(down, aside, cell) {
    let [y, x] = [row, column];
    let found = null;
    do {
      y += down;
      x += aside;
      found = places[y] && places[y][x];
    } while (found && (found === cell || !links(found).length));
    if (found) {
      [row, column] = [y, x];
      links(found).at(down < 0 ? -1 : 0).focus();
    }
  }

  programkit.cells = { move };
}
