// Fictitious dossiers: drawn from the published counts, they agree with each of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countIn } from '../../../src/lib/cube/pathway-grid.ts';
import { parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { LEVELS } from '../../../src/lib/model/school.ts';
import { readCaseFile } from '../../../src/lib/engines/import/index.ts';
import { pageAt } from '../../../src/lib/pages/register.ts';
import { watchCaseFiles } from '../../../src/lib/session/case-files-here.ts';
import { DossiersState } from '../../../src/lib/session/dossiers/dossiers.svelte.ts';
import type { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import { caseLists } from '../../../src/lib/workers/disclosure/case-lists.ts';
import type { DisclosureApi } from '../../../src/lib/workers/disclosure/protocol.ts';
import { toResult } from '../../../src/lib/workers/worker-call.ts';
import { stubWorkers } from '../../fixtures/fake-worker.ts';
import { exampleDossiers } from '../../../src/lib/session/dossiers/example-dossiers.ts';

const ROOT = join(import.meta.dirname, '../../..');
const dashboard = parseDashboard(readFileSync(join(ROOT, 'static/tables/dashboard.json'), 'utf8'));
const rows = exampleDossiers(dashboard);
const year = dashboard.years.at(-1)!;
const published = (zone: string, level: (typeof LEVELS)[number] | 'ALL' = 'ALL', theme = 'ALL') =>
  countIn(dashboard.pathways, year, zone, level, theme).value;

describe('fictitious dossiers', () => {
  it('count as many children as is published, each year', () => {
    for (const one of dashboard.years) {
      const whole = countIn(dashboard.pathways, one, dashboard.territory.siren, 'ALL', 'ALL').value;
      expect(rows.filter(({ school_year }) => school_year === one)).toHaveLength(whole!);
    }
  });

  it('agree in the last year with every published count of a school, a commune, a QPV, a level and a theme', () => {
    const now = rows.filter(({ school_year }) => school_year === year);
    const count = (test: (row: (typeof now)[number]) => boolean) => now.filter(test).length;
    const agree = (told: number | null, counted: number) => told === null || expect(counted).toBe(told);
    for (const { uai } of dashboard.schools)
      agree(
        published(uai),
        count((row) => row.uai === uai)
      );
    for (const { code } of dashboard.communes)
      agree(
        published(code),
        count((row) => row.commune === code)
      );
    for (const { code } of dashboard.qpvs)
      agree(
        published(code),
        count((row) => row.qpv === code)
      );
    const { siren } = dashboard.territory;
    for (const level of LEVELS)
      agree(
        published(siren, level),
        count((row) => row.level === level)
      );
    for (const theme of new Set(now.map((row) => row.theme!)))
      agree(
        published(siren, 'ALL', theme),
        count((row) => row.theme === theme)
      );
  });

  it('are the same at each opening, one a child and year, with entry, exit and visits in order', () => {
    expect(exampleDossiers(dashboard)).toEqual(rows);
    expect(new Set(rows.map(({ case_id, school_year }) => `${case_id} ${school_year}`)).size).toBe(
      rows.length
    );
    for (const { case_id, visits, details } of rows) {
      expect(case_id).toMatch(/^FICTIF-/);
      expect(details!.visitDays).toHaveLength(visits!);
      expect(!details!.exit || details!.exit > details!.entry!).toBe(true);
      expect(details!.visitDays.every((day) => day >= details!.entry!)).toBe(true);
    }
  });
});

describe('the dossiers of a tab', () => {
  let given: File[] = [];
  watchCaseFiles(() => ({
    files: given.map((content) => ({ name: content.name, kind: 'cases' as const, content })),
    reading: {},
    retention: null
  }));
  afterEach(() => vi.unstubAllGlobals());

  it('tell the children of their file that no answer counts, and Bilan is a page that says them first', async () => {
    stubWorkers({
      rows: (source, places, reading) =>
        toResult(async () => ({
          ...(await readCaseFile(source, caseLists(places, new Date('2026-03-02')), reading)),
          visits: []
        }))
    } satisfies Partial<DisclosureApi>);
    const { uai } = dashboard.schools.find(({ status }) => status === 'followed')!;
    const lines = [
      'dossier;annee_scolaire;uai',
      `a;${year};${uai}`,
      `b;${year};${uai}`,
      `b;${year};${uai}`,
      `c;hier;${uai}`
    ];
    const dossiers = new DossiersState({ dashboard } as SiteData);
    given = [new File([lines.join('\n')], 'parcours.csv')];
    await dossiers.begin();
    expect(dossiers.failure ?? dossiers.refusal).toBeNull();
    expect(dossiers.rows).toHaveLength(2);
    expect(dossiers.uncounted).toEqual({ children: 1, of: 3 });
    expect(pageAt('/bilan')?.children).toBe(true);
  });

  it('are the files given on Mon territoire, rather than fictitious ones: read once, again when they change, gone with them', async () => {
    let reads = 0;
    stubWorkers({
      rows: (source, places, reading) =>
        toResult(async () => {
          reads++;
          const read = await readCaseFile(source, caseLists(places, new Date('2026-03-02')), reading);
          return { ...read, visits: [] };
        })
    } satisfies Partial<DisclosureApi>);
    const { uai } = dashboard.schools.find(({ status }) => status === 'followed')!;
    const fileOf = (...ids: string[]) =>
      new File(
        [['dossier;annee_scolaire;uai', ...ids.map((id) => `${id};${year};${uai}`)].join('\n')],
        'p.csv'
      );
    const dossiers = new DossiersState({ dashboard } as SiteData);
    given = [];
    await dossiers.begin();
    expect(dossiers.source).toBe('example');
    given = [fileOf('a', 'b')];
    await dossiers.begin();
    await dossiers.begin();
    expect([dossiers.source, dossiers.rows!.length, reads]).toEqual(['folder', 2, 1]);
    dossiers.forget();
    await dossiers.begin();
    expect(dossiers.rows).toBeNull();
    given = [fileOf('a', 'b', 'c')];
    await dossiers.begin();
    expect([dossiers.rows!.length, reads]).toEqual([3, 2]);
    given = [];
    await dossiers.begin();
    expect(dossiers.source).toBe('example');
  });
});
