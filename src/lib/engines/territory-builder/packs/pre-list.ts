// The PREs of the official list, each with the communes where it is proposed to intervene: `PreFile` is its JSON, compressed with gzip.
import { foldPlace } from '../../../model/names.ts';
import { PRE_VERSION } from '../../../model/packs.ts';
import { CARRIERS } from '../../../model/place.ts';
import type { ListedPre, PreList, PreRow } from '../../../model/packs.ts';
import { districtNamed } from '../places/districts.ts';
import { likeness } from './likeness.ts';
import { readPackedJson } from './packed-json.ts';
import type { PackedReference } from './reference.ts';
import { BadColumn, readNumbers, writeNumbers } from './text-columns.ts';

export interface PreFile {
  version: number;
  vintage: string;
  source: string;
  licence: string;
  /** A line a PRE: its commune, or its commune and those proposed where they are others. */
  places: string;
  /** Ranks in CARRIERS. */
  carriers: string;
  /** By rank: names of the list that are not those of the commune. */
  names: Record<number, string>;
}

const withoutPost = (name: string) => name.replace(/\s+cedex\b.*$/i, '');

/** Whether one of two names begins with the other, or holds it. */
function isLike(a: string, b: string): boolean {
  const [one, other] = [foldPlace(a), foldPlace(b)];
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

/** @param nameOf today's name of a commune */
export function writePreList(
  rows: readonly PreRow[],
  told: Pick<PreFile, 'vintage' | 'source' | 'licence'>,
  nameOf: (code: string) => string | undefined
): PreFile {
  const alone = ({ commune, communes }: PreRow) => communes.length === 1 && communes[0] === commune;
  const others = rows.flatMap(({ listed, commune }, rank) =>
    foldPlace(listed) === foldPlace(nameOf(commune) ?? '') ? [] : [[rank, listed]]
  );
  return {
    version: PRE_VERSION,
    ...told,
    places: rows
      .map((row) => (alone(row) ? [row.commune] : [row.commune, ...row.communes]).join(' '))
      .join('\n'),
    carriers: writeNumbers(rows.map(({ carrier }) => CARRIERS.indexOf(carrier))),
    names: Object.fromEntries(others) as PreFile['names']
  };
}

interface Searched {
  pre: ListedPre;
  /** Folded. */
  names: string[];
  population: number;
}

function searchable({ places, carriers, names }: PreFile, reference: PackedReference): Searched[] {
  const ranks = readNumbers(carriers);
  return places.split('\n').map((line, at) => {
    const [commune = '', ...proposed] = line.split(' ');
    const carrier = CARRIERS[ranks[at] ?? -1];
    if (!carrier || commune === '') throw new BadColumn(line);
    const known = reference.commune(commune);
    const siren = known?.siren ?? null;
    const listed = names[at];
    const epci = siren === null ? null : reference.epci(siren);
    // A body of several communes bears the name of its EPCI where it does not intervene in its own commune alone.
    const district = proposed.length === 0 && listed !== undefined ? districtNamed(commune, listed) : null;
    const isWide = proposed.length > 0 && epci !== null;
    const today = known?.name ?? commune;
    // A commune that has become part of another: the name of the list beside that of today.
    const alone = listed === undefined || isLike(listed, today) ? today : `${today} (${listed})`;
    const name = isWide ? epci.name : (district?.name ?? alone);
    const communes = proposed.length > 0 ? proposed : [district?.code ?? commune];
    return {
      pre: {
        key: `${commune}-${carrier}`,
        name,
        carrier,
        departement: reference.departementOf(commune),
        siren,
        communes
      },
      names: [...new Set([name, listed ?? '', today].map(foldPlace))].filter((one) => one !== ''),
      population: known?.population ?? 0
    };
  });
}

function preList(file: PreFile, reference: PackedReference): PreList {
  const searched = searchable(file, reference);
  const all = searched.map(({ pre }) => pre);
  return {
    all,
    vintage: file.vintage,
    source: file.source,
    licence: file.licence,
    keyed: (key) => all.find((one) => one.key === key),
    search(text, limit = 12, words = () => '') {
      const wanted = foldPlace(withoutPost(text));
      if (wanted.length < 2) return { found: [], alike: 0 };
      const scored = searched
        .map((one) => {
          const named = Math.max(...one.names.map((name) => likeness(name, wanted)));
          const rest = `${one.pre.departement.toLowerCase()} ${foldPlace(words(one.pre.carrier))}`;
          const whole = Math.max(...one.names.map((name) => likeness(`${name} ${rest}`, wanted)));
          return { ...one, score: Math.max(2 * named, whole) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || b.population - a.population);
      return {
        found: scored.slice(0, limit).map(({ pre }) => pre),
        alike: scored.filter(({ score }) => score === scored[0]!.score).length
      };
    }
  };
}

/**
 * Reads `pre.pack`, packed or not.
 * @throws UnusableInput `damaged-pack`, `foreign-pack`
 */
export function readPreList(bytes: Uint8Array, reference: PackedReference): PreList {
  return readPackedJson(bytes, 'pre.pack', PRE_VERSION, (json) =>
    preList(json as unknown as PreFile, reference)
  );
}
