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
