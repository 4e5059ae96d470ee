// One request with what may go wrong told apart: no network, redirections without end, an answer that is a page.
import { FetchFault } from './fault.ts';

const MOST_REDIRECTS = 5;
const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);

async function once(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: 'manual', signal });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new FetchFault('offline', url.host, { cause });
  }
}

/** Follows redirections, a few; never from https to http. */
export async function request(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal
): Promise<Response> {
  let url = new URL(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await once(url, headers, signal);
    if (!REDIRECTIONS.has(response.status)) return response;
    await response.body?.cancel();
    const next = new URL(response.headers.get('location') ?? '', url);
    if (url.protocol === 'https:' && next.protocol !== 'https:') break;
    url = next;
  }
  throw new FetchFault('redirects', address);
}

/** Throws for an answer that holds no file. */
export function refuseStatus({ status, headers }: Response): void {
  if (status === 404 || status === 410) throw new FetchFault('missing', String(status));
  if (status === 429) {
    const wait = Number(headers.get('retry-after'));
    throw new FetchFault('busy', String(status), { wait: Number.isFinite(wait) ? wait : undefined });
  }
  if (status >= 500) throw new FetchFault('server', String(status));
  if (status !== 200 && status !== 206) throw new FetchFault('refused', String(status));
}

/** Throws when the server says that it sends a page instead of a file. */
export function refuseType({ headers }: Response, expected: string): void {
  const found = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (found === 'text/html' && expected !== found) throw new FetchFault('type', 'une page web');
}
