// The pack of the PREs, from the official list that the repository keeps: the commune of each found again by its name, then the communes
// where it is proposed to intervene.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PackedReference } from '../../src/lib/engines/territory-builder/index.ts';
import type { PreRow } from '../../src/lib/model/packs.ts';
import { importFile } from '../../src/lib/engines/import/index.ts';
import { foldPlace } from '../../src/lib/model/names.ts';
import { isIntercommunal, type Carrier } from '../../src/lib/model/place.ts';
import { ROOT } from '../setup.mjs';

/** Official lists that the repository keeps as they were published. */
export const OFFICIAL = join(ROOT, 'data/official');
export const PRE_FILE = 'pre-2024.csv';
const QPV_FILE = 'qpv-2024-communes.csv';

const FORMS: Readonly<Record<string, Carrier>> = {
  CCAS: 'ccas',
  CIAS: 'cias',
  'caisse des écoles': 'school-fund',
  commune: 'commune',
  EPCI: 'epci',
  GIP: 'gip',
  EPLE: 'school',
  autre: 'other'
};

/** « PIERREFITTE SUR SEINE » -> « Pierrefitte sur Seine » */
const titled = (name: string): string =>
  name
    .toLowerCase()
    .replace(
      /(^|[\s'’-])(?!(?:sur|sous|les|la|le|de|du|des|en|et|aux)\b)(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase()
    );

/** How the commune of a row was found: `name` alone where the code of the list is that of another département. */
export type FoundBy = 'name and code' | 'name' | 'code';

export interface ReadPre extends PreRow {
  departement: string;
  foundBy: FoundBy;
}

/** Codes of départements by folded name. */
async function departementsByName(): Promise<Map<string, string>> {
  const path = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/departements.json'
  );
  const list = JSON.parse(await readFile(path, 'utf8')) as { code: string; nom: string }[];
  return new Map(list.map(({ code, nom }) => [foldPlace(nom).replace(/^la /, ''), code]));
}

/** Today's codes of the communes that have a QPV of 2024. */
async function communesWithQpv(reference: PackedReference): Promise<Set<string>> {
  const bytes = new Uint8Array(await readFile(join(OFFICIAL, QPV_FILE)));
  const { rows } = await importFile({ name: QPV_FILE, bytes }, { expect: 'qpv' });
  const codes = (rows as { communeCodes: string[] }[]).flatMap(({ communeCodes }) => communeCodes);
  return new Set(codes.flatMap((code) => reference.currentCode(code) ?? []));
}

/**
 * Communes proposed for a body of several: those of its EPCI with a QPV, in the département whose list it is on, but for those that have a
 * PRE of their own. Where none is left, those with a QPV; where there is none either, all of them.
 */
function communesOf(
  { commune, departement }: Pick<ReadPre, 'commune' | 'departement'>,
  reference: PackedReference,
  withQpv: ReadonlySet<string>,
  ownPre: ReadonlySet<string>
): string[] {
  const siren = reference.commune(commune)?.siren ?? null;
  const members = siren === null ? [] : reference.epci(siren)!.members.map(({ code }) => code);
  const near = members.filter((code) => reference.departementOf(code) === departement);
  const marked = near.filter((code) => withQpv.has(code));
  const free = marked.filter((code) => !ownPre.has(code));
  const found = [free, marked, near].find((list) => list.length > 0);
  return found ?? [commune];
}

/** The only commune of a département whose name begins with another: « EVRY » is Évry-Courcouronnes. */
function communeBegun(departement: string, name: string, reference: PackedReference): string | null {
  const begun = reference
    .searchCommunes(name, Infinity)
    .filter((one) => reference.departementOf(one.code) === departement)
    .filter((one) => foldPlace(one.name).startsWith(`${foldPlace(name)} `));
  return begun.length === 1 ? begun[0]!.code : null;
}

/** Every PRE of the list, in its order. @throws Error naming the line that says nothing usable */
export async function readPreCsv(reference: PackedReference): Promise<ReadPre[]> {
  const [text, codes, withQpv] = await Promise.all([
    readFile(join(OFFICIAL, PRE_FILE), 'utf8'),
    departementsByName(),
    communesWithQpv(reference)
  ]);
  const found = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [where = '', , programme = '', code = '', , form = ''] = line.split(';');
      const departement = codes.get(foldPlace(where).replace(/^la /, ''));
      const carrier = FORMS[form];
      const listed = titled(programme.replace(/\s+CEDEX\b.*$/, ''));
      const byName = departement === undefined ? null : reference.codeByName(departement, listed);
      const today = reference.currentCode(code);
      const isNear = today !== null && reference.departementOf(today) === departement;
      const begun = isNear || departement === undefined ? null : communeBegun(departement, listed, reference);
      const commune = byName ?? begun ?? today;
      if (departement === undefined || carrier === undefined || commune === null)
        throw new Error(`${PRE_FILE} : « ${line} »`);
      const foundBy: FoundBy =
        (byName ?? begun) === null ? 'code' : byName === today ? 'name and code' : 'name';
      return { listed, carrier, commune, departement, foundBy };
    });
  const ownPre = new Set(
    found.flatMap(({ carrier, commune }) => (isIntercommunal(carrier) ? [] : [commune]))
  );
  return found.map((row) => ({
    ...row,
    communes: isIntercommunal(row.carrier) ? communesOf(row, reference, withQpv, ownPre) : [row.commune]
  }));
}
