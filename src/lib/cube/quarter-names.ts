// Names of priority neighbourhoods: two of one name are told apart by their communes, wherever they are named.
import type { Dashboard } from './dashboard.ts';

/** Code -> « Le Jard », « Centre ville (Fresnes-sur-Escaut) ». */
export function quarterNames({
  communes,
  qpvs
}: Pick<Dashboard, 'communes' | 'qpvs'>): ReadonlyMap<string, string> {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  const count = new Map<string, number>();
  for (const { name } of qpvs) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    qpvs.map(({ code, name, communes: inside }) => {
      const where = inside.flatMap((commune) => names.get(commune) ?? []).join(', ');
      return [code, count.get(name)! > 1 && where !== '' ? `${name} (${where})` : name];
    })
  );
}
