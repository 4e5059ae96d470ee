// Saving back into a shared folder never writes over what somebody else did, and keeps the former file.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
