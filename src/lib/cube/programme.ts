// Content of `tables/programme.json`: the programme of its last year. Money, posts and counts of partners, never of children.
import type { Action, Correspondent, PartnerCount, SupportTeam } from '../model/service.ts';
import type { SchoolYear } from '../model/school-year.ts';

export const PROGRAMME_VERSION = 1;

type WithoutQuality<Row extends { quality: unknown }> = Omit<Row, 'quality'>;
export type Sheet = WithoutQuality<Action>;
export type Team = WithoutQuality<SupportTeam>;
export type Partners = WithoutQuality<PartnerCount>;

export interface Programme {
  version: typeof PROGRAMME_VERSION;
  /** School year of the sheets, teams and partners. */
  year: SchoolYear;
  teams: Team[];
  actions: Sheet[];
  partners: Partners[];
  correspondents: WithoutQuality<Correspondent>[];
  /** Every row is synthetic. */
  synthetic: boolean;
  /** Fingerprint of the build, the same as the dashboard's. */
  fingerprint: string;
}

/** @throws {Error} when the text is cut short, foreign, or of another version */
export function parseProgramme(text: string): Programme {
  const value = JSON.parse(text) as Partial<Programme> | null;
  if (value?.version !== PROGRAMME_VERSION)
    throw new Error(`programme.json: version ${PROGRAMME_VERSION} expected, found ${value?.version}`);
  return value as Programme;
}

/** Programme of a territory that publishes none. */
export function isEmptyProgramme({ teams, actions, partners, correspondents }: Programme): boolean {
  return [teams, actions, partners, correspondents].every((rows) => rows.length === 0);
}
