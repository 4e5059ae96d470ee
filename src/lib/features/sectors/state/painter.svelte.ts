// Painting on the map of sectors: selected tool, post and brush size.
import type { SectorsState } from './sectors-state.svelte.ts';

export const TOOLS = ['look', 'brush', 'rectangle', 'lasso'] as const;
export type SectorTool = (typeof TOOLS)[number];

/** What a gesture does: assigns schools to the brush's post, or selects them. */
export const AIMS = ['give', 'choose'] as const;
type SectorAim = (typeof AIMS)[number];

/** Pixels. */
const LARGEST = 72;
const STEP = 18;

export class Painter {
  tool: SectorTool = $state('look');
  aim: SectorAim = $state('give');
  /** The brush's post. */
  post: string | null = $state(null);
  /** Only schools of this post are painted ('' for unassigned ones); null for all. */
  mask: string | null = $state(null);
  /** Brush radius in pixels; 0 paints what is under the pointer. */
  radius = $state(0);
  readonly #sectors: SectorsState;

  constructor(sectors: SectorsState) {
    this.#sectors = sectors;
  }

  /** Selects a post's brush. */
  select(post: string): void {
    this.post = post;
    this.aim = 'give';
    if (this.tool === 'look') this.tool = 'brush';
  }

  /** Selects a post's brush, or deselects it. */
  toggle(post: string): void {
    if (this.post === post) this.deselect();
    else this.select(post);
  }

  choose(tool: SectorTool): void {
    this.tool = tool;
    if (tool !== 'look') this.post ??= this.#sectors.file.posts[0]?.id ?? null;
  }

  deselect(): void {
    this.post = null;
    this.aim = 'give';
    this.tool = 'look';
  }

  resize(step: 1 | -1): void {
    this.radius = Math.max(0, Math.min(LARGEST, this.radius + step * STEP));
  }

  /** Assigns schools, and those that move with them, to the brush's post; or selects them. */
  paint(uais: readonly string[]): void {
    if (this.aim === 'choose') return this.#sectors.choose(uais, true);
    if (this.post === null) return;
    const { referents } = this.#sectors.plan;
    const seen = uais.filter((uai) => this.mask === null || (referents[uai] ?? '') === this.mask);
    const moved = seen.flatMap((uai) => this.#sectors.unitOf(uai));
    this.#sectors.assign(
      moved.filter((uai, at) => moved.indexOf(uai) === at),
      this.post
    );
  }
}
