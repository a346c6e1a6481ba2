// All files are joined into one script, this one first.
"use strict";

// The one global of the site's script, what its files share, and the moment at which they begin.
window.programkit = window.programkit || {};

{
  const BEARABLE = 25;
  const starts = [];
  const listeners = new Map();
  let status = null;

  // Each part begins on its own: a fault in one leaves the others, and the page, as they are.
  function begin() {
    if (!programkit.facts) {
      return;
    }
    document.documentElement.classList.add("js");
    for (const start of starts) {
      try {
        start();
      } catch (fault) {
        console.error(fault);
      }
    }
  }

  // Text becomes text nodes, never markup: titles and names come from strangers.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value != null && value !== false) {
        element.setAttribute(key, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child != null));
    return element;
  }

  function button(text, action, attributes) {
    const element = make("button", { type: "button", ...attributes }, text);
    element.addEventListener("click", action);
    return element;
  }

  // A word of the page's language, with what it has in braces filled in.
  function label(name, values) {
    const text = programkit.facts.labels[name] || name;
    return text.replace(/\{(\w+)\}/g, (whole, key) =>
      values && key in values ? String(values[key]) : whole);
  }

  // Says a sentence to those who listen to the page.
  function announce(sentence) {
    if (!status) {
      status = make("p", { role: "status", class: "unseen" });
      document.body.append(status);
    }
    status.textContent = sentence;
  }

  // Pages lie in one folder; on the one-page version everything is an element of it.
  function address(key) {
    return document.body.dataset.page === "single" ? `#${key}` : `${encodeURIComponent(key)}.html`;
  }

  function on(name, action) {
    listeners.set(name, [...(listeners.get(name) || []), action]);
  }

  function emit(name) {
    for (const action of listeners.get(name) || []) {
      action();
    }
  }

  // What nobody waits for; Safari has no idle callbacks.
  const later = (action) =>
    window.requestIdleCallback ? requestIdleCallback(action) : setTimeout(action, 200);

  // Once what is there now can be seen, in a task of its own.
  const afterwards = (action) => requestAnimationFrame(() => setTimeout(action));

  // Many things, as many at a time as a frame bears: what they cost is known once they are drawn.
  function gently(things, action, goOn = () => true, count = 32) {
    const begun = performance.now();
    things.splice(0, count).forEach(action);
    if (things.length) {
      afterwards(() => {
        const next = performance.now() - begun < BEARABLE ? count * 2 : Math.ceil(count / 2);
        return goOn() && gently(things, action, goOn, next);
      });
    }
  }

  Object.assign(programkit, { make, button, label, announce, address, on, emit, later, afterwards, gently });
  programkit.start = (action) => starts.push(action);
  document.addEventListener("DOMContentLoaded", begin);
}
