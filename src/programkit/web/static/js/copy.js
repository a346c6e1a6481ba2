// Buttons that copy: citations, and the link of a shared program.
{
  const { make, button, label } = programkit;

  // Without the permission, or on a page without https, the old way still works.
  async function copy(text, told) {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = byCommand(text);
    }
    const before = told.textContent;
    told.textContent = label(done ? "copied" : "copy_failed");
    programkit.announce(told.textContent);
    setTimeout(() => {
      told.textContent = before;
    }, 2000);
  }

  function byCommand(text) {
    const field = make("textarea", { class: "unseen" });
    const focused = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused.focus();
    return done;
  }

  programkit.start(() => {
    for (const text of document.querySelectorAll("[data-copy]")) {
      const name = { bibtex: "BibTeX", csl: "CSL-JSON" }[text.dataset.copy] || text.dataset.copy;
      const made = button(label("copy", { what: name }), () => copy(text.textContent, made));
      text.before(make("p", { class: "copy" }, made));
    }
  });

  programkit.copy = copy;
}
