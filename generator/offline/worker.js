// Keeps pages on a visitor's device, for when there is no signal. It is there only because its visitor asked for it, and
// goes for good when they say so: without the store of pages, which only its installation makes, it keeps nothing more.
// The line above says which pages are kept from the start (`pages`, `more`) and what they fetch that no page names (`data`).
// A page names its styles and scripts by their contents, so an old page never meets new ones.
const PATIENCE = 4000; // ms that a page which is kept may keep its visitor waiting for a newer one
const MOST_SEEN = 100; // pages kept because somebody opened them
const scope = new URL(registration.scope);
const NAME = `waypost:${scope.pathname}:`; // one host may hold several directories
const PAGES = `${NAME}pages`;
const PARTS = `${NAME}parts`;
const NO_SIGNAL = address(KEPT.fallback);

function address(path) {
  const url = new URL(path, scope);
  // What somebody searched for is nobody's business, and a folder is its index.html. A stamp is part of a part's name.
  url.hash = "";
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  return url;
}
function pageAddress(path) {
  const url = address(path);
  url.search = "";
  return url.href;
}
const isFixed = ({ pathname, search }) =>
  /^\?v=[0-9a-f]{8}$/.test(search) || /\/assets\/find\/[0-9a-f]{6,}\//.test(pathname) || pathname.endsWith(".woff2");
const isOurs = ({ origin, pathname }) => origin === scope.origin && pathname.startsWith(scope.pathname);

let isForgotten = false; // a worker that was sent away still serves the pages that are open, and may keep nothing more

// A browser may refuse any of this at any time; then there is no copy, and the page comes from the host as ever.
async function copyOf(name, key) {
  try {
    return (await caches.has(name)) ? await (await caches.open(name)).match(key, { ignoreVary: true }) : undefined;
  } catch {
    return undefined;
  }
}
async function keep(name, key, response) {
  try {
    if (!isForgotten && (await caches.has(PAGES))) await (await caches.open(name)).put(key, response);
  } catch {
    // Full, or refused: what was kept before is still there.
  }
}
async function drop(name, key) {
  try {
    if (await caches.has(name)) await (await caches.open(name)).delete(key, { ignoreVary: true });
  } catch {
    // It will be looked at again when it is asked for.
  }
}

