// Untidy lists of the same children, built into a territory of the service: the figures of its pages are the truth to the unit, or protected.
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import { utf8 } from '../../../../src/lib/engines/territory-builder/bytes.ts';
import { audit, protect } from '../../../../src/lib/engines/disclosure/index.ts';
import { readCaseFile } from '../../../../src/lib/engines/import/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { rowsOut } from '../../../../src/lib/session/territory/rows-out.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { caseLists as listsOf } from '../../../../src/lib/workers/disclosure/case-lists.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { collection, IPS_HEADER, square, textFile } from '../../../fixtures/import/files.ts';
import { caseLists, PLACES, TRUTH, type CaseList } from '../../../fixtures/territory/case-lists.ts';

const K = 5;
const CHOSEN = [
  'as the model',
  'schools by name and commune',
  'themes of its own, and empty ones',
  'the same children again',
  'rows that say nothing'
];
const known = listsOf(PLACES, new Date('2025-11-15'));
const solver = await bootHighs();
const reference = await keptReference();
const lists = (await caseLists()).filter(({ what }) => CHOSEN.includes(what));

const SOURCES = [
  collection(
    'communes.geojson',
    PLACES.names.communes.map(({ code, name }, at) => ({
      properties: { code, nom: name },
      geometry: square(3 + at / 10, 50.6, 0.1)
    }))
  ),
  textFile(
    'ips.csv',
    [
      IPS_HEADER,
      ...PLACES.names.schools.map(
        ({ uai, name, commune }) => `2025-2026;LILLE;059;NORD;${uai};${name};${commune};X;public;100;95.0`
      )
    ].join('\n')
  )
];

/** What the page does of a list that is dropped: read, protected for the service, built. */
async function built({ file }: CaseList) {
  const { rows, read, findings } = await readCaseFile(file, known);
  const { cube, report } = protect(solver, rows, PLACES, { method: 'gauss', k: K, epci: PLACES.epci });
  const told = { ...report, file: { read, kept: rows.length, out: rowsOut(findings) } };
  const sources = new Map([
    ...SOURCES.map(({ name, bytes }) => [name, bytes] as const),
    ['parcours/cube.json', utf8(JSON.stringify(cube))] as const,
    ['parcours/report.json', utf8(JSON.stringify(told))] as const
  ]);
  const config = readConfig({
    ...{ siren: PLACES.epci, communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] },
    ...{ intervention: PLACES.communes, pathways: 'parcours', profile: 'internal' }
  });
  if ('faults' in config) throw new Error(config.faults.join());
  const { files } = await buildTerritory({
    config: config.config,
    ...{ reference, today: '2026-06', solver: async () => solver },
    open: async (name) => {
      const bytes = sources.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    }
  });
  const dashboard = parseDashboard(new TextDecoder().decode(files.get('tables/dashboard.json')));
  return { dashboard, rows, cube };
}

describe('a territory of the service built from a list of its 315 children', () => {
  it.each(lists)(
    '$what: the total is 315; each commune is the truth or protected; no hidden count can be found',
    async (list) => {
      const { dashboard, rows, cube } = await built(list);
      const view = new CoverageCube(dashboard);
      const all = { level: 'ALL', theme: 'ALL', place: null, year: '2025-2026' } as const;
      expect(view.children(all).value).toBe(TRUTH);
      let shown = 0;
      for (const commune of PLACES.communes) {
        const truth = rows.filter((row) => row.commune === commune).length;
        const { value } = view.children({ ...all, place: { kind: 'commune', code: commune } });
        expect([truth, null]).toContain(value);
        if (value !== null) shown++;
      }
      expect(shown).toBeGreaterThan(0);
      expect(audit(solver, [cube], { k: K }).open).toEqual([]);
      const lost = Object.entries(list.out).reduce((sum, [code, n]) => sum + (code === 'duplicate-case' ? 0 : n), 0); // prettier-ignore
      expect(dashboard.uncounted).toEqual(lost > 0 ? { children: lost, of: TRUTH + lost } : undefined);
    },
    30_000
  );
});
