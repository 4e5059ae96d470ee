// What the reader calls people, on this page alone unless they ask to keep it on this computer.
import { keepNicknames, keptNicknames, type Nicknames } from '$lib/storage/nicknames.ts';

export class NicknamesState {
  names: Nicknames = $state.raw({});
  /** Kept on this computer. */
  stored = $state(false);
  readonly #territory: string;

  /** @param territory as `keptKeyOf` names it */
  constructor(territory: string) {
    this.#territory = territory;
  }

  /** Browser only. */
  restore(): void {
    const kept = keptNicknames(this.#territory);
    this.stored = kept !== null;
    if (kept) this.names = kept;
  }

  /** @param name empty: none */
  call(partner: string, name: string): void {
    const names: Record<string, string> = { ...this.names };
    delete names[partner];
    if (name.trim() !== '') names[partner] = name.trim();
    this.names = names;
    if (this.stored) keepNicknames(this.#territory, names);
  }

  keep(wanted: boolean): void {
    this.stored = wanted;
    keepNicknames(this.#territory, wanted ? this.names : null);
  }
}
