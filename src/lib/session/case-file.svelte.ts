// The reader's case file, from reading to protected counts. In this tab's memory only: nothing is stored.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { packPathways } from '$lib/cube/pathway-grid.ts';
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { CaseSummary, KnownPlaces, Protected, ProtectStage } from '$lib/workers/disclosure/protocol.ts';
import { FAMILIES, INTERNAL_K, PUBLIC_K } from '$lib/engines/disclosure/index.ts';
import { DisclosureClient } from '$lib/workers/disclosure/client.ts';
import { Stopped } from '$lib/workers/worker-call.ts';
import type { SiteData } from './site-data.svelte.ts';

/** `public`: for anyone. `internal`: for printouts that stay in the service. */
export type Profile = 'public' | 'internal';

/** Fewest children and families behind a published count: the rule's, raised for the public where the territory asks for more. */
export function thresholdsOf(
  profile: Profile,
  asked: { children: number; families: number } | undefined
): { k: number; families: number } {
  const families = Math.max(FAMILIES, asked?.families ?? 0);
  return profile === 'internal'
    ? { k: INTERNAL_K, families }
    : { k: Math.max(PUBLIC_K, asked?.children ?? 0), families };
}

export type CaseFilePhase = 'empty' | 'reading' | 'refused' | 'checked' | 'protecting' | 'protected';

/** Time limit of the search of each year, seconds; the best safe pattern is then used. */
const SECONDS = 8;

export class CaseFileState {
  phase: CaseFilePhase = $state('empty');
  name = $state('');
  summary: CaseSummary | null = $state.raw(null);
  /** Why the file or its protection was refused. */
  refusal: { finding: Finding; findings: readonly Finding[] } | null = $state.raw(null);
  /** Message of an unexpected error: a bug, or a browser without workers. */
  failure: string | null = $state(null);
  profile: Profile = $state('public');
  stage: ProtectStage | null = $state.raw(null);
  result: (Protected & { k: number; profile: Profile }) | null = $state.raw(null);
  /** The protected counts override those of the site on every page. */
  onMap = $state(false);
  readonly #site: SiteData;
  readonly #client: DisclosureClient;

  constructor(site: SiteData, client?: DisclosureClient) {
    this.#site = site;
    this.#client = client ?? new DisclosureClient(() => placesOf(site.dashboard));
  }

  /** Last school year of the file; null until it is protected. */
  get lastYear(): SchoolYear | null {
    return this.result?.report.years.at(-1)?.year ?? null;
  }

  thresholds(profile: Profile): { k: number; families: number } {
    return thresholdsOf(profile, this.#site.original.territory.thresholds);
  }

  async read(file: File): Promise<void> {
    this.forget();
    this.name = file.name;
    this.phase = 'reading';
    await this.#attempt('refused', async () => {
      this.summary = await this.#client.read(file);
      this.phase = 'checked';
    });
  }

  async protect(): Promise<void> {
    const { profile } = this;
    const { k, families } = this.thresholds(profile);
    this.#drop();
    this.phase = 'protecting';
    await this.#attempt('checked', async () => {
      const safe = await this.#client.protect(
        { k, families, seconds: SECONDS },
        (stage) => (this.stage = stage)
      );
      this.result = { ...safe, k, profile };
      this.phase = 'protected';
    });
  }

  /** Stops the search; the file stays loaded. */
  stop(): void {
    this.#client.stop();
    this.stage = null;
    this.phase = this.summary ? 'checked' : 'empty';
  }

  choose(profile: Profile): void {
    this.profile = profile;
    if (this.phase === 'protected') this.phase = 'checked';
    this.#drop();
  }

  /** Overrides the site's counts on every page. */
  show(): void {
    if (!this.result) return;
    const pathways = packPathways(this.result.cells);
    const own = Object.keys(pathways) as SchoolYear[];
    const { years } = this.#site.original;
    const all = [...years, ...own.filter((year) => !years.includes(year))].sort();
    this.#site.overrideData('counts', { years: all, pathways });
    this.onMap = true;
  }

  /** Removes the override. */
  showSite(): void {
    if (this.onMap) this.#site.overrideData('counts', null);
    this.onMap = false;
  }

  /** Stops the worker and drops all data of the file. */
  forget(): void {
    this.#client.forget();
    this.#drop();
    this.summary = null;
    this.name = '';
    this.phase = 'empty';
  }

  #drop(): void {
    this.showSite();
    this.result = null;
    this.stage = null;
    this.refusal = null;
    this.failure = null;
  }

  /** Runs a call to the worker; `then` is the phase after a failure. Stopping is not a failure. */
  async #attempt(then: CaseFilePhase, call: () => Promise<void>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (error instanceof Stopped) return;
      if (error instanceof UnusableInput) this.refusal = error;
      else this.failure = error instanceof Error ? error.message : String(error);
      this.phase = then;
    }
  }
}

function placesOf({ territory, communes, qpvs, schools }: Dashboard): KnownPlaces {
  return {
    epci: territory.siren,
    communes: communes.filter(({ intervention }) => intervention).map(({ code }) => code),
    qpvs: qpvs.map(({ code, communes: within }) => ({ code, communes: within })),
    schools: schools.map(({ uai, kind, commune, qpv }) => ({ uai, kind, commune, qpv }))
  };
}

export const [caseFileState, provideCaseFileState] = createContext<CaseFileState>();
