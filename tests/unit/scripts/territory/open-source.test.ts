// Files of the operator's folder, as the shell gives them to the builder and saves them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openSource } from '../../../../scripts/territory/open-source.ts';
import { workbookFile } from '../../../fixtures/import/containers.ts';

it('a sheet of a workbook is given without the others, which are never saved with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-'));
  try {
    const { bytes } = workbookFile([
      { name: 'Enfants', rows: [['nom'], ['CANARI']] },
      {
        name: 'Écoles',
        rows: [
          ['uai', 'statut'],
          ['0590271Z', 'suivie']
        ]
      }
    ]);
    await writeFile(join(folder, 'listes.xlsx'), bytes);
    const source = await openSource(folder, 'listes.xlsx#Écoles');
    expect(source.name).toBe('listes.xlsx#Écoles');
    const texts = Object.values(unzipSync(source.bytes)).map((part) => new TextDecoder().decode(part));
    expect(texts.join()).toContain('0590271Z');
    expect(texts.join()).not.toContain('CANARI');
  } finally {
    await rm(folder, { recursive: true });
  }
});
