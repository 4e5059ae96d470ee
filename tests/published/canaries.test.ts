// Canaries: words planted in the cases are searched for in every file that a visitor can get.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../../scripts/demo/demonstration.ts';
import { makeRelease } from '../../scripts/demo/protection/release.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { territoryFiles } from '../../src/lib/engines/territory-builder/write/territory-files.ts';
import { THEMES, type WholeCase } from '../../src/lib/model/pathway.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { filesUnder, readArrow, ROOT } from './published-files.ts';
import { search } from './search.ts';

/** Identifiers of the demonstration's cases, and the columns that hold them. */
const OWN = /DEMO-(ENFANT|FAMILLE)/;
const COLUMNS = /["'`;,](case_id|family_id)["'`;,]/;
const PLANTED = 'CANARI';

const { rows: demo, cases: demoCases } = demonstration(ROOT);

describe('words planted in a case file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let cases: WholeCase[];
  beforeAll(async () => {
    const [school] = demo.schools.filter(({ kind, status }) => kind === 'primaire' && status === 'followed');
    cases = Array.from({ length: 90 }, (_, i): WholeCase => ({
      case_id: `${PLANTED}-ENFANT-${i}`,
      family_id: `${PLANTED}-FAMILLE-${i >> 1}`,
      school_year: '2025-2026',
      uai: school!.uai,
      qpv: null,
      commune: i < 4 ? '59606' : '59014',
      level: i % 3 === 0 ? 'maternelle' : 'elementaire',
      theme: THEMES[i % 5]!,
      visits: i === 0 ? 48_611 : 1 + (i % 7),
      details: {
        sex: 'F',
        birthYear: 1931,
        orientedBy: 'social-services',
        reasons: [`${PLANTED}-MOTIF`],
        profile: 4,
        entry: '2025-09-17',
        exit: '2026-02-26',
        exitReason: `${PLANTED}-SORTIE`,
        lastReview: '2026-01-31',
        visitDays: ['2025-12-24']
      }
    }));
    const places = {
      ...demo,
      communes: demo.communes.map((one) => ({ ...one, intervention: ['59606', '59014'].includes(one.code) })),
      qpvs: [],
      schools: demo.schools.filter(({ uai }) => uai === school!.uai)
    };
    const release = makeRelease(await bootHighs(), cases, places);
    expect(release.protection.all.published).toBeGreaterThan(0);
    writeFiles(folder, territoryFiles({ ...demo, release, access: null }));
  });

  it('are in no file of the territory that is built from it', async () => {
    expect(await search(folder, [new RegExp(PLANTED), COLUMNS])).toEqual([]);
  });

  it('nor is any day, year or word that the year’s report reads', async () => {
    const days = /2025-09-17|2026-02-26|2026-01-31|2025-12-24|birthYear|orientedBy|exitReason/;
    expect(await search(join(folder, 'tables'), [days])).toEqual([]);
    expect(await search(join(folder, 'downloads'), [days])).toEqual([]);
  });

  it('nor is the odd number of visits of one child, whose cell is hidden', async () => {
    const total = cases.reduce((sum, { visits }) => sum + visits, 0);
    const shown = readArrow(readFileSync(join(folder, 'tables/pathways_cube.arrow')));
    const visits = shown.rows.map((row) => row[shown.names.indexOf('visits')]);
    expect(visits).toContain(total);
    expect(await search(folder, [/48611/])).toEqual([]);
  });

  it('would be found: the search sees words in text, in UTF-16, in Arrow and in Parquet', async () => {
    const code = new RegExp(demo.communes[0]!.code);
    const found = (await search(folder, [code])).map((line) => line.split(':')[0]);
    for (const name of ['tables/communes.arrow', 'downloads/communes.parquet', 'downloads/communes.csv'])
      expect(found).toContain(name);
  });
});

describe.each(['static', 'build'])('%s, as it stands', (name) => {
  const folder = join(ROOT, name);
  it.skipIf(!existsSync(folder))(
    'names no child and no family: pages, scripts, source maps, list of kept files, tables, downloads',
    async () => {
      expect(demoCases.every((row) => OWN.test(row.case_id) && OWN.test(row.family_id))).toBe(true);
      expect(filesUnder(folder).length).toBeGreaterThan(10);
      expect(await search(folder, [OWN, /CANARI-/])).toEqual([]);
      expect(await search(join(folder, 'tables'), [COLUMNS])).toEqual([]);
      expect(await search(join(folder, 'downloads'), [COLUMNS])).toEqual([]);
    },
    120_000
  );
});
