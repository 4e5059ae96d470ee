// Data of the portraits beyond the dashboard: `tables/portraits.json`. Posts are numbered; no count of children.
import type { Theme } from '../model/pathway.ts';
import type { CorrespondentRoles, Funder, Post } from '../model/service.ts';

export const PORTRAIT_VERSION = 1;

export interface PortraitFacts {
  version: typeof PORTRAIT_VERSION;
  /** Fingerprint of the build, the same as the dashboard's. */
  fingerprint: string;
  teams: { id: string; coordinator: string; professionals: number | null }[];
  /** Empty where posts are not published. */
  posts: Pick<Post, 'id' | 'role' | 'base_commune' | 'coordinator'>[];
  /** UAI -> post. */
  assignment: Record<string, string>;
  /** UAI -> seconds by car, one way, from the base of its post; absent without a route. */
  drives?: Readonly<Record<string, number>>;
  actions: {
    id: string;
    title: string;
    theme: Theme | null;
    funders: Partial<Record<Funder, number | null>>;
  }[];
  /** INSEE code -> partners by category. */
  partners: Record<string, Record<string, number>>;
  /** INSEE code -> whether there is a local correspondent. */
  correspondents: Record<string, boolean>;
  /** INSEE code -> the function of its correspondent; absent where no list says, and in a public site. */
  functions?: Readonly<Record<string, string>>;
  /** INSEE code -> what its correspondent does; absent where no list says. */
  roles?: Readonly<Record<string, CorrespondentRoles>>;
}

/** Facts of a territory that publishes no data on its service. */
export const NO_FACTS: PortraitFacts = {
  version: PORTRAIT_VERSION,
  fingerprint: '',
  teams: [],
  posts: [],
  assignment: {},
  actions: [],
  partners: {},
  correspondents: {}
};

/** @throws {Error} when the file is of another version */
export function readPortraitFacts(document: unknown): PortraitFacts {
  const facts = document as Partial<PortraitFacts> | null;
  if (facts?.version !== PORTRAIT_VERSION)
    throw new Error(`portraits.json: version ${PORTRAIT_VERSION} expected, found ${facts?.version}`);
  return facts as PortraitFacts;
}
