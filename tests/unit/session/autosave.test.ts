// A territory stored on this computer: only when asked, never by two tabs, and nothing is lost when it fails.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnusableInput } from '../../../src/lib/model/findings.ts';
import { Autosave, type AutosaveTools } from '../../../src/lib/session/territory/autosave.svelte.ts';
import { KeptTerritoryError } from '../../../src/lib/storage/kept-territory.ts';
import { readMaillage, writeMaillage } from '../../../src/lib/storage/maillage/index.ts';
import { CIPHER, contentOf } from '../../fixtures/maillage/content.ts';

/** A computer: one stored file, one pen, tabs that hear each other. */
class Computer {
  stored: Uint8Array | null = null;
  flag: 'open' | 'left' | null = null;
  penHeld = false;
  saves = 0;
  failure: Error | null = null;
  /** Resolves to let a store end. */
  gate: Promise<void> | null = null;
  readonly channels = new Set<EventTarget>();

  tools(): AutosaveTools {
    return {
      canKeep: () => true,
      write: (content, passphrase) => writeMaillage(content, { passphrase, cipher: CIPHER }),
      read: async (file, { passphrase }) =>
        readMaillage(new Uint8Array(await file.arrayBuffer()), { passphrase, cipher: CIPHER }),
      file: () =>
        Promise.resolve(
          this.stored && { blob: new Blob([this.stored as Uint8Array<ArrayBuffer>]), date: new Date(0) }
        ),
      state: () =>
        Promise.resolve(this.stored && { encrypted: false, date: new Date(0), bytes: this.stored.length }),
      takePen: () => {
        if (this.penHeld) return Promise.resolve(null);
        this.penHeld = true;
        return Promise.resolve(() => (this.penHeld = false));
      },
      penFree: () => new Promise(() => undefined),
      store: async (bytes) => {
        await this.gate;
        if (this.failure) throw this.failure;
        this.saves++;
        this.stored = bytes;
      },
      erase: () => {
        this.stored = null;
        this.flag = null;
        return Promise.resolve();
      },
      setFlag: (flag) => (this.flag = flag),
      channel: () => this.#channel()
    };
  }

  tab(): Autosave {
    const tab = new Autosave(this.tools());
    tab.watch();
    return tab;
  }

  #channel(): BroadcastChannel {
    const own = new EventTarget() as EventTarget & {
      postMessage: (data: unknown) => void;
      close: () => void;
    };
    this.channels.add(own);
    own.close = () => this.channels.delete(own);
    own.postMessage = (data) => {
      for (const other of this.channels)
        if (other !== own) other.dispatchEvent(new MessageEvent('message', { data }));
    };
    return own as unknown as BroadcastChannel;
  }
}

const named = (name: string) => () => Promise.resolve(contentOf({ config: { name } }));
const storedName = async ({ stored }: Computer, passphrase = '') =>
  (await readMaillage(stored!, { cipher: CIPHER, passphrase })).config;

