// Saves a file by the browser's own download.

const REVOKED_AFTER = 60_000;

/** `name` with its extension. The URL is revoked after a minute, since some browsers read it late. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKED_AFTER);
}

export function csvFile(text: string): Blob {
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
