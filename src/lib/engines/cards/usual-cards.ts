// A search of cards from the files of a territory; and the cards of the usual settings, found once when a site is made and kept in its file.
import { fnv1a, utf16Units } from '../../algorithms/fnv1a.ts';
import { todayPlan, type AssignmentFile, type StoredCards } from '../../model/assignment/assignment-file.ts';
import { planCode, readPlanCode } from '../../model/assignment/plan-code.ts';
import { requestKey } from '../../model/assignment/request-key.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS,
  type AssignmentSettings,
  type SchoolFacts,
  type UnitSchool
} from '../../model/assignment/settings.ts';
import { homeMetresOf, localPace } from '../../model/travel/home-radius.ts';
import { homeVisitsOf } from '../../model/workload.ts';
import { USUAL_ROAD } from '../../model/travel/travel-settings.ts';
import type { Matrix } from '../../model/travel/travel-times.ts';
import { factsOf, planRequest, unitSchools } from '../assignment/index.ts';
import { neutralShareOf } from '../travel/index.ts';
import { CARD_AIMS, type Card, type CardsRequest, type UnplacedRequest } from './cards.ts';
import { searchCards } from './search-cards.ts';

/** A stored or found card, as a page needs it. */
export type CardPlan = Pick<Card, 'aim' | 'assignment' | 'roads'>;

type UsualRequest = Omit<CardsRequest, 'places'>;

const markOf = (request: UsualRequest): number => fnv1a(utf16Units(requestKey(request)));

/** @param schools as `unitSchools` gives them, in the order of the pages; those of the problem are asked */
export function unplacedRequest(
  {
    file,
    schools,
    settings
  }: { file: AssignmentFile; schools: readonly UnitSchool[]; settings: AssignmentSettings },
  request: UsualRequest
): UnplacedRequest {
  const { units, referents } = request.problem;
  const counted = new Set(units.flatMap((unit) => unit.schools ?? [unit.id]));
  const baseOf = (id: string) => file.posts.find((post) => post.id === id)?.base ?? '';
  return {
    ...request,
    road: settings.road,
    bases: Object.fromEntries(referents.map(({ id }) => [id, baseOf(id)])),
    schools: schools
      .filter(({ uai }) => counted.has(uai))
      .map(({ visits, ...school }) => ({ ...homeVisitsOf(school), uai: school.uai, visits }))
  };
}

/** @param places of the matrix, whose times are at the peak of the request: town halls by INSEE code, schools by UAI */
export function placedRequest(
  { bases, schools, road = USUAL_ROAD, ...request }: UnplacedRequest,
  places: readonly { id: string }[],
  { seconds, destinations }: Pick<Matrix, 'seconds' | 'destinations'>
): CardsRequest {
  const rows = new Map(places.map(({ id }, row) => [id, row]));
  const found = Object.entries(bases).flatMap(([id, base]) => {
    const row = rows.get(base);
    return row === undefined ? [] : [[id, row] as const];
  });
  return {
    ...request,
    places: {
      seconds,
      size: destinations,
      bases: Object.fromEntries(found),
      road,
      neutralShare: neutralShareOf(schools),
      schools: schools.map(({ uai, visits, ...school }) => ({
        ...{ uai, visits, row: rows.get(uai) ?? null },
        homes: homeMetresOf(school, road) * localPace('car', road.peak)
      }))
    }
  };
}

/**
 * Searches the cards of the usual settings, for the file to keep.
 *
 * @param facts of the schools, placed as on the pages
 * @param places of the matrix, as for `placedRequest`
 * @returns undefined where there is none
 */
export function usualCards(
  file: AssignmentFile,
  facts: readonly SchoolFacts[],
  places: readonly { id: string }[],
  matrix: Pick<Matrix, 'seconds' | 'destinations'>
): StoredCards | undefined {
  const settings = DEFAULT_ASSIGNMENT_SETTINGS;
  const today = todayPlan(file);
  const schools = unitSchools(file, factsOf(facts), settings);
  const asked = planRequest(file, schools, today, settings);
  const { cards, start } = searchCards(
    placedRequest(unplacedRequest({ file, schools, settings }, asked), places, matrix)
  );
  if (cards === null) return undefined;
  const codeOf = (referents: Readonly<Record<string, string>>) => planCode(file, { ...today, referents });
  return {
    mark: markOf(asked),
    found: cards.map(({ assignment, roads }) => ({ plan: codeOf(assignment), roads })),
    start: start && codeOf(start)
  };
}

/** The cards that a file keeps for a request, and where the solver may start from; null where it keeps none. */
export function keptCards(
  file: AssignmentFile,
  request: UsualRequest
): { cards: CardPlan[]; start: Card['assignment'] | null } | null {
  const kept = file.cards;
  if (kept?.mark !== markOf(request)) return null;
  const referentsOf = (code: string) => readPlanCode(file, code)?.referents ?? null;
  const cards = CARD_AIMS.flatMap((aim, at): CardPlan[] => {
    const one = kept.found[at];
    const assignment = one ? referentsOf(one.plan) : null;
    return one && assignment ? [{ aim, assignment, roads: one.roads }] : [];
  });
  const start = kept.start === null ? null : referentsOf(kept.start);
  return cards.length === CARD_AIMS.length ? { cards, start } : null;
}
