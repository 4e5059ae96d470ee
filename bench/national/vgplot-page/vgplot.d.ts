// What the bench uses of vgplot, which is installed by hand beside it.
declare module 'vgplot-by-hand' {
  export interface Selection {
    readonly value: unknown;
  }
  export const Selection: {
    single(): Selection;
    intersect(options: { include: Selection[] }): Selection;
  };
  export const Fixed: unknown;
  export function coordinator(): { databaseConnector(connector: unknown): void };
  export function wasmConnector(options: { duckdb: unknown; connection: unknown }): unknown;
  export function from(table: string, options: { filterBy: Selection }): unknown;
  export function count(): unknown;
  export function barX(data: unknown, channels: object): unknown;
  export function barY(data: unknown, channels: object): unknown;
  export function textX(data: unknown, channels: object): unknown;
  export function textY(data: unknown, channels: object): unknown;
  export function width(pixels: number): unknown;
  export function height(pixels: number): unknown;
  export function xDomain(domain: unknown): unknown;
  export function yDomain(domain: unknown): unknown;
  export function plot(...directives: unknown[]): HTMLElement;
  export function menu(options: object): HTMLElement;
}
