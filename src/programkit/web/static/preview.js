// The preview's own script: reloads the page when the site was made anew, and shows what was noticed.
// It is loaded by pages that `programkit serve` shows, and never published.
(function () {
  "use strict";

  const STYLE = `
    :host { position: fixed; inset-block-end: 0.75rem; inset-inline-end: 0.75rem; z-index: 99;
      max-inline-size: min(40rem, calc(100vw - 1.5rem)); font: 14px/1.45 system-ui, sans-serif; }
    details { max-block-size: 60vh; overflow: auto; border: 1px solid #767676; border-radius: 6px;
      background: #fffdf5; color: #1c1a17; box-shadow: 0 2px 12px rgb(0 0 0 / 20%); }
    summary { padding: 0.6rem 0.9rem; cursor: pointer; font-weight: 600; }
    summary.hard { color: #a3161f; }
    ul { margin: 0; padding: 0 0.9rem 0.75rem; list-style: none; }
    li { padding-block: 0.35rem; border-block-start: 1px solid #ddd6c8; white-space: pre-wrap; }
    li.hard { color: #a3161f; }
    @media print { :host { display: none; } }`;

  let version = null;

  function add(parent, name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    parent.append(made);
    return made;
  }

  function show(state) {
    document.querySelectorAll("programkit-findings").forEach((old) => old.remove());
    const found = state.fault ? [["hard", state.fault]] : state.findings;
    if (!found.length) return;
    const host = document.createElement("programkit-findings");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const details = add(root, "details", "");
    const hard = found.filter(([level]) => level === "hard").length;
    const said = state.fault
      ? "The files cannot be read; this is the last program that could"
      : `${found.length} finding${found.length === 1 ? "" : "s"}${hard ? `, ${hard} hard` : ""}`;
    add(details, "summary", said, hard ? "hard" : "");
    details.open = Boolean(state.fault);
    const list = add(details, "ul", "");
    found.forEach(([level, text]) => add(list, "li", text, level));
    document.body.append(host);
  }

  async function look() {
    show(await (await fetch("preview.json")).json());
  }

  new EventSource("preview.news").onmessage = (news) => {
    if (version !== null && version !== news.data) location.reload();
    version = news.data;
  };
  look();
})();
