/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
// Keeps the site on this computer: one cache a version, the engines in a cache of their own that outlives versions.
import { base, version } from '$service-worker';
import { keptAddress, keptFiles, pageGiven, type SiteList } from './addresses.ts';
import { offlinePage } from './offline-page.ts';
import { sliceResponse } from './range.ts';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const PREFIX = `maillage:${base}:`;
const CORE = `${PREFIX}${version}`;
const LARGE = `${PREFIX}engines`;

const LIST = `${base}/kept.json`;

interface Addresses {
  core: readonly string[];
  large: ReadonlySet<string>;
  onRequest: ReadonlySet<string>;
  bundled: ReadonlySet<string>;
  /** Paths of bundled files, from the site's root. */
  build: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  /** All of them, and that of the list. */
  known: ReadonlySet<string>;
}

function addressesOf(list: SiteList): Addresses {
  const { core, large, onRequest } = keptFiles(base, list);
  return {
    core,
    large: new Set(large),
    onRequest: new Set(onRequest),
    build: new Set(list.build),
    bundled: new Set(list.build.map((path) => `${base}/${path}`)),
    pages: new Set(list.pages.map((path) => `${base}/${path}`)),
    known: new Set([...core, ...large, ...onRequest, LIST])
  };
}

let addresses: Promise<Addresses> | null = null;

/** From the list that was kept with the files; from the host where the reader has erased it. */
function siteAddresses(): Promise<Addresses> {
  addresses ??= (async () => {
    const response = (await caches.match(LIST, { cacheName: CORE })) ?? (await fetch(LIST));
    if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
    return addressesOf((await response.json()) as SiteList);
  })().catch((error: unknown) => {
    addresses = null;
    throw error;
  });
  return addresses;
}

/** Fetches and keeps the list of this version. Another version's is refused: its files are still on their way to the host. */
async function keepList(): Promise<Addresses> {
  const response = await fetch(LIST, { cache: 'no-cache' });
  const list = response.ok ? ((await response.clone().json()) as SiteList) : null;
  if (list?.version !== version) throw new Error(`${LIST}: ${list?.version ?? response.status}`);
  await (await caches.open(CORE)).put(LIST, response);
  addresses = Promise.resolve(addressesOf(list));
  return addresses;
}

/** A page reached by a redirect cannot answer a navigation: keep its content alone. */
async function unredirected(response: Response): Promise<Response> {
  return response.redirected
    ? new Response(await response.blob(), { status: response.status, headers: response.headers })
    : response;
}

const INDEX = 'index.html';
const fresh = (address: string): Promise<Response> => fetch(address, { cache: 'no-cache' });

/** A page of this version from the host; null where the host has something else there. Some hosts know a page by its file's name alone. */
async function fetchedPage(address: string, build: ReadonlySet<string>): Promise<Response | null> {
  for (const candidate of [address, address + INDEX]) {
    const response = await fresh(candidate);
    if (!response.ok) continue;
    const given = pageGiven(await response.clone().text(), build);
    if (given === 'other-version') throw new Error(`${candidate}: another version`);
    if (given === 'page') return response;
  }
  return null;
}

/** Fetches and keeps. Names of bundled files change with their content: a former version's are as good. */
async function keep(address: string, { bundled, build, pages }: Addresses, cache: Cache): Promise<void> {
  const response = bundled.has(address)
    ? ((await caches.match(address)) ?? (await fetch(address)))
    : pages.has(address)
      ? await fetchedPage(address, build)
      : await fresh(address);
  // Its address is asked of the host at each visit.
  if (!response) return console.warn(`${address}: not a page of this site`);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, await unredirected(response));
}

async function keepCore(): Promise<void> {
  const site = await keepList();
  const cache = await caches.open(CORE);
  await Promise.all(site.core.map((address) => keep(address, site, cache)));
}

/** Milliseconds before each further try of an engine that could not be fetched. */
const TRY_AGAIN = [1_000, 5_000];

/** Keeps one engine; one that fails every time is asked for again at the next visit. */
async function keepEngine(address: string, site: Addresses, cache: Cache): Promise<void> {
  for (const wait of [...TRY_AGAIN, null]) {
    try {
      if (!(await cache.match(address))) await keep(address, site, cache);
      return;
    } catch (error) {
      console.warn(error);
      if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Engines not kept yet, one after the other. The cache is opened once: erased meanwhile by the reader, it stays erased. */
async function keepLarge(): Promise<void> {
  const site = await siteAddresses();
  const cache = await caches.open(LARGE);
  for (const address of site.large) await keepEngine(address, site, cache);
}

/** Another version is in a tab (session/offline-cache holds a lock named after its cache), or on its way in. */
async function isShared(): Promise<boolean> {
  const { waiting, installing } = worker.registration;
  const { held = [] } = await navigator.locks.query();
  return (
    waiting !== null ||
    installing !== null ||
    held.some(({ name }) => name?.startsWith(PREFIX) && name !== CORE)
  );
}

async function forgetOldVersions(): Promise<void> {
  if (await isShared()) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(
    names.filter((name) => name !== CORE && name !== LARGE).map((name) => caches.delete(name))
  );
  const { large } = await siteAddresses();
  const cache = await caches.open(LARGE);
  const old = (await cache.keys()).filter(({ url }) => !large.has(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** A file that this version does not know may belong to the former one, still open in another tab. */
async function unknown(request: Request): Promise<Response> {
  if (request.mode === 'navigate') return fetch(request).catch(() => offlinePage(`${base}/`));
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const site = await siteAddresses().catch(() => null);
  const address = site && keptAddress(pathname, site.known);
  if (!address) return unknown(request);
  // A page finds its files from where it stands: under another address it would look for them elsewhere.
  const page = new URL(address + search, request.url);
  if (request.mode === 'navigate' && page.pathname !== pathname) return Response.redirect(page);
  const range = request.headers.get('range');
  const cacheName = site.large.has(address) ? LARGE : CORE;
  const stored = await caches.match(address, { cacheName, ignoreVary: true });
  if (stored) return range === null ? stored : sliceResponse(stored, range);
  const response = await fetch(request);
  const isForeign =
    site.pages.has(address) && response.ok && pageGiven(await response.clone().text(), site.build) !== 'page';
  const isKept = site.large.has(address) || site.onRequest.has(address);
  // Without its list the site was erased by the reader, whose page this program still serves: nothing is kept again.
  if (response.status === 200 && !isForeign && isKept && (await caches.match(LIST, { cacheName: CORE }))) {
    const copy = response.clone();
    // A full disk keeps nothing; the answer is as good.
    void caches
      .open(cacheName)
      .then((cache) => cache.put(address, copy))
      .catch((error: unknown) => console.warn(error));
  }
  return response;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keepCore());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim().then(forgetOldVersions));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
  if (event.data === 'keep-engines') event.waitUntil(keepLarge());
  // A page that was being loaded when this version became active was left out by the claim of that moment.
  if (event.data === 'settled') event.waitUntil(worker.clients.claim().then(forgetOldVersions));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  // Another host is refused, as the policy of the pages does already.
  if (new URL(request.url).origin !== worker.location.origin) event.respondWith(Response.error());
  else if (request.method === 'GET') event.respondWith(answer(request));
});
