// Files and folders dropped together: all of them are given, whatever the folder, and nothing that systems leave beside them.
import { describe, expect, it } from 'vitest';
import { filesOfChoice, filesOfDrop } from '../../../../src/lib/ui/form/files-of-drop.ts';

type Tree = { readonly [name: string]: Tree | string };

const fileEntry = (name: string, text: string, held = false) => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (give: (file: File) => void, fail: (error: Error) => void) =>
    held ? fail(new DOMException('held', 'NotReadableError')) : give(new File([text], name))
});

/** A folder as browsers give it: its entries by hundreds, then none. */
function folderEntry(name: string, tree: Tree): unknown {
  const entries = Object.entries(tree).map(([one, inner]) =>
    typeof inner === 'string' ? fileEntry(one, inner, inner === 'held') : folderEntry(one, inner)
  );
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (give: (some: unknown[]) => void) => {
          give(entries.slice(at, at + 100));
          at += 100;
        }
      };
    }
  };
}

function dropOf(items: Tree, entries = true) {
  const all = Object.entries(items).map(([name, inner]) => ({
    kind: 'file',
    getAsFile: () => (typeof inner === 'string' ? new File([inner], name) : null),
    webkitGetAsEntry: () =>
      !entries ? null : typeof inner === 'string' ? fileEntry(name, inner) : folderEntry(name, inner)
  }));
  return { items: [...all, { kind: 'string' }], files: [] } as unknown as DataTransfer;
}
const names = (files: File[]) => files.map(({ name }) => name);

describe('a drop', () => {
  it('gives files and those of folders in folders, in order', async () => {
    const drop = dropOf({ 'a.csv': '1', data: { 'c.csv': '3', 'b.csv': '2', deep: { 'd.xlsx': '4' } } });
    expect(names(await filesOfDrop(drop))).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.xlsx']);
  });

  it('of a folder of 250 files gives them all', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`f${at}.csv`, 'x']));
    expect(await filesOfDrop(dropOf({ many }))).toHaveLength(250);
  });

  it('leaves out what systems and open programs write beside files', async () => {
    const drop = dropOf({
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '~$liste.xlsx': 'x',
      data: { '.~lock.liste.ods#': 'x', 'desktop.ini': 'x', '__MACOSX': { 'a.csv': 'x' }, 'liste.xlsx': '1' } // prettier-ignore
    });
    expect(names(await filesOfDrop(drop))).toEqual(['liste.xlsx']);
  });

  it('keeps two files of the same name in two folders', async () => {
    const drop = dropOf({ 2024: { 'liste.csv': 'a' }, 2025: { 'liste.csv': 'b' } });
    const files = await filesOfDrop(drop);
    expect(names(files)).toEqual(['liste.csv', '2025/liste.csv']);
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(['a', 'b']);
  });

  it('gives a file of a folder that cannot be had by its name, so that it is said', async () => {
    const files = await filesOfDrop(dropOf({ data: { 'ouvert.xlsx': 'held', 'b.csv': '1' } }));
    expect(files.map(({ name, size }) => [name, size])).toEqual([['b.csv', 1], ['ouvert.xlsx', 0]]); // prettier-ignore
  });

  it('without entries gives its files; without anything, none', async () => {
    expect(names(await filesOfDrop(dropOf({ 'a.csv': '1' }, false)))).toEqual(['a.csv']);
    expect(await filesOfDrop(null)).toEqual([]);
  });
});

it('a chosen folder gives its files as a dropped one', () => {
  const at = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });
  expect(names(filesOfChoice([at('d/a.csv'), at('d/.DS_Store'), at('d/e/a.csv')]))).toEqual([
    'a.csv',
    'd/e/a.csv'
  ]);
  const plain = Object.defineProperty(new File(['x'], 'a.csv'), 'webkitRelativePath', { value: '' });
  expect(names(filesOfChoice([plain]))).toEqual(['a.csv']);
});
