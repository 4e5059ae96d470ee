// Controls of a table of which Tab reaches one: arrows go from one to the next, Home and End to the ends of their line.

const KEYS: Readonly<Record<'rows' | 'columns', readonly [back: string, on: string]>> = {
  rows: ['ArrowUp', 'ArrowDown'],
  columns: ['ArrowLeft', 'ArrowRight']
};

/** @param line name that the controls of one line share, as their `data-line` */
export function onLineKey(event: KeyboardEvent, line: string, along: keyof typeof KEYS): void {
  const control = event.currentTarget as HTMLElement;
  const controls = [...control.closest('table')!.querySelectorAll<HTMLElement>(`[data-line="${line}"]`)];
  const [back, on] = KEYS[along];
  const at = controls.indexOf(control);
  const next: Readonly<Record<string, number>> = {
    [back]: at - 1,
    [on]: at + 1,
    Home: 0,
    End: controls.length - 1
  };
  const to = next[event.key];
  if (to === undefined) return;
  event.preventDefault();
  controls[to]?.focus();
}

/**
 * Where an arrow leads from an item of a table whose cells are empty or hold some: along its row, or to the nearest in date of the next row that
 * has any; Home and End to the ends of the row.
 *
 * @param rows the items of each, in order
 * @param dateOf ISO date
 * @returns null: the key leads nowhere
 */
export function neighbourIn<Item>(
  rows: readonly (readonly Item[])[],
  isFrom: (item: Item) => boolean,
  dateOf: (item: Item) => string,
  key: string
): Item | null {
  const at = rows.findIndex((row) => row.some(isFrom));
  const row = rows[at] ?? [];
  const place = row.findIndex(isFrom);
  const from = row[place];
  if (from === undefined) return null;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const others = key === 'ArrowDown' ? rows.slice(at + 1) : rows.slice(0, at).reverse();
    const away = (item: Item) => Math.abs(Date.parse(dateOf(item)) - Date.parse(dateOf(from)));
    return others.find(({ length }) => length > 0)?.toSorted((a, b) => away(a) - away(b))[0] ?? null;
  }
  const to: Readonly<Record<string, number>> = {
    ArrowRight: place + 1,
    ArrowLeft: place - 1,
    Home: 0,
    End: row.length - 1
  };
  return row[to[key] ?? -1] ?? null;
}
