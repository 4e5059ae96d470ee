// The site works online where the browser gives no service worker, whether it says so or not.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OfflineCache } from '../../../src/lib/session/offline-cache.svelte.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const browserWhoseRegistrationIs = (register: () => Promise<unknown>) =>
  vi.stubGlobal('navigator', { serviceWorker: { register, ready: new Promise(() => undefined) } });

describe('a browser without a service worker', () => {
  it.each([null, undefined])('that registers %s: the page goes on, without an error', async (none) => {
    browserWhoseRegistrationIs(() => Promise.resolve(none));
    const cache = new OfflineCache('');
    await expect(cache.start()).resolves.toBeUndefined();
    expect(cache.updateReady).toBe(false);
  });

  it('that refuses: the page goes on, and the reason is in the console', async () => {
    browserWhoseRegistrationIs(() => Promise.reject(new Error('no storage')));
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await expect(new OfflineCache('').start()).resolves.toBeUndefined();
    expect(warned).toHaveBeenCalledOnce();
  });
});
