// What a session needs, when it is asked for, and who gets it.

/** Days before a session: to ask for a need, and at the latest. */
export type NeedDelay = readonly [ask: number, latest: number];

/** Needs that the product knows, with their delays; a service adds its own. */
export const NEED_DELAYS: Readonly<Record<string, NeedDelay>> = {
  salle: [30, 7],
  intervenant: [30, 10],
  transport: [21, 5],
  groupe: [15, 3],
  information: [10, 2],
  accords: [8, 1],
  matériel: [7, 1],
  accompagnateur: [7, 1]
};

/** Delays of a need that has none. */
export const OTHER_NEED_DELAY: NeedDelay = [7, 1];

/** Needs without which a session is not held. */
export const STOPPING_NEEDS: readonly string[] = ['salle', 'intervenant', 'transport'];

/** A vehicle, which the service asks for. */
export const TRANSPORT_NEED = 'transport';

/** Who gets a need: the correspondent of the commune, the referents of the schools, the coordinator. */
export type NeedOwner = 'correspondent' | 'referents' | 'coordinator';

const OWNERS: Readonly<Record<string, NeedOwner>> = {
  salle: 'correspondent',
  information: 'correspondent',
  groupe: 'referents',
  accords: 'referents'
};

/**
 * Who gets a need of a session; a need of the service's own is the coordinator's.
 *
 * @param hasCorrespondent whether the commune has one
 * @returns `forLackOf`: who would get it, where the commune has none
 */
export function needOwner(
  need: string,
  hasCorrespondent: boolean
): { who: NeedOwner; forLackOf?: 'correspondent' } {
  const who = Object.hasOwn(OWNERS, need) ? OWNERS[need]! : 'coordinator';
  return who === 'correspondent' && !hasCorrespondent
    ? { who: 'coordinator', forLackOf: 'correspondent' }
    : { who };
}
