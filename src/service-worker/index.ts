/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
// Keeps the site on this computer: one cache a version, the engines in a cache of their own that outlives versions.
import { base, build, files, prerendered, version } from '$service-worker';
import { keptAddress, keptFiles } from './addresses.ts';
import { offlinePage } from './offline-page.ts';
import { sliceResponse } from './range.ts';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const PREFIX = `maillage:${base}:`;
const CORE = `${PREFIX}${version}`;
const LARGE = `${PREFIX}engines`;

const kept = keptFiles({ base, build, files, prerendered });
const large = new Set(kept.large);
const onRequest = new Set(kept.onRequest);
const known = new Set([...kept.core, ...kept.large, ...kept.onRequest]);
const bundled = new Set(build);

const cacheOf = (address: string) => caches.open(large.has(address) ? LARGE : CORE);

/** A page reached by a redirect cannot answer a navigation: keep its content alone. */
async function unredirected(response: Response): Promise<Response> {
  return response.redirected
    ? new Response(await response.blob(), { status: response.status, headers: response.headers })
    : response;
}

/** Fetches and keeps. Names of bundled files change with their content; the others are asked for afresh. */
async function keep(address: string): Promise<void> {
  const response = await fetch(address, { cache: bundled.has(address) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await (await cacheOf(address)).put(address, await unredirected(response));
}

/** Engines not kept yet, one after the other. One that fails is asked for again at the next visit. */
async function keepLarge(): Promise<void> {
  const cache = await caches.open(LARGE);
  for (const address of kept.large) {
    if (!(await cache.match(address))) await keep(address).catch((error: unknown) => console.warn(error));
  }
}

async function forgetOldVersions(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(
    names.filter((name) => name !== CORE && name !== LARGE).map((name) => caches.delete(name))
  );
  const cache = await caches.open(LARGE);
  const old = (await cache.keys()).filter(({ url }) => !large.has(new URL(url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function answer(request: Request): Promise<Response> {
  const address = keptAddress(new URL(request.url).pathname, known);
  const range = request.headers.get('range');
  if (address === null) {
    return request.mode === 'navigate' ? fetch(request).catch(() => offlinePage(`${base}/`)) : fetch(request);
  }
  const cache = await cacheOf(address);
  const stored = await cache.match(address);
  if (stored) return range === null ? stored : sliceResponse(stored, range);
  const response = await fetch(request);
  if (response.status === 200 && (large.has(address) || onRequest.has(address))) {
    // A full disk keeps nothing; the answer is as good.
    void cache.put(address, response.clone()).catch((error: unknown) => console.warn(error));
  }
  return response;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(kept.core.map(keep)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
  if (event.data === 'keep-engines') event.waitUntil(keepLarge());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});