describe('a territory stored on this computer', () => {
  let computer: Computer;
  beforeEach(() => {
    vi.stubGlobal('document', new EventTarget());
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.useFakeTimers();
    computer = new Computer();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not stored before it is asked', async () => {
    const tab = computer.tab();
    tab.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    await tab.flush();
    expect([computer.saves, computer.flag, tab.phase.kind]).toEqual([0, null, 'idle']);
  });

  it('is stored at once, then once for each series of changes', async () => {
    const tab = computer.tab();
    let name = 'Lille';
    expect(await tab.start('', () => named(name)())).toBe(true);
    expect([computer.flag, tab.phase.kind]).toEqual(['open', 'saved']);
    name = 'Anzin';
    for (let change = 0; change < 20; change++) tab.changed();
    expect(tab.pending).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([computer.saves, tab.pending]).toEqual([2, false]);
    expect(await storedName(computer)).toEqual({ name: 'Anzin' });
  });

  it('that changes while it is being stored is stored again', async () => {
    const tab = computer.tab();
    let name = 'Lille';
    let open = () => undefined as void;
    computer.gate = new Promise((resolve) => (open = resolve));
    const first = tab.start('', () => named(name)());
    await vi.advanceTimersByTimeAsync(100);
    expect(tab.phase.kind).toBe('saving');
    name = 'Anzin';
    tab.changed();
    await vi.advanceTimersByTimeAsync(2000);
    open();
    await first;
    expect([computer.saves, tab.phase.kind]).toEqual([2, 'saved']);
    expect(await storedName(computer)).toEqual({ name: 'Anzin' });
  });

  it('stays as it was when there is no room, and is stored at the next change', async () => {
    const tab = computer.tab();
    await tab.start('', named('Lille'));
    for (const fault of ['full', 'refused'] as const) {
      computer.failure = new KeptTerritoryError(fault);
      tab.changed();
      await vi.advanceTimersByTimeAsync(2000);
      expect(tab.phase).toEqual({ kind: 'failed', fault });
      expect(tab.pending).toBe(true);
      expect(await storedName(computer)).toEqual({ name: 'Lille' });
    }
    computer.failure = null;
    tab.provide(named('Anzin'));
    await tab.flush();
    expect(tab.phase.kind).toBe('saved');
    expect(await storedName(computer)).toEqual({ name: 'Anzin' });
  });

  it('that cannot be written as a file says why', async () => {
    const tab = computer.tab();
    const source = contentOf().sources[0]!;
    expect(await tab.start('', () => Promise.resolve(contentOf({ sources: [source, source] })))).toBe(false);
    expect(tab.phase).toMatchObject({ kind: 'failed', fault: { code: 'maillage-duplicate' } });
    expect(computer.stored).toBeNull();
  });

  it('is read and not written by a second tab, which hears of each save', async () => {
    const [first, second] = [computer.tab(), computer.tab()];
    await first.start('', named('Lille'));
    expect((await second.reopen(''))!.config).toEqual({ name: 'Lille' });
    expect([second.phase.kind, second.isOn]).toEqual(['readOnly', false]);
    second.provide(named('Roubaix'));
    second.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await second.start('', named('Roubaix'))).toBe(false);
    expect(await storedName(computer)).toEqual({ name: 'Lille' });
    first.provide(named('Anzin'));
    first.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(second.elsewhere).toBe('saved');
    await first.leave();
    expect((await second.reopen(''))!.config).toEqual({ name: 'Anzin' });
    expect(second.isOn).toBe(true);
  });

  it('is opened by its passphrase, which each later save keeps', async () => {
    await computer.tab().start('quatre mots', named('Lille'));
    computer.penHeld = false;
    const tab = computer.tab();
    for (const [passphrase, code] of [
      ['', 'maillage-locked'],
      ['cinq mots', 'maillage-passphrase']
    ] as const) {
      const error: unknown = await tab.reopen(passphrase).catch((cause: unknown) => cause);
      expect(error instanceof UnusableInput && error.finding.code).toBe(code);
      expect([tab.phase.kind, computer.penHeld]).toEqual(['idle', false]);
    }
    expect((await tab.reopen('quatre mots'))!.config).toEqual({ name: 'Lille' });
    tab.provide(named('Anzin'));
    tab.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await storedName(computer, 'quatre mots')).toEqual({ name: 'Anzin' });
  });

  it('stays stored, and is not opened by itself, once the reader has left it', async () => {
    const tab = computer.tab();
    await tab.start('', named('Lille'));
    await tab.leave();
    tab.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect([computer.saves, computer.flag, tab.phase.kind]).toEqual([1, 'left', 'idle']);
    expect(computer.stored).not.toBeNull();
  });

  it('is erased at once, and no save under way brings it back', async () => {
    const [tab, other] = [computer.tab(), computer.tab()];
    await tab.start('', named('Lille'));
    let open = () => undefined as void;
    computer.gate = new Promise((resolve) => (open = resolve));
    tab.changed();
    await vi.advanceTimersByTimeAsync(2000);
    const erased = other.erase();
    await vi.advanceTimersByTimeAsync(100);
    open();
    expect(await erased).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([computer.stored, computer.flag, tab.phase.kind, tab.elsewhere]).toEqual([
      null,
      null,
      'idle',
      'erased'
    ]);
  });
});
