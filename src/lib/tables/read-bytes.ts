// Fetches a file of the site, with progress in bytes.

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

export interface ByteOptions {
  fetch: Fetch;
  signal?: AbortSignal | undefined;
  onBytes?: ((count: number) => void) | undefined;
}

/** `null`: the server has no such file. Throws when it cannot be reached or the transfer breaks off. */
export async function readBytes(
  url: string,
  { fetch, signal, onBytes }: ByteOptions
): Promise<Uint8Array | null> {
  const response = await fetch(url, signal ? { signal } : {});
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks);
    chunks.push(value);
    onBytes?.(value.byteLength);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
