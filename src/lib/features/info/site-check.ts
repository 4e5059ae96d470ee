// What a host gives of this site, asked of it alone: its security headers, the list of its files, and which of them do not answer.
import { sha256Async } from '$lib/algorithms/sha256';

/** What `static/_headers` asks for every page, in lower case as browsers give names. A test holds them to that file. */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  [
    'content-security-policy',
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
  ],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY']
];

export type HeaderState = 'same' | 'other' | 'absent';

export interface SiteCheck {
  headers: { name: string; state: HeaderState }[];
  version: string;
  /** SHA-256 of the list of files, 64 hexadecimal digits. */
  digest: string;
  /** Files asked for. */
  files: number;
  /** Paths from the site's root that the host does not give. */
  missing: string[];
}

interface FileList {
  version: string;
  build: string[];
  files: string[];
  pages: string[];
}

/** Read by hosts, which do not all serve them. */
const FOR_HOSTS = /(^|\/)(\.[^/]+|_headers|_redirects|web\.config|LISEZMOI\.txt|robots\.txt)$/;
/** Requests at a time. */
const TOGETHER = 8;

const plain = (value: string): string => value.replace(/\s+/g, ' ').trim().toLowerCase();

/** Each security header: as the site asks, another value, or none. */
export const compareHeaders = (headers: Headers): SiteCheck['headers'] =>
  SECURITY_HEADERS.map(([name, value]) => {
    const found = headers.get(name);
    return { name, state: found === null ? 'absent' : plain(found) === plain(value) ? 'same' : 'other' };
  });

/**
 * Asks the host by HEAD, which the service worker leaves to it: what is kept on this computer does not answer in its place.
 *
 * @param base address of the site without a final slash
 * @param onProgress files that have been asked for, of all
 * @throws Error when the host does not answer, or has no list of files
 */
export async function checkSite(
  base: string,
  onProgress: (done: number, all: number) => void,
  ask: typeof fetch = fetch
): Promise<SiteCheck> {
  const head = (path: string) => ask(`${base}/${path}`, { method: 'HEAD', cache: 'no-store' });
  const answer = await ask(`${base}/kept.json`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`kept.json: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const list = JSON.parse(new TextDecoder().decode(bytes)) as FileList;
  const { headers } = await head('confidentialite/');
  const paths = [...list.build, ...list.files, ...list.pages].filter((path) => !FOR_HOSTS.test(path));
  const pages = new Set(list.pages);
  const missing: string[] = [];
  const queue = paths.values();
  let done = 0;
  const worker = async () => {
    for (const path of queue) {
      // Some hosts know a page by its file's name alone.
      const there = (await head(path)).ok || (pages.has(path) && (await head(`${path}index.html`)).ok);
      if (!there) missing.push(path);
      onProgress(++done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return {
    headers: compareHeaders(headers),
    version: list.version,
    digest: await sha256Async(bytes),
    files: paths.length,
    missing: missing.sort()
  };
}