// What a page or a style sheet needs: its own styles, scripts, pictures and fonts.
function needs(text, base) {
  const found = [];
  for (const [tag] of text.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
    if (tag.startsWith("<link") && !/\brel="?(?:stylesheet|icon|preload)\b/.test(tag)) continue;
    const [, path] = /\b(?:href|src)="?([^"\s>]+)/.exec(tag) || [];
    if (path) found.push(path.replace(/&amp;/g, "&"));
  }
  if (!found.length) for (const [, path] of text.matchAll(/\burl\(["']?([^"')]+)/g)) found.push(path);
  return found.map((path) => new URL(path, base)).filter(isOurs);
}
const isPage = (response) =>
  response.status === 200 && response.type === "basic" && /\btext\/html\b/.test(response.headers.get("content-type"));
// Only pages that say of what day they are: not what a hotel's network or a neighbor on this host answers in our place.
const saysItsDay = (text) => / data-made="?\d{4}-\d\d-\d\d/.test(text);
// A page that was found by way of another address is not accepted as an answer to this one.
const plain = (response) =>
  response.redirected ? new Response(response.body, { headers: response.headers }) : response;

const coming = new Map(); // what is on its way, since many pages need the same parts at once
async function fetchPart(url) {
  const there = isFixed(url) && (await copyOf(PARTS, url.href));
  if (there) return textOf(url, there);
  if (!coming.has(url.href)) coming.set(url.href, bringPart(url).finally(() => coming.delete(url.href)));
  return coming.get(url.href);
}
async function bringPart(url) {
  const response = await fetch(url.href, { cache: isFixed(url) ? "default" : "no-cache" });
  if (response.status !== 200) throw new Error(url.href);
  const text = textOf(url, response.clone());
  await keep(PARTS, url.href, response);
  return text;
}
const textOf = ({ pathname }, response) => (pathname.endsWith(".css") ? response.text() : "");
// Its parts first: a page is kept only once it is whole. Throws if it cannot be had.
async function fetchPage(path) {
  const key = pageAddress(path);
  const response = plain(await fetch(key, { cache: "no-cache" }));
  const text = await response.clone().text();
  if (response.status !== 200 || !saysItsDay(text)) throw new Error(key);
  await fetchNeeds(text, key);
  await keep(PAGES, key, response);
}
async function fetchNeeds(text, base) {
  await Promise.all(
    needs(text, base).map(async (url) => {
      const text = await fetchPart(url);
      if (text) await Promise.all(needs(text, url).map(fetchPart));
    }),
  );
}

// Throws away the oldest of many pages, and the parts that no kept page needs any more.
async function tidy() {
  if (!(await caches.has(PAGES))) return;
  const [pages, parts] = [await caches.open(PAGES), await caches.open(PARTS)];
  const kept = await pages.keys();
  const most = KEPT.pages.length + KEPT.more.length + MOST_SEEN;
  for (const request of kept.slice(0, Math.max(0, kept.length - most))) await pages.delete(request);
  const needed = new Set(KEPT.data.map((path) => new URL(path, scope).href));
  const folder = (href) => (href.includes("/assets/find/") ? href.slice(0, href.lastIndexOf("/")) : href);
  for (const request of await pages.keys()) {
    const text = await (await pages.match(request, { ignoreVary: true })).text();
    for (const { href } of needs(text, request.url)) needed.add(href).add(folder(href));
  }
  for (const { url } of await parts.keys()) {
    if (!needed.has(url) && !needed.has(folder(url)) && !url.endsWith(".woff2")) await parts.delete(url);
  }
}

async function install() {
  await caches.open(PAGES);
  const [first, ...others] = KEPT.pages;
  await fetchPage(first); // the help lines: without them nothing is promised
  const isThrifty = Boolean(navigator.connection?.saveData); // a visitor who counts every kilobyte
  const [pages, data] = isThrifty ? [others, []] : [[...others, ...KEPT.more], KEPT.data];
  await Promise.allSettled([...pages.map(fetchPage), ...data.map((path) => fetchPart(new URL(path, scope)))]);
  if (!(await copyOf(PAGES, pageAddress(first)))) throw new Error("nothing can be kept here");
}
addEventListener("install", (event) => event.waitUntil(Promise.all([install(), skipWaiting()])));
addEventListener("activate", (event) => event.waitUntil(tidy().catch(() => {}).then(() => clients.claim())));

const shownFromStore = new Set(); // ids of pages for which the host did not answer
const wait = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

async function answerPage(event) {
  const key = pageAddress(event.request.url);
  const copy = await copyOf(PAGES, key);
  const coming = fetch(event.request).then(async (response) => {
    if (isPage(response)) {
      const twin = response.clone();
      event.waitUntil(twin.clone().text().then((text) => saysItsDay(text) && keep(PAGES, key, plain(twin))));
    } else if (response.status === 404 || response.status === 410) {
      event.waitUntil(drop(PAGES, key));
    } else if (response.status >= 500 && copy) {
      throw new Error("the host has trouble of its own");
    }
    return response;
  });
  event.waitUntil(coming.catch(() => {}));
  const fallBack = async () => {
    shownFromStore.add(event.resultingClientId);
    if (copy) return copy;
    return (await copyOf(PAGES, pageAddress(NO_SIGNAL))) && key !== pageAddress(NO_SIGNAL)
      ? Response.redirect(NO_SIGNAL.href)
      : Response.error();
  };
  if (!copy) return coming.catch(fallBack);
  let isHere = false;
  coming.then(() => (isHere = true)).catch(() => {});
  return Promise.race([coming, wait().then(() => isHere || fallBack())]).catch(fallBack);
}

async function answerPart(event) {
  const url = address(event.request.url);
  const copy = await copyOf(PARTS, url.href);
  if (copy && isFixed(url)) return copy;
  const coming = fetch(event.request).then((response) => {
    if (response.status === 200 && response.type === "basic") event.waitUntil(keep(PARTS, url.href, response.clone()));
    return response;
  });
  event.waitUntil(coming.catch(() => {}));
  return copy ? Promise.race([coming, wait().then(() => copy)]).catch(() => copy) : coming;
}

addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  if (method !== "GET" || !isOurs(new URL(url))) return;
  if (mode === "navigate") event.respondWith(answerPage(event));
  else if (["style", "script", "font", "image"].includes(destination)) event.respondWith(answerPart(event));
});

// A page asks whether it came from the store; to be kept as well, when its visitor has just asked; or to keep no more.
addEventListener("message", (event) => {
  const { ask, page } = event.data || {};
  if (ask === "kept") event.ports[0]?.postMessage(shownFromStore.has(event.source.id));
  if (ask === "forget") isForgotten = true;
  if (ask === "keep" && isOurs(new URL(page, scope))) event.waitUntil(fetchPage(page).catch(() => {}));
});
