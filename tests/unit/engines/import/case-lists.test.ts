// Lists of children as services keep them: the children counted, and the rows that are out with their reasons, are the truth to the unit.
import { describe, expect, it } from 'vitest';
import { kindOfFile, matchValue, readCaseFile } from '../../../../src/lib/engines/import/index.ts';
import { droppedBytes } from '../../../../src/lib/engines/import/dropped/dropped-file.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';
import { caseLists as listsOf } from '../../../../src/lib/workers/disclosure/case-lists.ts';
import { caseLists, PLACES, TRUTH, type CaseList } from '../../../fixtures/territory/case-lists.ts';
import { textFile } from '../../../fixtures/import/files.ts';

const KNOWN = listsOf(PLACES, new Date('2025-11-15'));
const lists = await caseLists();
const read = (file: SourceFile, matches = {}) => readCaseFile(file, KNOWN, { matches });
const named = (what: string) => lists.find((one) => one.what === what)!.file;
const counted = (findings: readonly { code: string; severity: string }[], severity: string) => {
  const counts: Record<string, number> = {};
  for (const one of findings) if (one.severity === severity) counts[one.code] = (counts[one.code] ?? 0) + 1;
  return counts;
};

describe('a list of the 315 children of a service', () => {
  it.each(lists)(
    '$what: each child counts, and each row that is out has its reason',
    async ({ file, out }: CaseList) => {
      expect(await kindOfFile(droppedBytes(file))).toMatchObject({ kind: 'table', format: 'cases' });
      const { rows, findings, read: seen } = await read(file);
      expect(rows).toHaveLength(TRUTH);
      expect(counted(findings, 'dropped')).toEqual(out);
      expect(seen).toBe(TRUTH + Object.values(out).reduce((sum, count) => sum + count, 0));
      expect(new Set(rows.map(({ school_year }) => school_year))).toEqual(new Set(['2025-2026']));
    }
  );

  it('finds each school by its name and commune, and the home beside', async () => {
    const [byName, byNumber] = await Promise.all(
      ['schools by name and commune', 'as the model'].map((what) => read(named(what)))
    );
    const told = ({ rows }: NonNullable<typeof byName>) =>
      rows.map(({ uai, commune, qpv, level }) => [uai, commune, qpv, level]);
    expect(told(byName!)).toEqual(told(byNumber!));
  });

  it('leaves unknown what a file does not tell, and says so once', async () => {
    const { rows, findings } = await read(named('without QPV nor theme'));
    expect(new Set(rows.map(({ qpv, theme }) => `${qpv} ${theme}`))).toEqual(new Set(['undefined null']));
    const bare = await read(named('without visits nor family'));
    expect(new Set(bare.rows.map(({ visits, family_id }) => `${visits} ${family_id}`))).toEqual(
      new Set(['null null'])
    );
    const absent = ({ code, found }: { code: string; found?: string }) =>
      code === 'absent-column' ? [found] : [];
    expect(findings.flatMap(absent)).toEqual(['qpv', 'theme']);
    expect(bare.findings.flatMap(absent)).toEqual(['family_id', 'visits']);
  });

  it('counts a theme that the service added by its name, and an ignored one in the totals', async () => {
    const file = named('themes of its own, and empty ones');
    const of = async (matches: Parameters<typeof matchValue>[0]) => {
      const { rows } = await read(file, matches);
      return [
        rows.length,
        rows.filter(({ theme }) => theme === 'Lecture').length,
        rows.filter(({ theme }) => theme === null).length
      ];
    };
    expect(await of({})).toEqual([TRUTH, 0, 237]);
    const added = matchValue({}, 'cases', 'theme', 'Lecture', 'Lecture');
    expect(await of(added)).toEqual([TRUTH, 79, 158]);
    expect(await of(matchValue(added, 'cases', 'theme', 'Numérique', null))).toEqual([TRUTH, 79, 158]);
  });

  it('takes the school year of its name, and else says which year it supposes', async () => {
    const header = 'Dossier;UAI;Niveau;Thème';
    const row = 'D1;0591000U;CP;sante';
    const years = async (name: string) => {
      const { rows, findings } = await readCaseFile(textFile(name, `${header}\n${row}\n`), {
        year: '2025-2026'
      });
      return [rows[0]?.school_year, findings.find(({ code }) => code === 'year-assumed')?.found];
    };
    expect(await years('parcours 2023-2024.csv')).toEqual(['2023-2024', '2023-2024']);
    expect(await years('export.csv')).toEqual(['2025-2026', '2025-2026']);
  });

  it('is not taken for one when its rows are of schools', async () => {
    const schools = PLACES.names.schools.map(
      ({ uai, name, commune }) => `${uai};${name};${commune};suivie;2024-2025`
    );
    const file = textFile('ecoles.csv', `UAI;Ecole;Commune;Statut;Suivie depuis\n${schools.join('\n')}\n`);
    expect(await kindOfFile(droppedBytes(file))).toMatchObject({ kind: 'table', format: 'followed-schools' });
  });
});
