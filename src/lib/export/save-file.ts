// Hands a file to the reader through the browser's own download.

const REVOKED_AFTER = 60_000;

/** `name` with its extension. The address is kept a minute: some browsers read it late. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKED_AFTER);
}

/** CSV text as a file. */
export function csvFile(text: string): Blob {
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
