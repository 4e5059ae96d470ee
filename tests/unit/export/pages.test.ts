// What each page shows goes out as a table: the same figures, places where rows have one, and nothing protected.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { NO_FACTS } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitPlace, portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { tableGeoJson } from '../../../src/lib/export/geojson.ts';
import { parquetColumns } from '../../../src/lib/export/parquet.ts';
import { exportTable, type TableView } from '../../../src/lib/export/columns.ts';
import { tableCsv, type ExportTable } from '../../../src/lib/export/table.ts';
import { placedTable } from '../../../src/lib/ui/export/view-export.ts';
import { Comparison } from '../../../src/lib/features/coverage/changes/comparison.svelte.ts';
import { CoverageState } from '../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { ProgrammeState } from '../../../src/lib/features/programme/programme-state.svelte.ts';
import { SectorsState } from '../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { TravelState } from '../../../src/lib/features/travel/travel-state.svelte.ts';
import { changesTable, placesTable } from '../../../src/lib/features/coverage/changes/changes-files.ts';
import { portraitTable } from '../../../src/lib/features/portraits/portrait-files.ts';
import {
  costsTable,
  programmeCommunesTable,
  flowsTable,
  sheetsTable
} from '../../../src/lib/features/programme/programme-files.ts';
import { assignmentTable, loadsTable } from '../../../src/lib/features/sectors/files/sectors-files.ts';
import { townsTable, weeksTable } from '../../../src/lib/features/travel/travel-files.ts';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';
import { smallProgramme } from '../../fixtures/programme.ts';
import { smallSplit, smallTeam } from '../../fixtures/service.ts';

const cube = new CoverageCube(smallDashboard);
const lines = <Row>(view: TableView<Row>) =>
  tableCsv(exportTable(view), { bom: false }).trimEnd().split('\r\n');
const placed = (table: ExportTable) => tableGeoJson(table).features.map(({ geometry }) => geometry.type);

afterEach(() => vi.unstubAllGlobals());

describe('sectors', () => {
  const split = new SectorsState(smallSplit, smallDashboard, () => '');
  split.assign(['0000002B'], 'Référent 2');

  it('give the plan school by school, with who followed it before, at its place', () => {
    const table = assignmentTable(split);
    const line = lines(table).find((one) => one.startsWith('0000002B'));
    expect(line).toContain('Référent 2;Coordination 1;Référent 1;8;');
    expect(placed(exportTable(table))).toEqual(['Point', 'Point', 'Point']);
  });

  it('give the load of each post, at its base', () => {
    const table = loadsTable(split);
    expect(lines(table).map((line) => line.split(';')[0])).toEqual(['Référent', 'Référent 1', 'Référent 2']);
    expect(placed(exportTable(table))).toEqual(['Point', 'Point']);
  });
});

describe('journeys', () => {
  const travel = new TravelState({
    ...{ dashboard: smallDashboard, file: smallTeam, service: null },
    graphs: () => ''
  });

  it('give each post’s week, with a decimal comma', () => {
    expect(lines(weeksTable(travel))[1]).toMatch(/^Référent 1;Alpha;1,5;1,5;1,5;1,5;20;8;4,4;2;3$/);
  });

  it('give the minutes between communes: nothing for itself, nothing where there is no way', () => {
    expect(lines(townsTable(travel)).slice(1)).toEqual(['10001;Alpha;;10', '10002;Le Bêta;11;']);
  });
});

describe('the programme', () => {
  const view = new ProgrammeState(smallProgramme, () => cube);

  it('gives all its money, funder by funder', () => {
    const { rows } = exportTable(flowsTable(view));
    expect(rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(view.total.value);
    expect(lines(sheetsTable(view))).toHaveLength(smallProgramme.actions.length + 1);
  });

  it('gives the twin of its map with outlines, and says of a cost what is protected', async () => {
    const features = smallDashboard.communes.map(({ code }) => ({
      ...{ type: 'Feature', properties: { code } },
      geometry: { type: 'Polygon', coordinates: [] }
    }));
    const table = await placedTable(programmeCommunesTable(view), 'communes', () =>
      Promise.resolve(Response.json({ features }))
    );
    expect(placed(table)).toEqual(['Polygon', 'Polygon']);
    const hidden = { value: null, status: 'suppressed' } as const;
    const cost = { value: 840, unknown: 0 };
    expect(lines(costsTable([{ theme: 'sante', cost, children: hidden, perChild: hidden }]))[1]).toMatch(
      /;840;donnée protégée;donnée protégée$/
    );
  });
});

describe('two years compared', () => {
  const view = new Comparison(new CoverageState(new SiteData(smallDashboard)));

  it('say in every format, Parquet too, what may not be compared', () => {
    const columns = parquetColumns(exportTable(placesTable(view)));
    const words = columns.filter(({ name }) => name.endsWith('_protection')).flatMap(({ data }) => data);
    expect(words).toContain('donnée protégée');
    expect(words).toContain('non comparable');
  });

  it('give the figures before and after', () => {
    const { followed } = view.changes;
    const rows = [{ label: 'Écoles suivies', compared: followed, write: String }];
    expect(lines(changesTable(view, rows))[1]).toBe('Écoles suivies;2;3;1');
  });
});

describe('a portrait', () => {
  it('gives its facts, rank and whole beside them, protected ones by their word', () => {
    const place = portraitPlace(portraitPlaces(smallDashboard), '10002');
    const told = lines(portraitTable(portraitOf(cube, NO_FACTS, place!)));
    expect(told[0]).toBe('Partie;Indicateur;Année;Valeur;Ensemble;Rang;Sur');
    expect(told.filter((line) => line.includes('donnée protégée')).length).toBeGreaterThan(0);
    expect(told.join('')).not.toMatch(/undefined|NaN|\u2060/);
  });
});
