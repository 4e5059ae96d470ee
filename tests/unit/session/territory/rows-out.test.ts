// The line of a file in the folder: why its rows are out, which themes may be added, as what else it may be read.
import { describe, expect, it } from 'vitest';
import {
  kindsToChoose,
  reasonsOf,
  themesToAdd
} from '../../../../src/lib/features/territory/file-reasons.ts';
import {
  projectConfig,
  projectOf,
  readingOfFolder,
  emptySettings
} from '../../../../src/lib/session/territory/project-config.ts';
import { readConfig } from '../../../../src/lib/engines/build/index.ts';
import { newFile } from '../../../../src/lib/session/territory/project-file.ts';
import { inspectionOf } from '../../../../src/lib/session/territory/inspection.ts';
import { proposeMatches, openFile, matchValue } from '../../../../src/lib/engines/import/index.ts';
import { caseLists } from '../../../fixtures/territory/case-lists.ts';

const blob = new Blob(['a']);

describe('the line of a file', () => {
  it('says each reason with its rows, the most frequent first', () => {
    const out = (code: string, row: number) => ({ code, severity: 'dropped' as const, file: 'c.csv', row });
    const findings = [
      out('formula', 2),
      out('duplicate-case', 3),
      out('duplicate-case', 4),
      { ...out('formula', 5), file: 'd.csv' }
    ];
    expect(reasonsOf(findings, 'c.csv')).toEqual([
      { title: 'enfant en double dans l’année', rows: 2 },
      { title: 'formule de tableur', rows: 1 }
    ]);
  });

  it('offers the themes that are none of the list until they are added', async () => {
    const { file } = (await caseLists()).find(({ what }) => what.startsWith('themes'))!;
    const table = await openFile(file);
    const seen = (matches = {}) =>
      themesToAdd(
        inspectionOf(
          {
            kind: 'table',
            format: 'cases',
            proposals: proposeMatches(table, 'cases', matches),
            personal: []
          },
          file.name
        )
      );
    expect(seen()).toEqual([
      { theme: 'Lecture', rows: 79 },
      { theme: 'Numérique', rows: 79 }
    ]);
    expect(seen(matchValue({}, 'cases', 'theme', 'Lecture', 'Lecture'))).toEqual([
      { theme: 'Numérique', rows: 79 }
    ]);
  });

  it('lets a reader choose another kind of a table, recognised or not', () => {
    const file = newFile('l.csv', 1, blob);
    expect(kindsToChoose({ ...file, kind: 'followed-schools' })).toContain('cases');
    const unknown = { code: 'unknown-format', severity: 'dropped' as const };
    expect(kindsToChoose({ ...file, finding: unknown })).toContain('cases');
    expect(kindsToChoose({ ...file, kind: 'logo' })).toEqual([]);
  });

  it('keeps the chosen kind in the folder, and nothing of a case file', () => {
    const reading = { matches: {}, corrections: [], kinds: { 'l.csv': 'teams', 'c.csv': 'cases' } as const };
    const files = [
      { name: 'l.csv', kind: 'teams' as const },
      { name: 'c.csv', kind: 'cases' as const }
    ];
    const kept = readingOfFolder(reading, files);
    const config = readConfig(projectConfig(emptySettings('200093201', ['59']), files.slice(0, 1), kept));
    expect('config' in config && projectOf(config.config).reading.kinds).toEqual({ 'l.csv': 'teams' });
  });
});
