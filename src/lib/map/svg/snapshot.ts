// A snapshot: what a view shows outside of its page, in a picture, a frame or a story. Its map, its legend, its figures.
import type { Component } from 'svelte';
import type { PlaceRef } from '$lib/model/place.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Box } from '../geometry/polygons.ts';
import type { Shapes } from '../geometry/shapes.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { LegendClass, LegendSymbol, Scene } from '../scene.ts';

export interface SnapshotFigure {
  label: string;
  value: string;
  /** Hidden by disclosure control: drawn with its hatch. */
  protected?: boolean;
  /** Awaits a decision. */
  awaits?: boolean;
}

/** A symbol that only one feature has, with the component that draws it in the legend: 26 by 16 pixels. */
export interface OwnSymbol {
  kind: string;
  label: string;
  mark: Component<{ kind: never }>;
}

/** Props of a feature's own drawing, rendered in place of `SvgMap`. `scene` is the snapshot's. */
export interface OwnDrawingProps {
  title: string;
  view: Viewport;
  scene: never;
  shapes: Shapes;
  reserved: readonly Box[];
  hovered: PlaceRef | null;
  selected: PlaceRef | null;
  focused: PlaceRef | null;
}

export interface Snapshot {
  scene: Scene;
  /** Title of the map: what it measures, when, and under which filters. */
  title: string;
  /** Shown above: the snapshot is not what the address asked for. */
  caution?: string;
  legend: LegendClass[];
  legendTitle: string;
  protectedShown?: boolean;
  /** Label of the hatching, when it is not « Donnée protégée ». */
  protectedLabel?: string;
  symbols: (LegendSymbol | OwnSymbol)[];
  /** Colours of the legend besides the classes, as CSS values. */
  swatches?: { fill: string; label: string }[];
  /** Places that labels keep clear of, in degrees. */
  keepClear?: { lon: number; lat: number }[];
  /** Draws the map when it shows more than a scene. */
  drawing?: Component<OwnDrawingProps>;
  /** The drawing is no map: it has neither scale nor ground, nor a legend. */
  plain?: boolean;
  /** Colours of the classes: of amounts (default), of minutes, of differences. */
  ramp?: 'amount' | 'time' | 'change';
  figures: SnapshotFigure[];
  selected: PlaceRef | null;
}

/** A title with its filters: a map alone has no page around it to show them. */
export const filteredTitle = (title: string, filters: readonly (string | null)[]): string =>
  [title, ...filters.filter((filter) => filter !== null)].join(' · ');

/** The caution when the link asked for unknown years: the title bears the year that is drawn. */
export const yearCaution = (missing: readonly string[]): { caution?: string } =>
  missing.length > 0 ? { caution: m.year_unknown({ years: missing.join(', ') }) } : {};
