// Overseas collectivities that are one commune and no EPCI: a territory of their own, by the SIREN of the collectivity.

export interface Collectivity {
  /** INSEE code of its one commune. */
  code: string;
  siren: string;
}

export const COLLECTIVITIES: readonly Collectivity[] = [
  // Saint-Martin left Guadeloupe in 2007, and kept the SIREN of the commune that it was (97127).
  { code: '97801', siren: '219711272' }
];

export const collectivityOf = (siren: string): Collectivity | undefined =>
  COLLECTIVITIES.find((one) => one.siren === siren);
