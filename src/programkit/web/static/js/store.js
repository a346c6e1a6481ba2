// What is kept on this device. Browsers may deny it: then it lasts as long as the page.
{
  const memory = new Map();

  const named = (name) => `programkit:${programkit.facts.id}:${name}`;

  function read(name) {
    try {
      const kept = localStorage.getItem(named(name));
      return kept === null ? memory.get(name) || "" : kept;
    } catch {
      return memory.get(name) || "";
    }
  }

  function write(name, value) {
    memory.set(name, value);
    try {
      if (value) {
        localStorage.setItem(named(name), value);
      } else {
        localStorage.removeItem(named(name));
      }
    } catch {
      // Denied or full: memory has it.
    }
  }

  // Another window of the same site changed it.
  function watch(name, action) {
    window.addEventListener("storage", (event) => {
      if (event.key === null || event.key === named(name)) {
        memory.delete(name);
        action();
      }
    });
  }

  programkit.store = { read, write, watch };
}
