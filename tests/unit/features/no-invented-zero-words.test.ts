// What leaves the pages by other ways says no zero that nobody told: the story of a council and the drawings of its steps, the notes, the
// tables of files. Read with the whole lists, then with each list and column taken away: no line says 0, « aucun » or −100 % then that did not before.
import { expect, it, vi } from 'vitest';
import { exportTable } from '../../../src/lib/export/columns.ts';
import { latestYear } from '../../../src/lib/cube/dashboard.ts';
import { readPortraitFacts } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { defaultStory } from '../../../src/lib/features/council/default-story.ts';
import { snapshotFromUrl } from '../../../src/lib/features/council/page-views.ts';
import { CoverageState } from '../../../src/lib/features/coverage/coverage-state.svelte.ts';
import {
  evolutionTable,
  schoolsTable,
  zonesTable
} from '../../../src/lib/features/coverage/coverage-files.ts';
import { demandNote } from '../../../src/lib/features/demand/demand-note.ts';
import { DemandState } from '../../../src/lib/features/demand/demand-state.svelte.ts';
import { portraitNote } from '../../../src/lib/features/portraits/portrait-note.ts';
import { ProgrammeState } from '../../../src/lib/features/programme/programme-state.svelte.ts';
import * as files from '../../../src/lib/features/programme/programme-files.ts';
import { meansOfAddress } from '../../../src/lib/figures/means-of-address.ts';
import { plainCell, type ExportTable } from '../../../src/lib/export/table.ts';
import type { Note } from '../../../src/lib/export/note.ts';
import { STORY_VIEWS } from '../../../src/lib/pages/views.ts';
import { SiteData } from '../../../src/lib/session/site-data.svelte.ts';
import {
  COLUMNS,
  LISTS,
  territoryWithout,
  type Away,
  type ReadTerritory
} from '../../fixtures/territory/lists-away.ts';

vi.mock('../../../src/lib/theme/token-colors.ts', () => ({
  lightColors: (tokens: readonly string[]) => tokens.map(() => '#000')
}));

const plain = (text: string) => text.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
const TODAY = '2023-06-30';

const ofNote = ({ lead, sections }: Note): string[] => [
  lead,
  ...sections.flatMap(({ heading, paragraphs = [], table }) => [
    ...paragraphs,
    ...(table?.rows ?? []).flatMap((row) =>
      row.map((cell, at) => `${heading} · ${row[0]} · ${table!.columns[at]!.label} : ${cell}`)
    )
  ])
];
/** A cell a line: a figure that goes elsewhere in its row is no new zero. */
const ofTable = ({ name, columns, rows }: ExportTable): string[] =>
  rows.flatMap((row) =>
    row.map(
      (cell, at) => `${name} · ${String(row[0])} · ${columns[at]!.title} : ${String(plainCell(cell) ?? '–')}`
    )
  );

/** Every line, by where it stands. */
async function lines({ cube, programme, assignment, files: all }: ReadTerritory): Promise<string[]> {
  const { dashboard } = cube;
  const means = meansOfAddress(cube, assignment, new URLSearchParams(), TODAY);
  const sources = { dashboard, programme, assignment, outlines: null };
  const story = defaultStory({ ...sources, means });
  const facts = readPortraitFacts(JSON.parse(new TextDecoder().decode(all.get('tables/portraits.json'))));
  const demand = new DemandState(cube);
  // A frame may be of any page, in the story or not.
  const addresses = new Set([...story.steps.map(({ address }) => address), ...STORY_VIEWS]);
  const drawn = [...addresses].flatMap((address) => {
    const snapshot = snapshotFromUrl(address, sources);
    return snapshot
      ? [
          ...snapshot.figures.map(({ label, value }) => `${address} · ${label}: ${value}`),
          ...snapshot.symbols.map(({ label }) => label),
          `${snapshot.title} ${snapshot.caution ?? ''}`
        ]
      : [];
  });
  const coverage = new CoverageState(new SiteData(dashboard));
  const programmed = new ProgrammeState(programme, () => cube);
  const tables: ExportTable[] = [
    exportTable(zonesTable(coverage)),
    exportTable(schoolsTable(coverage)),
    exportTable(evolutionTable(coverage)),
    exportTable(files.sheetsTable(programmed)),
    exportTable(files.partnersTable(programmed)),
    exportTable(files.teamsTable(programmed)),
    exportTable(files.flowsTable(programmed)),
    exportTable(files.programmeCommunesTable(programmed)),
    exportTable(files.themesTable(programmed))
  ];
  return [
    ...story.steps.flatMap(({ title, text }) => [title, ...text.split('\n')]),
    ...drawn,
    ...ofNote(demandNote(demand, { ...means, loads: null }, '')),
    ...portraitPlaces(dashboard).flatMap((place) =>
      ofNote(portraitNote(portraitOf(cube, facts, place, latestYear(dashboard)), dashboard))
    ),
    ...tables.flatMap(ofTable)
  ].map(plain);
}
const ZERO = /(?<![\d,.−-])0(?! ?[\d,.])|−100|\b(aucune?|zéro)\b/i;

/** Lines that say no figure of what was taken away: which communes and themes are left without an action. */
const OF_WHAT_IS_LEFT = /un thème au moins n’a aucune action/;

const whole = territoryWithout({})
  .then(lines)
  .then((said) => new Set(said));
const columns = Object.entries(COLUMNS).flatMap(([file, own]) => own.map((column) => `${file} ${column}`));
const aways: [string, Away][] = [
  ...LISTS.map((one): [string, Away] => [one, { lists: [one] }]),
  ...columns.map((one): [string, Away] => [one, { columns: [one] }]),
  // Each pair of lists in the long runs.
  ...LISTS.flatMap((one, at) =>
    process.env['SOAK']
      ? LISTS.slice(at + 1).map((other): [string, Away] => [`${one}, ${other}`, { lists: [one, other] }])
      : []
  )
];

it.each(aways)('no zero comes in where there is no %s', async (_, away) => {
  const said = await lines(await territoryWithout(away));
  expect(said.length).toBeGreaterThan(70);
  const before = await whole;
  expect(said.filter((line) => ZERO.test(line) && !before.has(line) && !OF_WHAT_IS_LEFT.test(line))).toEqual(
    []
  );
});
