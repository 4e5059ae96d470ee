// State of the council story: its steps, the step shown, and the step to return to from a live page.
import { createContext } from 'svelte';
import type { Finding } from '$lib/model/findings.ts';
import type { Territory } from '$lib/model/place.ts';
import {
  MOST_STEPS,
  readStoryAddress,
  TITLE_LIMIT,
  writeStoryAddress,
  type Story,
  type StoryStep
} from '$lib/pages/story.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { keptStory, readStoryFile, STORY_FILE_LIMIT, writeStoryFile } from '$lib/storage/story-file.ts';
import { carriedText, carry, storyKey } from '$lib/storage/carried.ts';

export class StoryState {
  /** SIREN */
  readonly territory: string;
  /** null until the story page has created or read one. */
  story: Story | null = $state.raw(null);
  /** Step that the presenter left for a live page; null when none. */
  out: number | null = $state(null);
  /** Index of the step added last, until the story page has shown it. */
  added: number | null = $state(null);
  /** Stored on this computer at each change, at the reader's request. */
  kept = $state(false);
  findings: Finding[] = $state.raw([]);

  /** Under which the story is kept on this computer. */
  readonly #key: string;
  #edited = false;
  #proposed: Story | null = null;
  /** Views added before the story page was opened. */
  readonly #waiting: StoryStep[] = [];

  steps: readonly StoryStep[] = $derived(this.story?.steps ?? []);
  full = $derived(this.steps.length >= MOST_STEPS);

  constructor(territory: Pick<Territory, 'siren' | 'demonstration'>) {
    this.territory = territory.siren;
    this.#key = keptKeyOf(territory);
  }

  /** Sets the default story of the territory; it is in the prerendered page. */
  propose(story: Story): void {
    // Created again when the language has changed; an edited story stays.
    if (this.story === null || this.story === this.#proposed) this.story = this.#proposed = story;
  }

  /** Restores the stored story in place of the default; edits made since the site was opened stay. */
  open(proposed: () => Story): void {
    const read = (text: string | null) => (text === null ? null : readStoryFile(text, this.territory).story);
    const kept = read(keptStory.read(this.#key));
    this.kept = kept !== null;
    // That of a territory's file that was opened, stored here or not.
    const carried = read(carriedText(storyKey(this.#key))) ?? kept;
    this.story = (this.#edited ? this.story : carried) ?? this.story ?? (this.#proposed = proposed());
    for (const { address, title, text } of this.#waiting.splice(0)) this.add(address, '', title, text);
  }

  /** Replaces the story by the default, or by one from a file. */
  take(story: Story): void {
    this.story = story;
    this.#edited = true;
    carry(storyKey(this.#key), this.file());
    if (this.kept) this.kept = keptStory.keep(this.file(), this.#key);
  }

  rename(title: string): void {
    this.#put({ title: title.slice(0, TITLE_LIMIT) });
  }

  edit(at: number, part: Partial<StoryStep>): void {
    this.#put({ steps: this.steps.map((step, i) => (i === at ? { ...step, ...part } : step)) });
  }

  /** @returns the new index of the step */
  move(at: number, by: -1 | 1): number {
    const to = at + by;
    const [one, other] = [this.steps[at], this.steps[to]];
    if (!one || !other) return at;
    this.#put({ steps: this.steps.map((step, i) => (i === at ? other : i === to ? one : step)) });
    return to;
  }

  remove(at: number): void {
    this.#put({ steps: this.steps.filter((_, i) => i !== at) });
  }

  /**
   * Adds a view at the end.
   *
   * @param address as copied from the address bar, or a path
   * @param base where the site stands on its host
   * @returns false when the address is not a view of the site, or the story is full
   */
  add(address: string, base: string, title: string, text = ''): boolean {
    const found = readStoryAddress(address, base);
    if (!found || this.full) return false;
    if (this.story === null) this.#waiting.push({ address: writeStoryAddress(found), title, text });
    this.#put({ steps: [...this.steps, { address: writeStoryAddress(found), title, text }] });
    if (this.story) this.added = this.steps.length - 1;
    return true;
  }

  /** @returns whether the browser stores it */
  keep(on: boolean): boolean {
    if (on && this.story) this.kept = keptStory.keep(this.file(), this.#key);
    else {
      keptStory.keep(null, this.#key);
      this.kept = false;
    }
    return this.kept === on;
  }

  file(): string {
    return writeStoryFile(this.territory, this.story ?? { title: '', steps: [] });
  }

  /** Reads a file; the story does not change when the file is refused. */
  async read(file: File): Promise<boolean> {
    const refused = (code: string): Finding[] => [{ code, severity: 'dropped' }];
    let text = '';
    try {
      if (file.size <= STORY_FILE_LIMIT * 4) text = await file.text();
      else this.findings = refused('story-too-large');
    } catch {
      // The file was moved, or may not be read.
      this.findings = refused('story-unreadable');
      return false;
    }
    if (text === '' && file.size > 0) return false;
    const { story, findings } = readStoryFile(text, this.territory);
    this.findings = findings;
    if (story) this.take(story);
    return story !== null;
  }

  #put(part: Partial<Story>): void {
    if (this.story) this.take({ ...this.story, ...part });
  }
}

export const [storyState, provideStoryState] = createContext<StoryState>();
