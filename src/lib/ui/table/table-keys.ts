// Keys of a table whose rows can be chosen: arrows move between rows, Entrée or Espace chooses.

export function onRowKey(event: KeyboardEvent, choose: () => void): void {
  const line = event.currentTarget as HTMLElement;
  // A menu or a field inside the row has keys of its own.
  if (event.target !== line) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? line.nextElementSibling : line.previousElementSibling;
    if (next instanceof HTMLElement && next.tabIndex >= 0) next.focus();
    event.preventDefault();
  } else if (event.key === 'Enter' || event.key === ' ') {
    choose();
    event.preventDefault();
  }
}
