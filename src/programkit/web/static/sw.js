// The service worker: the site without a network.
//
// Filled in when the site is built: `programkit:version` by a string that changes with any file of
// the site, `programkit:files` by a list of names of files to keep from the start, the pages among
// them as they are linked ("index.html"). Every other page is kept once it was visited.
"use strict";

const VERSION = String(/*programkit:version*/);
const FILES = [].concat(/*programkit:files*/);

const SCOPE = self.registration.scope;
// Other sites of the same host have caches too.
const PREFIX = `programkit ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const PATIENCE = 4000;
const DIGEST = /^assets\/.*\.[0-9a-f]{10}\.\w+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clean().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) {
    event.respondWith(answer(request));
  }
});

// One file that is missing does not keep the others from being kept.
async function install() {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(FILES.map(async (name) => {
    const response = await fetch(new URL(name, SCOPE), { cache: "reload" });
    if (response.ok) {
      await cache.put(new URL(name, SCOPE), direct(response));
    }
  }));
}

// Browsers refuse an answer that was redirected, as by hosts that leave out ".html".
function direct(response) {
  const { headers, redirected, body } = response;
  return redirected ? new Response(body, { headers }) : response;
}

async function clean() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// Files with the digest of their content in their names never change: what is kept is right. All
// others are asked of the network first, because programs change; what is kept is for without it.
function answer(request) {
  const name = nameOf(request);
  return DIGEST.test(name) ? keptFirst(request, name) : networkFirst(request, name);
}

// Queries are read by the page's script; the folder is its index.
function nameOf(request) {
  const url = new URL(request.url);
  return decodeURI(url.origin + url.pathname).slice(decodeURI(SCOPE).length) || "index.html";
}

const kept = (name) => caches.open(CACHE).then((cache) => cache.match(new URL(name, SCOPE)));

async function keptFirst(request, name) {
  return (await kept(name)) || networkFirst(request, name);
}

async function networkFirst(request, name) {
  const network = fetched(request, name);
  const before = await kept(name);
  if (before) {
    return Promise.race([network.catch(() => before), waited(before)]);
  }
  return network.catch((fault) => instead(request, fault));
}

const waited = (response) => new Promise((done) => setTimeout(done, PATIENCE, response));

// Asked anew even where the browser itself kept an answer: hosts seldom say for how long it holds.
async function fetched(request, name) {
  const response = await fetch(request, { cache: "no-cache" });
  if (response.ok && response.type === "basic") {
    const cache = await caches.open(CACHE);
    await cache.put(new URL(name, SCOPE), direct(response.clone()));
  }
  return response;
}

// A page that was never visited: the program is what is there.
async function instead(request, fault) {
  if (request.mode === "navigate" && (await kept("index.html"))) {
    return Response.redirect(new URL("index.html", SCOPE));
  }
  throw fault;
}
