// `tables/portraits.json`: what portraits tell of the service, beside the dashboard.
import { PORTRAIT_VERSION, type PortraitFacts } from '../../../cube/portrait-facts.ts';
import type { TerritoryRows } from '../rows.ts';

export function toPortraitFacts(rows: TerritoryRows, fingerprint: string): PortraitFacts {
  const partners: PortraitFacts['partners'] = {};
  for (const { commune, category, count } of rows.partners) (partners[commune] ??= {})[category] = count;
  const roles = rows.correspondents.flatMap(({ commune, roles: told }) =>
    told ? [[commune, told] as const] : []
  );
  const functions = rows.correspondents.flatMap(({ commune, function: named }) =>
    named === undefined ? [] : [[commune, named] as const]
  );
  return {
    version: PORTRAIT_VERSION,
    fingerprint,
    teams: rows.teams.map(({ id, coordinator, professionals }) => ({ id, coordinator, professionals })),
    posts: rows.staff.map(({ id, role, base_commune, coordinator }) => ({
      id,
      role,
      base_commune,
      coordinator
    })),
    assignment: Object.fromEntries(rows.assignment.map(({ uai, post }) => [uai, post])),
    ...(rows.drives && { drives: rows.drives }),
    actions: rows.actions.map(({ id, title, theme, funders }) => ({
      id,
      title: title.replaceAll("'", '’'),
      theme,
      funders
    })),
    partners,
    correspondents: Object.fromEntries(rows.correspondents.map(({ commune, filled }) => [commune, filled])),
    ...(functions.length > 0 && { functions: Object.fromEntries(functions) }),
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) })
  };
}
