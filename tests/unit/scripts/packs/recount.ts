// Schools of each EPCI counted from the raw official files, line by line: no code is shared with the readers and the builder.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Commune {
  code: string;
  nom: string;
  type: string;
  anciensCodes?: string[];
  chefLieu?: string;
  commune?: string;
}

const locate = createRequire(import.meta.url);
const division = <T>(name: string) =>
  JSON.parse(readFileSync(locate.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as T;

/** Lines of a file as cells by column; none of these files quotes a separator. */
function* lines(path: string): Generator<(column: string) => string> {
  const [header = '', ...rest] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const columns = header.split(';').map((name) => name.trim());
  for (const line of rest) {
    if (line === '') continue;
    const cells = line.split(';');
    yield (column) => (cells[columns.indexOf(column)] ?? '').trim();
  }
}

const plain = (name: string) =>
  name
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(/\bSAINT/g, 'ST')
    .replace(/ (?:\d+|CEDEX.*)$/, '')
    .trim();
/** Accents go before anything else: « É » is E and a mark. */
const folded = (name: string) => plain(name.normalize('NFD').replace(/\p{M}/gu, ''));
const departementOf = (code: string) => (code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2));

const FILES = {
  outlines: 'communes-france-ign2018.topojson.gz',
  ips: ['ips-ecoles-2022.csv', 'ips-colleges-2022.csv'],
  rep: 'rep-2022.csv',
  annuaire: 'annuaire-35-2023.csv',
  effectifs: 'effectifs-35-2019-2022.csv'
};
export const hasRawFiles = (folder: string) =>
  [...FILES.ips, FILES.outlines, FILES.rep, FILES.annuaire, FILES.effectifs].every((name) =>
    existsSync(join(folder, name))
  );

/** SIREN -> number of schools that some list names and puts in one of its communes. */
export function recount(folder: string): Map<string, number> {
  const communes = division<Commune[]>('communes');
  const today = new Map<string, string>();
  for (const { code, anciensCodes = [] } of communes) for (const old of anciensCodes) today.set(old, code);
  for (const one of communes) today.set(one.code, one.chefLieu ?? one.commune ?? one.code);
  const named = new Map<string, Set<string>>();
  for (const { code, nom } of communes) {
    const key = `${departementOf(code)} ${folded(nom)}`;
    named.set(key, (named.get(key) ?? new Set()).add(today.get(code)!));
  }
  // Names of 2018 that are no longer those of a commune.
  const outlines = JSON.parse(gunzipSync(readFileSync(join(folder, FILES.outlines))).toString()) as {
    objects: { communes: { geometries: { properties: { code: string; nom: string } }[] } };
  };
  const current = new Set(named.keys());
  for (const { properties } of outlines.objects.communes.geometries) {
    const code = today.get(properties.code)!;
    const key = `${departementOf(code)} ${folded(properties.nom)}`;
    if (!current.has(key)) named.set(key, (named.get(key) ?? new Set()).add(code));
  }
  const byName = (departement: string, name: string) => {
    const codes = [...(named.get(`${departement} ${folded(name)}`) ?? [])];
    return codes.length === 1 ? codes[0] : undefined;
  };
  /** UAI -> commune of today; undefined where nobody knows it. */
  const schools = new Map<string, string | undefined>();
  const add = (uai: string, commune: string | undefined) => schools.has(uai) || schools.set(uai, commune);
  for (const cell of lines(join(folder, FILES.annuaire))) {
    if (!/^(?:ecole|coll[eè]ge)/i.test(cell('Type_etablissement')) || cell('etat').startsWith('FERM'))
      continue;
    add(cell('Identifiant_de_l_etablissement'), today.get(cell('Code_commune')));
  }
  for (const name of FILES.ips) {
    for (const cell of lines(join(folder, name)))
      add(cell('uai'), today.get(cell('code_insee_de_la_commune')));
  }
  for (const cell of lines(join(folder, FILES.effectifs)))
    add(cell("Numéro de l'école"), byName('35', cell('Commune')));
  for (const cell of lines(join(folder, FILES.rep))) {
    if (cell('NUMERO') === '' || cell('TYPE_DETABLISSEMENT').startsWith('SEGPA')) continue;
    const departement = cell('N°Département').replace(/^0+/, '').padStart(2, '0');
    add(cell('NUMERO'), byName(departement, cell('COMMUNE')));
  }
  const epcis = division<{ code: string; membres: { code: string }[] }[]>('epci');
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])));
  const counts = new Map<string, number>();
  for (const commune of schools.values()) {
    const siren = epciOf.get(commune ?? '');
    if (siren !== undefined) counts.set(siren, (counts.get(siren) ?? 0) + 1);
  }
  return counts;
}
