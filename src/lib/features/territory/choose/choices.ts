// What answers a search of a territory: PREs of the official list, then EPCI, then communes; and lists that go beyond the one commune chosen.
import { territoryStart, type PackedReference } from '$lib/engines/territory-builder/index.ts';
import type { ListedPre, PreList, Start } from '$lib/model/packs.ts';
import { isOfChildren } from '$lib/model/source-files.ts';
import type { TerritorySettings } from '$lib/session/territory/project-config.ts';
import { isTable, type ProjectFile } from '$lib/session/territory/project-file.ts';
import { carrierName } from '$lib/i18n/carriers.ts';
import { locale } from '$lib/i18n/locale.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { capitalised, integer } from '$lib/i18n/numbers.ts';

/** A line of the list. `value`, « pre=59392-ccas », « siren=200043396 » or « commune=59392 », is what the address holds. */
export interface Choice {
  value: string;
  name: string;
  detail: string;
}

/** What the page reads before a search. */
export interface ChoiceLists {
  reference: PackedReference;
  /** null where the site has no list of PREs. */
  pres: PreList | null;
}

const MOST = { pre: 5, epci: 4, commune: 3 } as const;

const language = () => (locale() === 'fr' ? 'fr' : 'en');
const count = (communes: number) => m.folder_count_communes({ count: communes, shown: integer(communes) });

function preChoice({ key, name, carrier, departement, communes }: ListedPre): Choice {
  const parts = { carrier: carrierName(carrier, language()), departement, communes: count(communes.length) };
  return {
    value: `pre=${key}`,
    name: m.folder_choose_pre({ name }),
    detail: capitalised(m.folder_choose_pre_option(parts))
  };
}

/** The best answers of each kind; a commune that is the whole of a PRE above is not said again. */
export function choicesOf(text: string, { reference, pres }: ChoiceLists): Choice[] {
  const listed = pres?.search(text, MOST.pre, (carrier) => carrierName(carrier, language())).found ?? [];
  const epcis = reference.search(text, MOST.epci);
  const alone = new Set(listed.flatMap(({ communes }) => (communes.length === 1 ? communes : [])));
  const communes = reference.searchCommunes(text, MOST.commune).filter(({ code }) => !alone.has(code));
  return [
    ...listed.map(preChoice),
    ...epcis.map(({ siren, name, communes: members }) => ({
      value: `siren=${siren}`,
      name,
      detail: m.folder_choose_option({ communes: count(members), siren })
    })),
    ...communes.map(({ code, name, siren }) => ({
      value: `commune=${code}`,
      name,
      detail: m.folder_choose_commune({ epci: reference.epci(siren)?.name ?? siren })
    }))
  ];
}

function startOf(value: string, { reference, pres }: ChoiceLists): Start | null {
  const [kind, code = ''] = value.split('=');
  if (kind === 'siren') return territoryStart.epci(code, reference);
  if (kind === 'commune') return territoryStart.commune(code, reference);
  const pre = kind === 'pre' ? pres?.keyed(code) : undefined;
  return pre ? territoryStart.pre(pre, reference) : null;
}

/** What a line, or an address, makes open; null where it names nothing. */
export function chosenStart(value: string, lists: ChoiceLists): Start | null {
  const start = startOf(value, lists);
  return start && { ...start, link: value };
}

/** Lists of a service, whose rows aside are of other places; those of a list of children may be of other years. */
const isList = ({ kind }: ProjectFile): boolean => kind !== null && isTable(kind) && !isOfChildren(kind);

/** Lists left out, none of whose rows is of the one commune chosen; or rows of other communes, where they are more than its own. */
export type Beyond = { files: readonly string[] } | { rows: number };

/** Null where the lists stay within what was chosen. */
export function beyondCommune(
  files: readonly ProjectFile[],
  settings: Pick<TerritorySettings, 'intervention'> | null
): Beyond | null {
  if (settings?.intervention?.length !== 1) return null;
  const lists = files.filter(isList);
  const sum = (of: 'aside' | 'used') =>
    lists.reduce((all, { state, counts }) => all + ((state === 'used' && counts?.[of]) || 0), 0);
  if (sum('aside') > sum('used')) return { rows: sum('aside') };
  const outside = lists.flatMap(({ state, name }) => (state === 'outside' ? [name] : []));
  return outside.length > 0 ? { files: outside } : null;
}
