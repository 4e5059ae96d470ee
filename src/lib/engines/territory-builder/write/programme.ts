// `tables/programme.json`: teams, partners, correspondents and action sheets, read by the page of the programme alone.
import { PROGRAMME_VERSION, type Programme } from '../../../cube/programme.ts';
import type { TerritoryRows } from '../rows.ts';

const told = <Row extends { quality: unknown }>({ quality: _, ...row }: Row): Omit<Row, 'quality'> => row;
/** Names are typed with a straight apostrophe; what is read on screen has the typographic one. */
const readable = (text: string) => text.replaceAll("'", '’');

export function toProgramme(rows: TerritoryRows, fingerprint: string): Programme {
  const all = [...rows.teams, ...rows.actions, ...rows.partners, ...rows.correspondents];
  return {
    version: PROGRAMME_VERSION,
    year: rows.years.at(-1)!,
    teams: rows.teams.map((team) => ({ ...told(team), name: readable(team.name) })),
    actions: rows.actions.map((action) => ({ ...told(action), title: readable(action.title) })),
    partners: rows.partners.map(told),
    correspondents: rows.correspondents.map(told),
    synthetic: all.length > 0 && all.every(({ quality }) => quality === 'synthetic'),
    fingerprint
  };
}
