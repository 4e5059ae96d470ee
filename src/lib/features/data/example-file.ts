// Fictitious case file generated in the page from a seed, and an empty one with its header.
import { mulberry32 } from '$lib/algorithms/random';
import { latestYear, type Dashboard } from '$lib/cube/dashboard';
import { csvFile } from '$lib/export/save-file';
import { toCsv, type CsvColumn } from '$lib/export/csv';
import { THEMES, type CountedColumn } from '$lib/model/pathway';
import { levelsOf } from '$lib/model/school';
import type { SchoolYear } from '$lib/model/school-year';

/** Headers of a case file, as the template writes them and the page explains them; the reader of files knows each. */
export const CASE_HEADERS: Readonly<Record<CountedColumn, string>> = {
  case_id: 'Numéro de dossier',
  school_year: 'Année scolaire',
  uai: 'UAI',
  qpv: 'Quartier prioritaire',
  commune: 'Commune de résidence',
  level: 'Niveau',
  theme: 'Thématique',
  family_id: 'Numéro de famille',
  visits: 'Nombre de visites'
};

/** What the year's report reads besides: no count does. */
export const DETAIL_HEADERS = {
  sex: 'Sexe',
  birth_year: 'Année de naissance',
  oriented_by: 'Orienté par',
  reasons: 'Motifs',
  profile: 'Profil',
  entry: 'Entrée',
  exit: 'Sortie',
  exit_reason: 'Motif de sortie',
  last_review: 'Dernière EPS',
  agreement: 'Accord'
} as const;

type Row = Record<CountedColumn, string>;

const COLUMNS = Object.keys(CASE_HEADERS) as CountedColumn[];
const CHILDREN = 420;
const SEED = 59;

function drawRows({ schools, qpvs, communes }: Dashboard, year: SchoolYear): Row[] {
  const random = mulberry32(SEED);
  /** The first items are drawn more often, since places differ in size. */
  const pick = <Item>(items: readonly Item[], slope = 1.7) =>
    items[Math.floor(items.length * random() ** slope)] as Item;
  const schoolsOf = (code: string) => schools.filter(({ commune }) => commune === code);
  const places = communes
    .filter(({ intervention }) => intervention)
    .map(({ code }) => code)
    .sort((a, b) => schoolsOf(b).length - schoolsOf(a).length || (a < b ? -1 : 1));
  const rows: Row[] = [];
  while (rows.length < CHILDREN) {
    const commune = pick(places, 2.4);
    const near = qpvs.filter((qpv) => qpv.communes.includes(commune));
    const qpv = near.length > 0 && random() < 0.8 ? pick(near).code : '';
    const there = schoolsOf(commune);
    const siblings = random() < 0.2 ? 2 : 1;
    const family = `FICTIF-F${rows.length}`;
    for (let child = 0; child < siblings && there.length > 0; child++) {
      const { uai, kind } = pick(there, 1.4);
      rows.push({
        case_id: `FICTIF-${rows.length + 1}`,
        school_year: year,
        uai,
        qpv,
        commune,
        level: pick(levelsOf(kind), 1),
        theme: pick(THEMES),
        family_id: family,
        visits: String(1 + Math.floor(random() * 18))
      });
    }
  }
  return rows;
}

/** Four rows with frequent errors: a date for a year, a negative number, a duplicate child, a foreign neighbourhood. */
function faulty(rows: readonly Row[]): Row[] {
  const [first, second, third, fourth] = rows as [Row, Row, Row, Row];
  return [
    { ...first, case_id: 'FICTIF-A', school_year: '01/09/2025' },
    { ...second, case_id: 'FICTIF-B', visits: '−2' },
    third,
    { ...fourth, case_id: 'FICTIF-D', qpv: 'QN09999M' }
  ];
}

function fileOf(name: string, rows: readonly Row[]): File {
  const columns = COLUMNS.map((key): CsvColumn<Row> => ({
    header: CASE_HEADERS[key],
    value: (row) => row[key]
  }));
  return new File([csvFile(toCsv(rows, columns))], name, { type: 'text/csv' });
}

/** Fictitious children of the last school year, in the real places of the site. */
export function exampleFile(dashboard: Dashboard, name: string): File {
  const rows = drawRows(dashboard, latestYear(dashboard));
  return fileOf(name, [...rows.slice(0, 60), ...faulty(rows), ...rows.slice(60)]);
}

/** The header alone. */
export function templateFile(name: string): File {
  const headers = [...Object.values(CASE_HEADERS), ...Object.values(DETAIL_HEADERS)];
  const columns = headers.map((header): CsvColumn<never> => ({ header, value: () => '' }));
  return new File([csvFile(toCsv([], columns))], name, { type: 'text/csv' });
}
