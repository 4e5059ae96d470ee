// The line of a file in the folder: why its rows are out, which themes may be added, as what else it may be read.
import { describe, expect, it, vi } from 'vitest';
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
import { readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import { newFile } from '../../../../src/lib/session/territory/project-file.ts';
import type { Inspection } from '../../../../src/lib/session/territory/inspection.ts';
import { inspectionOf } from '../../../../src/lib/session/territory/inspection.ts';
import { proposeMatches, openFile, matchValue } from '../../../../src/lib/engines/import/index.ts';
import { file, folder, openFolder, seen, states } from '../../../fixtures/territory/steps.ts';
import { schoolsOutOfFiles, uncountedOfFiles } from '../../../../src/lib/session/territory/file-lines.ts';
import { uncountedIn, watchUncounted } from '../../../../src/lib/session/uncounted.ts';
import { caseLists } from '../../../fixtures/territory/case-lists.ts';

const blob = new Blob(['a']);

it('schools of the list that are not recognised are told on each page, once a row, and no other row', () => {
  const list = {
    ...newFile('ecoles.csv', 9, blob),
    kind: 'followed-schools' as const,
    state: 'used' as const
  };
  const out = (code: string, row: number, name = 'ecoles.csv') => ({ code, severity: 'dropped' as const, file: name, row }); // prettier-ignore
  const findings = [
    out('unknown-school', 2),
    out('bad-uai', 3),
    out('duplicate-uai', 4),
    out('unknown-school', 5, 'groupes.csv')
  ];
  expect(schoolsOutOfFiles([list], { findings })).toBe(2);
  expect(schoolsOutOfFiles([{ ...list, state: 'refused' }], { findings })).toBe(0);
  expect(schoolsOutOfFiles([list], null)).toBe(0);
});

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

describe('a file of which another kind is chosen', () => {
  it.each(['teams', 'refused'] as const)(
    'has no count any more of a case file that is then read as %s; taken back, they are there',
    async (then) => {
      let chosen: Inspection | null = null;
      const { project, built } = await openFolder({ inspect: async () => chosen ?? seen('cases') });
      await project.add([file('cases.csv')]);
      const before = states(project);
      expect(before).toMatchObject({ 'parcours/cube.json': 'used', 'parcours/report.json': 'used' });
      const finding = { code: 'missing-column', severity: 'dropped' as const };
      chosen = then === 'refused' ? seen(null, { finding }) : seen(then);
      await project.match(['cases.csv'], { kinds: { 'cases.csv': 'teams' } });
      expect(states(project)).toEqual({ 'cases.csv': then === 'refused' ? 'refused' : 'used' });
      expect(built.at(-1)!.config).not.toHaveProperty('pathways');
      expect(built.at(-1)!.config['teams']).toEqual(then === 'refused' ? undefined : ['cases.csv']);
      await project.undo();
      expect(states(project)).toEqual(before);
      expect(project.config).toMatchObject({ pathways: 'parcours' });
      expect(project.reading.kinds).toBeUndefined();
    }
  );
});

it('a file whose build was interrupted by another drop is in the folder all the same', async () => {
  const { build } = folder().tools;
  const counts = { read: 5, used: 0, aside: 5, dropped: 0, doubtful: 0 };
  let isHeld = false;
  let letGo = (): void => undefined;
  const { project } = await openFolder({
    build: async (request, push) => {
      if (isHeld) await new Promise<void>((done) => (letGo = done));
      return build(request, push);
    },
    protect: async () => ({ cube: null, report: null, counts })
  });
  isHeld = true;
  const adding = project.add([file('schools.csv')]);
  await vi.waitFor(() => expect(states(project)).toEqual({ 'schools.csv': 'building' }));
  isHeld = false;
  await project.add([file('cases.csv')]);
  letGo();
  await adding;
  expect(states(project)).toEqual({ 'schools.csv': 'used', 'cases.csv': 'used' });
});

it('children of a case file that are in no count are told in this tab, with those of its line', () => {
  const out = (code: string) => ({ code, severity: 'dropped' as const, file: 'c.csv', row: 2 });
  const line = { ...newFile('c.csv', 1, blob), kind: 'cases' as const, state: 'used' as const };
  const counts = { read: 400, used: 368, aside: 0, dropped: 32, doubtful: 0 };
  const findings = Array.from({ length: 20 }, () => out('duplicate-case'));
  const [lost, whole] = [
    { ...line, counts, findings },
    { ...line, counts: { ...counts, dropped: 20 }, findings }
  ];
  expect(uncountedOfFiles([lost])).toEqual({ children: 12, of: 380 });
  expect(uncountedOfFiles([whole])).toBeNull();
  watchUncounted(() => uncountedOfFiles([lost]));
  expect(uncountedIn({})).toEqual({ children: 12, of: 380 });
  watchUncounted(() => null);
  expect(uncountedIn({ uncounted: { children: 3, of: null } })).toEqual({ children: 3, of: null });
});
