// A file is offered under its name, and its memory is given back.
import { afterEach, expect, it, vi } from 'vitest';
import { csvFile, saveFile } from '../../../src/lib/export/save-file.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('offers the file under its name, then forgets its address', async () => {
  vi.useFakeTimers();
  const link = { href: '', download: '', click: vi.fn() };
  vi.stubGlobal('document', { createElement: () => link });
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  saveFile('écoles.csv', csvFile('a;b\r\n'));
  expect(link.click).toHaveBeenCalledOnce();
  expect(link).toMatchObject({ download: 'écoles.csv', href: expect.stringMatching(/^blob:/) });
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledWith(link.href);
});

it('keeps the accents of a CSV', async () => {
  const file = csvFile('\uFEFFécole');
  expect(file.type).toBe('text/csv;charset=utf-8');
  expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 5)).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9]);
});
