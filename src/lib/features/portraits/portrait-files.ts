// Downloads of a portrait: its table, and its map as a picture.
import type { Dashboard } from '$lib/cube/dashboard';
import type { Portrait, PortraitSchool } from '$lib/cube/portrait';
import type { Indicator } from '$lib/cube/portrait-indicators';
import { numberColumn, textColumn, viewOf, type CellValue, type TableView } from '$lib/export/columns';
import { shortYear } from '$lib/i18n/dates';
import { decimal, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, levelName, statusWord } from '$lib/i18n/terms';
import { chartPicture } from '$lib/ui/export/chart-picture';
import type { Picture } from '$lib/ui/export/save-as';
import { fullTitleOf, indicatorName, partnerName, yearsWord } from './words';

interface Fact {
  part: string;
  name: string;
  year: string;
  value: CellValue;
  whole: CellValue;
  rank: number | null;
  of: number | null;
}

/** Value with its unit, without typographic marks. */
const inFile = ({ name }: Indicator): string => {
  const unit = name === 'share' ? ', %' : name === 'drive' ? ', minutes' : '';
  return indicatorName(name).replaceAll('\u2060\u2009\u2060', '\u202f') + unit;
};

/** Shares are written in per cent. */
const figure = ({ name }: Indicator, value: number | null): number | null =>
  value !== null && name === 'share' ? value * 100 : value;

function factsOf(portrait: Portrait): Fact[] {
  const { year, indicators, known, counts, children, levels, evolution, teams, actions, partners } = portrait;
  const ofSchools = (count: number | null): CellValue => (known ? count : null);
  const alone = { whole: null, rank: null, of: null };
  const fact = (part: string, name: string, value: CellValue, when: string = year): Fact => ({
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
      value:
        one.value === null && one.hidden ? { value: null, status: 'suppressed' } : figure(one, one.value),
      whole: figure(one, one.whole),
      rank: one.rank,
      of: one.of
    })),
    fact(schools, m.portrait_schools_first(), ofSchools(counts.schools)),
    fact(schools, m.portrait_row_schools(), ofSchools(counts.followed)),
    fact(schools, m.coverage_col_waiting(), ofSchools(counts.waiting)),
    fact(m.portrait_levels(), m.portrait_levels_all(), children),
    ...levels.map(({ level, count }) => fact(m.portrait_levels(), levelName(level), count)),
    ...evolution.flatMap((one) => [
      fact(years, m.coverage_col_followed(), ofSchools(one.followed), one.year),
      fact(years, m.coverage_col_waiting(), ofSchools(one.waiting), one.year),
      fact(years, m.portrait_row_children(), one.children, one.year)
    ]),
    fact(m.portrait_service(), m.portrait_row_teams(), teams.length),
    ...(actions ?? []).map(({ title, euros }) => fact(m.portrait_actions(), title, euros)),
    ...partners.map(({ category, count }) => fact(m.portrait_row_partners(), partnerName(category), count))
  ];
}

/** One row a fact of the sheet: label, value, value of the territory, rank among peers; minutes and rates to one digit. */
export const portraitTable = (portrait: Portrait): TableView<Fact> =>
  viewOf(
    { name: `portrait-${portrait.place.code}`, caption: fullTitleOf(portrait.place) },
    factsOf(portrait),
    [
      textColumn(m.portrait_file_part(), ({ part }) => part),
      textColumn(m.portrait_col_indicator(), ({ name }) => name),
      textColumn(m.coverage_col_year(), ({ year }) => year),
      numberColumn(m.portrait_file_value(), ({ value }) => value, { file: { digits: 1 } }),
      numberColumn(m.portrait_col_whole(), ({ whole }) => whole, { file: { digits: 1 } }),
      numberColumn(m.portrait_file_rank(), ({ rank }) => rank),
      numberColumn(m.portrait_file_of(), ({ of }) => of)
    ]
  );

/** Most private schools already have the word in their name. */
const schoolName = ({ school }: PortraitSchool) =>
  school.sector === 'public' || /priv[ée]/i.test(school.name)
    ? school.name
    : `${school.name} (${m.portrait_private()})`;

const networkWords = ({ school, network }: PortraitSchool) =>
  network === null || school.rep === null || school.kind === 'college'
    ? school.rep
    : `${school.rep}, ${network}`;

/** « 2023-24 », or what the school is to the service. */
const followedSince = ({ school: { followed_since: since }, status }: PortraitSchool) =>
  status === 'followed' && since ? shortYear(since) : statusWord(status);

interface SchoolsAsked {
  followUpKnown: boolean;
  /** Without the details of each school. */
  short?: boolean;
  /** Of a note: the number of the post that follows a school; null where posts are not shown. */
  referent?: ((uai: string) => string | undefined) | null;
}

/** Schools of a place, numbered as on its map. */
export function placeSchools(
  caption: string,
  schools: readonly PortraitSchool[],
  { followUpKnown, short = false, referent = null }: SchoolsAsked
): TableView<PortraitSchool> {
  const long = short ? ({ only: 'note' } as const) : {};
  const detail = { phone: 'hidden', ...long } as const;
  return viewOf({ name: '', caption, id: ({ school }) => school.uai }, schools, [
    textColumn(m.portrait_col_number(), ({ number }) => number, { nowrap: true, tone: 'strong' }),
    textColumn(m.portrait_col_school(), schoolName, {
      rowHead: true,
      tone: 'label',
      phone: 'wide',
      width: 6
    }),
    textColumn(m.portrait_col_kind(), ({ school }) => kindName(school.kind), { ...detail, width: 2.2 }),
    textColumn(m.portrait_col_network(), networkWords, { ...detail, width: 0 }),
    numberColumn(m.portrait_col_pupils(), ({ school }) => school.pupils, {
      nowrap: true,
      words: ({ school: { pupils, pupils_quality: quality } }) =>
        pupils !== null && quality === 'estimated' ? `≈\u00a0${integer(pupils)}` : undefined,
      width: 1.4
    }),
    numberColumn(m.portrait_col_ips(), ({ school: { ips } }) => ips && decimal(ips, 1), {
      ...detail,
      nowrap: true,
      width: 1.2
    }),
    numberColumn(m.portrait_col_nearest(), ({ minutes }) => minutes, {
      kind: 'duration',
      nowrap: true,
      ...long,
      width: 1.6
    }),
    ...(followUpKnown
      ? [
          textColumn(m.portrait_col_since(), followedSince, {
            key: 'since',
            align: 'right',
            nowrap: true,
            width: 2.4
          })
        ]
      : []),
    ...(referent
      ? [
          textColumn<PortraitSchool>(m.portrait_col_referent(), ({ school }) => referent(school.uai), {
            only: 'note',
            align: 'right',
            width: 2
          })
        ]
      : [])
  ]);
}

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
