// Saving back into a shared folder never writes over what somebody else did, and keeps the former file.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markOf, writeBack } from '../../../src/lib/storage/shared-folder.ts';

const NAME = 'dossier.maillage';
const bytes = (text: string) => new TextEncoder().encode(text);
/** @param onWrite told of each file before it is swapped */
function folderOf(files: Map<string, string>, onWrite: (name: string) => void = () => undefined) {
  const getFileHandle = (name: string, { create = false } = {}) => {
    if (!create && !files.has(name)) return Promise.reject(new DOMException('', 'NotFoundError'));
    let written = '';
    return Promise.resolve({
      getFile: () => Promise.resolve(new File([files.get(name) ?? ''], name)),
      createWritable: () =>
        Promise.resolve({
          write: async (content: Blob) => void (written = await content.text()),
          close: () => {
            onWrite(name);
            files.set(name, written);
            return Promise.resolve();
          },
          abort: () => Promise.resolve()
        })
    });
  };
  return { getFileHandle } as unknown as FileSystemDirectoryHandle;
}

beforeEach(() => void vi.stubGlobal('showDirectoryPicker', () => undefined));
afterEach(() => void vi.unstubAllGlobals());

it('writes over the file that was opened, keeps the former one beside it, and makes one where there is none', async () => {
  const files = new Map([[NAME, 'opened']]);
  const seen = new Set([await markOf(new Blob(['opened']))]);
  expect(await writeBack(folderOf(files), NAME, bytes('mine'), seen)).toBeNull();
  expect(Object.fromEntries(files)).toEqual({ [NAME]: 'mine', [`${NAME}.avant`]: 'opened' });
  const empty = new Map<string, string>();
  expect(await writeBack(folderOf(empty), NAME, bytes('mine'), new Set())).toBeNull();
  expect(Object.fromEntries(empty)).toEqual({ [NAME]: 'mine' });
  // A first write that was cut leaves an empty file.
  const cut = new Map([[NAME, '']]);
  expect(await writeBack(folderOf(cut), NAME, bytes('mine'), new Set())).toBeNull();
  expect(Object.fromEntries(cut)).toEqual({ [NAME]: 'mine' });
});

it('writes nothing over a file that somebody else changed, before or while the former one is being kept', async () => {
  const seen = new Set([await markOf(new Blob(['opened']))]);
  const changed = new Map([[NAME, 'theirs']]);
  expect(await (await writeBack(folderOf(changed), NAME, bytes('mine'), seen))?.text()).toBe('theirs');
  expect(Object.fromEntries(changed)).toEqual({ [NAME]: 'theirs' });
  const late = new Map([[NAME, 'opened']]);
  const folder = folderOf(late, (name) => name.endsWith('.avant') && late.set(NAME, 'theirs'));
  expect(await (await writeBack(folder, NAME, bytes('mine'), seen))?.text()).toBe('theirs');
  expect(late.get(NAME)).toBe('theirs');
});

it('says so where what is read back is not what was written', async () => {
  const files = new Map<string, string>();
  const set = files.set.bind(files);
  files.set = (name, text) => set(name, text.slice(1));
  await expect(writeBack(folderOf(files), NAME, bytes('mine'), new Set())).rejects.toThrow('not read back');
});

describe('a folder of several people', () => {
  const CUTS = 200;
  /** Each step of a write may be the last: what is being written is then left in its own place, never in that of the file. */
  const cutAt = (files: Map<string, string>, steps: number): FileSystemDirectoryHandle => {
    let left = steps;
    const step = () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('cut')));
    const whole = folderOf(files);
    const getFileHandle = async (name: string, options?: FileSystemGetFileOptions) => {
      await step();
      const handle = await whole.getFileHandle(name, options);
      return {
        getFile: () => step().then(() => handle.getFile()),
        createWritable: async () => {
          await step();
          const stream = await handle.createWritable();
          return {
            write: (content: Blob) => step().then(() => stream.write(content)),
            close: () => step().then(() => stream.close()),
            abort: () => Promise.resolve()
          };
        }
      };
    };
    return { getFileHandle } as unknown as FileSystemDirectoryHandle;
  };

  it('has a whole file, the former or the new one, wherever a save is cut', async () => {
    const seen = new Set([await markOf(new Blob(['opened']))]);
    const left: Record<string, number> = {};
    for (let cut = 0; cut < CUTS; cut++) {
      const files = new Map([[NAME, 'opened']]);
      const cutHere = cutAt(files, cut % 16);
      await writeBack(cutHere, NAME, bytes('mine'), seen).catch(() => undefined);
      const [file = '', beside = 'opened'] = [files.get(NAME), files.get(`${NAME}.avant`)];
      expect(['opened', 'mine']).toContain(file);
      expect(beside).toBe('opened');
      left[file] = (left[file] ?? 0) + 1;
    }
    expect(Object.keys(left).sort()).toEqual(['mine', 'opened']);
  });

  it('loses nothing of two tabs that save in turn, in any order', async () => {
    for (let round = 0; round < CUTS; round++) {
      const files = new Map([[NAME, 'opened']]);
      const folder = folderOf(files);
      const opened = await markOf(new Blob(['opened']));
      const tabs = [0, 1].map(() => ({ lines: new Set(['opened']), seen: new Set([opened]) }));
      for (let turn = 0; turn < 8; turn++) {
        const tab = tabs[((round >> turn) ^ (turn >> 1)) & 1]!;
        tab.lines.add(`${turn}`);
        for (;;) {
          const text = [...tab.lines].join('\n');
          const changed = await writeBack(folder, NAME, bytes(text), tab.seen);
          if (!changed) {
            tab.seen.add(await markOf(new Blob([text])));
            break;
          }
          // Put together: all that it holds is then in the tab.
          for (const line of (await changed.text()).split('\n')) tab.lines.add(line);
          tab.seen.add(await markOf(changed));
        }
      }
      expect(files.get(NAME)!.split('\n').sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', 'opened']);
    }
  });
});
