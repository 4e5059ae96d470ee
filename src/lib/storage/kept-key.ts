// Under what name a territory's plans, undo history and story are kept on this computer.
import type { Territory } from '../model/place.ts';

/** The demonstration bears the SIREN of a real territory, whose own plans and story stay apart. */
export const keptKeyOf = ({ siren, demonstration }: Pick<Territory, 'siren' | 'demonstration'>): string =>
  demonstration ? `${siren}.demonstration` : siren;
