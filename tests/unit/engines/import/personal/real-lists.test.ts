// Nothing legitimate is hidden: official files and the models of lists are left whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../../src/lib/engines/import/index.ts';
import { REAL } from '../../../../fixtures/real-files.ts';

const TABLE = /\.(?:csv|geojson)$/;
const tablesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => TABLE.test(name))
        .map((name) => join(folder, name))
    : [];

const FOLDERS = [REAL, 'data/demo', 'static/downloads'];
describe.skipIf(FOLDERS.flatMap(tablesOf).length === 0)('a file without persons', () => {
  it.each(FOLDERS.flatMap(tablesOf))('%s is left whole', async (path) => {
    const { personal } = await openFile({ name: path, bytes: readFileSync(path) });
    expect(personal?.filter(({ treatment }) => treatment !== 'cells')).toEqual([]);
  });
});
