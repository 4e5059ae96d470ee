// The site's files cached by its service worker: offline use, new versions, erasing.
import { createContext } from 'svelte';

/** With the browser's data saver, the engines are cached only once they have been used. */
interface SavingNavigator {
  connection?: { saveData?: boolean };
}

export class OfflineCache {
  /** A new version is installed and waits for the reader's consent. */
  updateReady = $state(false);
  readonly #base: string;
  #registration: ServiceWorkerRegistration | null = null;
  #reloading = false;

  /** @param base address of the site without a final slash */
  constructor(base: string) {
    this.#base = base;
  }

  /** Registers the service worker once, and caches the engines when it is ready. Does nothing in browsers without one. */
  async start(): Promise<void> {
    if (this.#registration !== null || !('serviceWorker' in navigator)) return;
    let registration: ServiceWorkerRegistration | null | undefined;
    try {
      registration = await navigator.serviceWorker.register(`${this.#base}/service-worker.js`);
    } catch (error) {
      // Storage is refused, or a private window: the site works, online only.
      console.warn(error);
      return;
    }
    // Where service workers are blocked, the browser may give none, without an error.
    if (!registration) return;
    this.#registration = registration;
    this.#watch(registration);
    void this.#holdVersion().catch((error: unknown) => console.warn(error));
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('settled');
    if (!(navigator as SavingNavigator).connection?.saveData) active?.postMessage('keep-engines');
  }

  /** Shared lock that keeps the cached files of this version, named by the list of its files, as long as this tab is open. */
  async #holdVersion(): Promise<void> {
    const list = await fetch(`${this.#base}/kept.json`);
    const { version } = (await list.json()) as { version: string };
    const untilClosed = new Promise<never>(() => undefined);
    await navigator.locks.request(`maillage:${this.#base}:${version}`, { mode: 'shared' }, () => untilClosed);
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const notice = (worker: ServiceWorker | null) => {
      if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null)
        this.updateReady = true;
    };
    notice(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => notice(installing));
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    });
  }

  /** Activates the waiting version and reloads the page; reloads at once where another tab has activated it. */
  update(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#reloading) return;
      this.#reloading = true;
      location.reload();
    });
    waiting.postMessage('take-over');
  }

  /** Number of cached files of all versions; null where the browser has no cache. */
  async count(): Promise<number | null> {
    if (!('caches' in globalThis)) return null;
    const names = await this.#caches();
    const sizes = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length)
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Deletes all cached files and unregisters the service worker. */
  async erase(): Promise<void> {
    if ('caches' in globalThis) {
      await Promise.all((await this.#caches()).map((name) => caches.delete(name)));
    }
    if ('serviceWorker' in navigator) {
      await (await navigator.serviceWorker.getRegistration(`${this.#base}/`))?.unregister();
    }
    this.#registration = null;
    this.updateReady = false;
  }

  /** Caches of this site; other sites may share its host. */
  async #caches(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(`maillage:${this.#base}:`));
  }
}

export const [offlineCache, provideOfflineCache] = createContext<OfflineCache>();
