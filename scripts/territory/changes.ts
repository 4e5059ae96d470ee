// What changed between two builds of a territory: places and schools come, gone or different.
import { DASHBOARD_VERSION, type Dashboard } from '../../src/lib/cube/dashboard.ts';
import type { School } from '../../src/lib/model/school.ts';

type Compared = Pick<Dashboard, 'communes' | 'qpvs' | 'schools' | 'years'>;

export interface Changes {
  /** Last school year before, and now. */
  years: [string, string];
  communes: { added: string[]; removed: string[] };
  qpvs: { added: string[]; removed: string[] };
  schools: { added: string[]; removed: string[]; changed: Record<string, string[]> };
}

const COMPARED = ['kind', 'commune', 'qpv', 'rep', 'pupils', 'ips', 'status', 'team'] as const;

function comeAndGone(before: readonly string[], now: readonly string[]) {
  const [old, fresh] = [new Set(before), new Set(now)];
  return {
    added: now.filter((code) => !old.has(code)),
    removed: before.filter((code) => !fresh.has(code))
  };
}

const codes = (places: readonly { code: string }[]) => places.map(({ code }) => code);
const uais = (schools: readonly School[]) => schools.map(({ uai }) => uai);

export function changesBetween(before: Compared, now: Compared): Changes {
  const old = new Map(before.schools.map((school) => [school.uai, school]));
  const changed: Record<string, string[]> = {};
  for (const column of COMPARED) {
    const different = now.schools.filter((school) => {
      const was = old.get(school.uai);
      return was && was[column] !== school[column];
    });
    if (different.length > 0) changed[column] = uais(different);
  }
  return {
    years: [before.years.at(-1) ?? '', now.years.at(-1) ?? ''],
    communes: comeAndGone(codes(before.communes), codes(now.communes)),
    qpvs: comeAndGone(codes(before.qpvs), codes(now.qpvs)),
    schools: { ...comeAndGone(uais(before.schools), uais(now.schools)), changed }
  };
}

/** What an earlier build left as its `tables/dashboard.json`; null when it is of another version. */
export function readBefore(text: string): Compared | null {
  try {
    const dashboard = JSON.parse(text) as Dashboard;
    return dashboard.version === DASHBOARD_VERSION ? dashboard : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

const WORDS: Record<(typeof COMPARED)[number], string> = {
  kind: 'type',
  commune: 'commune',
  qpv: 'quartier',
  rep: 'éducation prioritaire',
  pupils: 'effectif',
  ips: 'IPS',
  status: 'suivi',
  team: 'équipe'
};

/** Lines in French for the shell; one that says that nothing changed when nothing did. */
export function changeLines({ years, communes, qpvs, schools }: Changes): string[] {
  const moved = (what: string, { added, removed }: { added: string[]; removed: string[] }) =>
    added.length + removed.length === 0
      ? []
      : [`  ${what} : ${added.length} de plus, ${removed.length} de moins`];
  const lines = [
    ...(years[0] === years[1] ? [] : [`  année scolaire : ${years[0]} devient ${years[1]}`]),
    ...moved('communes', communes),
    ...moved('quartiers', qpvs),
    ...moved('établissements', schools),
    ...COMPARED.flatMap((column) =>
      schools.changed[column]
        ? [`  ${WORDS[column]} différent : ${schools.changed[column].length} établissements`]
        : []
    )
  ];
  return lines.length === 0
    ? ['Depuis la dernière construction : rien n’a changé.']
    : ['Depuis la dernière construction :', ...lines];
}
