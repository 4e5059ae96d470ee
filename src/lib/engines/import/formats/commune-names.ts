// Commune names back to INSEE codes, within the communes that the caller proposes.
import { foldPlace } from './names.ts';

export interface NamedCommune {
  code: string;
  name: string;
}

/** Codes by folded name; a name borne by several communes gives several. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

export function indexNames(communes: Iterable<NamedCommune>): NameIndex {
  const index = new Map<string, string[]>();
  for (const { code, name } of communes) {
    const folded = foldPlace(name);
    const codes = index.get(folded);
    if (!codes) index.set(folded, [code]);
    else if (!codes.includes(code)) codes.push(code);
  }
  return index;
}

/** The code of a commune by its name; « PARIS 18 » is Paris; null when no commune or several bear the name. */
export function communeNamed(name: string, index: NameIndex): string | null {
  const folded = foldPlace(name);
  const codes = index.get(folded) ?? index.get(folded.replace(/ \d+$| cedex.*$/, '')) ?? [];
  return codes.length === 1 ? codes[0]! : null;
}
