// Any view of the site from its address alone: what its map draws, its legend and its figures. For stories, frames and pictures.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Programme } from '$lib/cube/programme.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import { readStoryAddress, type StoryPage } from '$lib/model/story.ts';
import type { JourneyViews } from '$lib/features/council/travel-views.svelte.ts';
import type { SplitFile } from '$lib/features/sectors/state/sectors-state.svelte.ts';
import { changesSnapshot, programmeSnapshot } from '$lib/features/programme/snapshot.ts';
import { coverageSnapshot, waitingSnapshot } from '$lib/features/coverage/snapshot.ts';
import { sectorsSnapshotFromUrl } from '$lib/features/sectors/map/snapshot.ts';
import { travelSnapshotFromUrl } from '$lib/features/travel/map/snapshot.ts';
import type { LegendClass, MapSymbol, Scene } from '$lib/map/scene.ts';
import type { SectorShapes } from '$lib/features/sectors/map/sector-scene.ts';
import type { Area } from '$lib/map/geometry/shapes.ts';
import type { TravelScene } from '$lib/features/travel/map/travel-scene.ts';

/** What views are drawn from; null where the territory has none, or where it was not asked for. */
export interface SnapshotSources {
  dashboard: Dashboard;
  programme: Programme | null;
  split: SplitFile | null;
  sectors: SectorShapes | null;
  /** What computes the saved views of the page of journeys. */
  journeys?: JourneyViews | null;
}

export interface SnapshotFigure {
  label: string;
  value: string;
  /** Hidden by disclosure control: drawn with its hatch. */
  protected?: boolean;
  /** Awaits a decision. */
  awaits?: boolean;
}

/** Surroundings of schools, painted by post, from 0; -1: nobody follows them. */
export interface Sector {
  area: Area;
  post: number;
}

/** Where a post is based: its number stands there, so that its colour is not alone. */
export interface Base {
  post: number;
  lon: number;
  lat: number;
}

export interface Snapshot {
  scene: Scene;
  /** Title of the map: what it measures, when, and under which filters. */
  title: string;
  /** What must be known before it is read: that it is not what the address asked for. */
  caution?: string;
  legend: LegendClass[];
  legendTitle: string;
  protectedShown: boolean;
  /** What the hatching says, when it is not « Donnée protégée ». */
  protectedLabel?: string;
  symbols: MapSymbol[];
  /** Posts of the sectors, in the order of their colours. */
  posts: string[];
  sectors: Sector[];
  /** Journeys from a place, in the stead of the scene: bands of time, bases, a way. */
  journeys?: TravelScene;
  bases?: Base[];
  /** Amounts, or minutes: each has its own colours. */
  ramp: 'amount' | 'time';
  figures: SnapshotFigure[];
  selected: PlaceRef | null;
}

type Draw = (material: SnapshotSources, params: URLSearchParams, fragment: string) => Snapshot | null;

const DRAWINGS: Record<StoryPage, Draw> = {
  '/': coverageSnapshot,
  '/ecoles': waitingSnapshot,
  '/evolution': changesSnapshot,
  '/programme': programmeSnapshot,
  '/secteurs': sectorsSnapshotFromUrl,
  '/deplacements': travelSnapshotFromUrl
};

/**
 * Has what an address must compute, if anything, before it is drawn as it was saved; without it the drawing is less full.
 *
 * @returns whether it could be
 */
export async function computeSnapshot(address: string, { journeys }: SnapshotSources): Promise<boolean> {
  const found = readStoryAddress(address);
  const view = found?.page === '/deplacements' && found.params.size > 0 ? journeys?.of(found.params) : null;
  await view?.askView();
  return (view?.fault ?? null) === null;
}

/** @returns null for an address of another page, or where the territory has nothing to draw there */
export function snapshotFromUrl(address: string, material: SnapshotSources): Snapshot | null {
  const found = readStoryAddress(address);
  return found && DRAWINGS[found.page](material, found.params, found.fragment);
}
