// Keys of a table whose rows can be chosen: arrows move between the buttons of its rows.

export function onRowKey(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.currentTarget as HTMLElement).closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector<HTMLElement>('th button')?.focus();
  event.preventDefault();
}
