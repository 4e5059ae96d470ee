// What the reader calls people, on this page alone unless they ask to keep it on this computer.
import { nicknames, type Nicknames } from '$lib/storage/kept-here.ts';

export class NicknamesState {
  names: Nicknames['names'] = $state.raw({});
  /** Kept on this computer. */
  stored = $state(false);
  readonly #territory: string;

  /** @param territory as `keptKeyOf` names it */
  constructor(territory: string) {
    this.#territory = territory;
  }

  /** Browser only. */
  restore(): void {
    const kept = nicknames.read(this.#territory);
    this.stored = kept !== null;
    if (kept) this.names = kept.names;
  }

  /** @param name empty: none */
  call(partner: string, name: string): void {
    const names: Record<string, string> = { ...this.names };
    delete names[partner];
    if (name.trim() !== '') names[partner] = name.trim();
    this.names = names;
    if (this.stored) nicknames.keep({ names }, this.#territory);
  }

  keep(wanted: boolean): void {
    this.stored = wanted;
    nicknames.keep(wanted ? { names: this.names } : null, this.#territory);
  }
}
