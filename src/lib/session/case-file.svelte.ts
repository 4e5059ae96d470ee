// The reader's case file, from reading to protected counts. In this tab's memory only: nothing is stored.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Reading } from '$lib/model/source-files.ts';
import type { UnusableInput } from '$lib/model/findings.ts';
import type {
  CaseSummary,
  PlacesOfCases,
  ProtectedCases,
  ProtectStage
} from '$lib/workers/disclosure/protocol.ts';
import { FAMILIES, INTERNAL_K, PUBLIC_K } from '$lib/engines/disclosure/index.ts';
import type { DisclosureClient } from '$lib/workers/disclosure/client.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import { failureOf, refusalOf, Request } from './request.svelte.ts';
import type { SiteData } from './site-data.svelte.ts';

/** `public`: for anyone. `internal`: for printouts that stay in the service. */
export type Profile = 'public' | 'internal';

/** Fewest children and families behind a published count: the rule's, raised for the public where the territory asks for more. */
export function thresholdsOf(
  profile: Profile,
  requested: { children: number; families: number } | undefined
): { k: number; families: number } {
  const families = Math.max(FAMILIES, requested?.families ?? 0);
  return profile === 'internal'
    ? { k: INTERNAL_K, families }
    : { k: Math.max(PUBLIC_K, requested?.children ?? 0), families };
}

type CaseFilePhase = 'empty' | 'reading' | 'refused' | 'checked' | 'protecting' | 'protected';

/** Time limit of the search of each year, seconds; the best safe pattern is then used. */
const SECONDS = 8;

export class CaseFileState {
  name = $state('');
  profile: Profile = $state('public');
  readonly #reading = new Request<CaseSummary>();
  readonly #protection = new Request<ProtectedCases & { k: number; profile: Profile }, ProtectStage>({
    mostItems: 1
  });
  readonly #site: SiteData;
  /** Created with the first file: its code reads files, which no first visit needs. */
  #client: DisclosureClient | null;
  readonly #isGiven: boolean;

  constructor(site: SiteData, client: DisclosureClient | null = null) {
    this.#site = site;
    this.#client = client;
    this.#isGiven = client !== null;
  }

  get phase(): CaseFilePhase {
    if (this.#protection.phase === 'pending') return 'protecting';
    if (this.#protection.phase === 'done') return 'protected';
    const { phase } = this.#reading;
    return phase === 'pending'
      ? 'reading'
      : phase === 'failed'
        ? 'refused'
        : phase === 'done'
          ? 'checked'
          : 'empty';
  }

  get summary(): CaseSummary | null {
    return this.#reading.value;
  }

  get stage(): ProtectStage | null {
    return this.#protection.items.at(-1) ?? null;
  }

  get result() {
    return this.#protection.value;
  }

  /** Why the file or its protection was refused. */
  get refusal(): UnusableInput | null {
    return refusalOf(this.#error);
  }

  /** Message of an unexpected error: a bug, or a browser without workers. */
  get failure(): string | null {
    return failureOf(this.#error);
  }

  thresholds(profile: Profile): { k: number; families: number } {
    return thresholdsOf(profile, this.#site.dashboard.territory.thresholds);
  }

  /** @param reading what the reader said of its columns and values @param visits lists of the visits to its children */
  async read(file: File, reading: Reading = {}, visits: readonly File[] = []): Promise<void> {
    this.forget();
    this.name = file.name;
    await this.#reading.send(file.name, async () => {
      const { DisclosureClient } = await import('$lib/workers/disclosure/client.ts');
      if (this.name !== file.name) throw new Stopped();
      if (!this.#isGiven)
        this.#client = new DisclosureClient(() => placesOf(this.#site.dashboard), undefined, reading);
      return this.#client!.read(file, visits);
    });
  }

  async protect(): Promise<void> {
    const { profile } = this;
    const { k, families } = this.thresholds(profile);
    this.#drop();
    await this.#protection.send(profile, async (push) => {
      const safe = await this.#client!.protect({ k, families, seconds: SECONDS }, push);
      return { ...safe, k, profile };
    });
  }

  /** Stops the search; the file stays loaded. */
  stop(): void {
    this.#client?.stop();
    this.#protection.reset();
  }

  choose(profile: Profile): void {
    this.profile = profile;
    this.#drop();
  }

  /** Stops the worker and drops all data of the file. */
  forget(): void {
    this.#client?.forget();
    this.#drop();
    this.#reading.reset();
    this.name = '';
  }

  get #error(): unknown {
    return this.#protection.error ?? this.#reading.error;
  }

  #drop(): void {
    this.#protection.reset();
  }
}

/** The places that anyone knows to exist, against which a case file is read. */
export function placesOf({ territory, communes, qpvs, schools }: Dashboard): PlacesOfCases {
  return {
    epci: territory.siren,
    communes: communes.filter(({ intervention }) => intervention).map(({ code }) => code),
    qpvs: qpvs.map(({ code, communes: within }) => ({ code, communes: within })),
    schools: schools.map(({ uai, kind, commune, qpv }) => ({ uai, kind, commune, qpv })),
    names: {
      communes: communes.map(({ code, name }) => ({ code, name })),
      qpvs: qpvs.map(({ code, name, communes: within }) => ({ code, name, communes: within })),
      schools: schools.map(({ uai, name, kind, commune }) => ({ uai, name, kind, commune }))
    }
  };
}

export const [caseFileState, provideCaseFileState] = createContext<CaseFileState>();
