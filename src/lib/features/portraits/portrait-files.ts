// Downloads of a portrait: its table, and its map as a picture.
import type { Dashboard } from '$lib/cube/dashboard';
import type { Count } from '$lib/cube/filter';
import type { Portrait } from '$lib/cube/portrait';
import type { Indicator } from '$lib/cube/portrait-indicators';
import { numberColumn, rounded, tableOf, textColumn } from '$lib/export/columns';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import { levelName } from '$lib/i18n/terms';
import { chartPicture } from '$lib/ui/export/chart-picture';
import type { Picture } from '$lib/ui/export/save-as';
import { fullTitleOf, indicatorName, partnerName, yearsWord } from './words';

interface Fact {
  part: string;
  name: string;
  year: string;
  value: CsvCell;
  whole: CsvCell;
  rank: number | null;
  of: number | null;
}

const hiddenCell = ({ value, status }: Count): CsvCell => (status === 'suppressed' ? PROTECTED : value);

/** Value with its unit, without typographic marks. */
const inFile = ({ name }: Indicator): string => {
  const unit = name === 'share' ? ', %' : name === 'drive' ? ', minutes' : '';
  return indicatorName(name).replaceAll('\u2060\u2009\u2060', '\u202f') + unit;
};

/** Shares are written in per cent, minutes and rates to one digit. */
const figure = ({ name }: Indicator, value: number | null): number | null =>
  rounded(value !== null && name === 'share' ? value * 100 : value);

function factsOf(portrait: Portrait): Fact[] {
  const { year, indicators, known, counts, children, levels, evolution, teams, actions, partners } = portrait;
  const ofSchools = (count: number | null): CsvCell => (known ? count : null);
  const alone = { whole: null, rank: null, of: null };
  const fact = (part: string, name: string, value: CsvCell, when: string = year): Fact => ({
    part,
    name,
    year: when,
    value,
    ...alone
  });
  const schools = m.portrait_schools();
  const years = yearsWord(portrait);
  return [
    ...indicators.map((one): Fact => ({
      part: m.note_figures(),
      name: inFile(one),
      year,
      value: one.value === null && one.hidden ? PROTECTED : figure(one, one.value),
      whole: figure(one, one.whole),
      rank: one.rank,
      of: one.of
    })),
    fact(schools, m.portrait_schools_first(), ofSchools(counts.schools)),
    fact(schools, m.portrait_row_schools(), ofSchools(counts.followed)),
    fact(schools, m.coverage_col_waiting(), ofSchools(counts.waiting)),
    fact(m.portrait_levels(), m.portrait_levels_all(), hiddenCell(children)),
    ...levels.map(({ level, count }) => fact(m.portrait_levels(), levelName(level), hiddenCell(count))),
    ...evolution.flatMap((one) => [
      fact(years, m.coverage_col_followed(), ofSchools(one.followed), one.year),
      fact(years, m.coverage_col_waiting(), ofSchools(one.waiting), one.year),
      fact(years, m.portrait_row_children(), hiddenCell(one.children), one.year)
    ]),
    fact(m.portrait_service(), m.portrait_row_teams(), teams.length),
    ...(actions ?? []).map(({ title, euros }) => fact(m.portrait_actions(), title, euros)),
    ...partners.map(({ category, count }) => fact(m.portrait_row_partners(), partnerName(category), count))
  ];
}

/** One row a fact of the sheet: label, value, value of the territory, rank among peers. */
export const portraitTable = (portrait: Portrait): ExportTable =>
  tableOf(
    { name: `portrait-${portrait.place.code}`, title: fullTitleOf(portrait.place) },
    factsOf(portrait),
    [
      textColumn(m.portrait_file_part(), ({ part }) => part),
      textColumn(m.portrait_col_indicator(), ({ name }) => name),
      textColumn(m.coverage_col_year(), ({ year }) => year),
      numberColumn(m.portrait_file_value(), ({ value }) => value),
      numberColumn(m.portrait_col_whole(), ({ whole }) => whole),
      numberColumn(m.portrait_file_rank(), ({ rank }) => rank),
      numberColumn(m.portrait_file_of(), ({ of }) => of)
    ]
  );

/** Map of the sheet on screen, with its legend. */
export function portraitPicture({ place, year }: Portrait, dashboard: Dashboard): Picture {
  const map = document.querySelector<HTMLElement>('[data-sheet] .map');
  const picture = chartPicture(
    `carte-${place.code}`,
    m.portrait_map_of({ name: fullTitleOf(place) }),
    map,
    dashboard
  );
  const items = [...(map?.querySelectorAll('li') ?? [])].flatMap((item) => {
    const mark = item.querySelector('svg');
    return mark ? [{ label: (item.textContent ?? '').trim(), mark }] : [];
  });
  return { ...picture, caption: { ...picture.caption, legend: { title: year, items } } };
}
