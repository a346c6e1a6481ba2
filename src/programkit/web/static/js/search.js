// Search in everything that the pages say, without a server: in the index that was made with them.
{
  const TEXT = 1;
  const TITLE = 3;
  const NAME = 4;
  const WHOLE = 2;
  const MOST = 65535;
  const COMMA = 44;
  const waiting = [];
  let terms = null;
  let posts = null;
  let keys = null;

  // Calls back once the index is there. It is a script: files can load scripts, and nothing else.
  function ready(action) {
    if (programkit.index) {
      open();
      action();
    } else if (waiting.push(action) === 1) {
      const script = programkit.make("script", { src: document.documentElement.dataset.search });
      script.addEventListener("load", () => {
        open();
        waiting.splice(0).forEach((task) => task());
      });
      script.addEventListener("error", () => {
        waiting.length = 0;
        programkit.announce(programkit.label("search_failed"));
      });
      document.head.append(script);
    }
  }

  // What a browser runs, or looks for among its fonts, for the first time is slow: that is not when
  // somebody types.
  function warm() {
    programkit.later(() => find("a"));
    programkit.later(() => {
      const [item] = programkit.facts.talks;
      if (item) {
        const row = programkit.rows.row(item, programkit.items.times(item)[0], true);
        document.body.append(row);
        row.getClientRects();
        row.remove();
      }
    });
  }

  function open() {
    if (!terms) {
      const { talks, posters, sessions, people } = programkit.facts;
      terms = programkit.index.terms.split(" ");
      posts = programkit.index.posts.split(";");
      keys = [...talks, ...posters].map((item) => item.k);
      keys.push(...[...sessions, ...people].map(([key]) => key));
    }
  }

  // The first term that is not before a word. Terms are in the order of code points, strings here of
  // code units: beyond the basic plane these differ.
  function first(word) {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(terms[middle], word)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  function before(one, other) {
    const high = (unit) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
    const shorter = Math.min(one.length, other.length);
    for (let place = 0; place < shorter; place += 1) {
      const difference = one.charCodeAt(place) - other.charCodeAt(place);
      if (difference) {
        return high(one.charCodeAt(place)) < high(other.charCodeAt(place));
      }
    }
    return one.length < other.length;
  }

  // The best place of a word in each document; only its own postings are read.
  function weights(word) {
    const found = new Uint16Array(keys.length);
    for (let place = first(word); place < terms.length && terms[place].startsWith(word); place += 1) {
      decode(posts[place], found, terms[place] === word ? WHOLE : 0);
    }
    return found;
  }

  function decode(post, found, bonus) {
    let document = 0;
    let weight = TEXT;
    for (let place = 0; place <= post.length; place += 1) {
      const code = place < post.length ? post.charCodeAt(place) : COMMA;
      if (code === COMMA) {
        found[document] = Math.max(found[document], weight + bonus);
        document = 0;
        weight = TEXT;
      } else if (code === 33 || code === 64) {
        weight = code === 64 ? NAME : TITLE;
      } else {
        document = document * 36 + code - (code < 58 ? 48 : 87);
      }
    }
  }

  // Keys of what has all words of a query, the best first; null for a query without words.
  function find(query) {
    const words = programkit.tokens(query);
    if (!words.length) {
      return null;
    }
    const sums = words.map(weights).reduce((sum, one) =>
      sum.map((weight, number) => (weight && one[number] ? weight + one[number] : 0)));
    // Numbers sort much faster than pairs of them: the weight, and the place among equals.
    const order = [];
    sums.forEach((weight, number) => weight && order.push((MOST - weight) * keys.length + number));
    return Array.from(Float64Array.from(order).sort(), (place) => keys[place % keys.length]);
  }

  programkit.search = { ready, warm, find };
}
