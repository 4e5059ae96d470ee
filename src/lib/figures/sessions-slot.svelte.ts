// Where the sessions of a territory are once something asked for them. What keeps them brings the library of schemas: a page that shows none reads it only
// where this browser, or the opened file, holds some.
import { createContext } from 'svelte';
import type { Territory } from '$lib/model/place.ts';
import { actionsKey, carriedText } from '$lib/storage/carried.ts';
import { browserStorage } from '$lib/storage/kept.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { decision } from '$lib/session/decision/decision.svelte.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { keptRecord } from './kept-record.svelte.ts';
import type { ActionSessions } from '$lib/session/action-sessions.svelte.ts';

type OfTerritory = Pick<Territory, 'siren' | 'demonstration'>;

/** Whether something was done to the sessions of a territory, in this tab, in its file or on this computer. */
function areSessionsHere(territory: OfTerritory): boolean {
  const key = actionsKey(keptKeyOf(territory));
  const stores = (['tab', 'computer'] as const).map(browserStorage);
  return carriedText(key) !== null || stores.some((store) => store?.getItem(key));
}

/** Of no page: what is derived in them outlives the page that asked first. */
const sessionsOf = keptRecord<SessionsSlot, ActionSessions>();

export class SessionsSlot {
  /** null: nothing has asked for them. */
  sessions: ActionSessions | null = $state.raw(null);
  readonly #territory: OfTerritory;
  #isHydrated = false;

  constructor(territory: OfTerritory) {
    this.#territory = territory;
  }

  /** Makes them, or gives those that are made. @param Sessions their class, which the caller has read */
  open(Sessions: typeof ActionSessions): ActionSessions {
    if (this.sessions) return this.sessions;
    this.sessions = sessionsOf(this, () => new Sessions(this.#territory));
    if (this.#isHydrated) this.sessions.restore();
    return this.sessions;
  }

  /** Brings back what was done. To be called once the page is hydrated: what it wrote must be what it finds. */
  async restore(): Promise<void> {
    this.#isHydrated = true;
    if (this.sessions) this.sessions.restore();
    else if (areSessionsHere(this.#territory))
      this.open((await import('$lib/session/action-sessions.svelte.ts')).ActionSessions);
  }
}

export const [sessionsSlot, provideSessionsSlot] = createContext<SessionsSlot>();

/** What the figures of sessions are of: asked while a page is made. */
export const actionTab = () => ({ slot: sessionsSlot(), site: siteData(), decided: decision() });
export type ActionTab = ReturnType<typeof actionTab>;
