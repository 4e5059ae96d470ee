// Drawing on the map: gesture, post in hand and size of the brush.
import { createContext } from 'svelte';
import type { EditedPlan } from './edited-plan.ts';

/** The gestures of « Dessiner »: a brush that touches one school or passes over several, and a lasso. */
export const GESTURES = ['brush', 'lasso'] as const;
type Gesture = (typeof GESTURES)[number];
/** `look`: the map is looked at, nothing is drawn. */
type SectorTool = 'look' | Gesture;

/** What a gesture does: assigns schools to the post in hand, or selects them. */
export const AIMS = ['give', 'choose'] as const;
type SectorAim = (typeof AIMS)[number];

/** Pixels. */
const LARGEST = 72;
const STEP = 18;

export class Painter {
  tool: SectorTool = $state('look');
  aim: SectorAim = $state('give');
  /** The post in hand. */
  post: string | null = $state(null);
  /** Only schools of this post are painted ('' for unassigned ones); null for all. */
  mask: string | null = $state(null);
  /** Brush radius in pixels; 0 paints what is under the pointer. */
  radius = $state(0);
  readonly #sectors: EditedPlan;

  constructor(sectors: EditedPlan) {
    this.#sectors = sectors;
  }

  get isDrawing(): boolean {
    return this.tool !== 'look';
  }

  /** Takes a post in hand: what is drawn next is given to it. */
  select(post: string): void {
    this.post = post;
    this.aim = 'give';
    if (!this.isDrawing) this.tool = 'brush';
  }

  /** Takes a post in hand, or leaves it. */
  toggle(post: string): void {
    if (this.post === post) this.deselect();
    else this.select(post);
  }

  choose(gesture: Gesture): void {
    this.tool = gesture;
    this.post ??= this.#sectors.file.posts[0]?.id ?? null;
  }

  deselect(): void {
    this.post = null;
    this.aim = 'give';
    this.tool = 'look';
  }

  resize(step: 1 | -1): void {
    this.radius = Math.max(0, Math.min(LARGEST, this.radius + step * STEP));
  }

  /** Assigns schools, and those that move with them, to the post in hand; or selects them. */
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

export const [painterState, providePainterState] = createContext<Painter>();
