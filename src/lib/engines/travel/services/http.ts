// Asks a routing service politely: waits when told to, tries again when it makes sense, names what went wrong.
import { TravelTimesError } from '../travel-times.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface HttpOptions {
  fetch?: Fetch;
  /** Attempts after the first, for a busy or failing service. */
  retries?: number;
  /** Milliseconds before the first retry; doubled each time. */
  pause?: number;
  signal?: AbortSignal;
  /** Told the milliseconds of each wait before another attempt. */
  waits?: (ms: number) => void;
}

/** How a service is asked, whichever it is. */
export interface ServiceOptions extends HttpOptions {
  /** The service's own name for driving, when it is not the usual one. */
  profile?: string;
}

/** A wait that the service asks for is respected up to a minute; beyond, the answer is « rate-limited ». */
const LONGEST_WAIT = 60_000;
/** Neither cookies nor the page's address go along. */
const QUIET: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
const DEFAULTS = { retries: 3, pause: 500 };

/** Resolves after `ms`, or rejects as soon as the signal says so. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Milliseconds of a Retry-After header: seconds, or a date. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

async function explanation(response: Response): Promise<string> {
  const text = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, 200);
  return `${response.status}${text === '' ? '' : `: ${text}`}`;
}

/** One attempt: the JSON of the answer, or the error and the milliseconds after which to try again. */
async function attempt(
  ask: Fetch,
  url: string,
  init: RequestInit
): Promise<{ json: unknown } | { error: TravelTimesError; after?: number }> {
  const host = new URL(url).host;
  let response: Response;
  try {
    response = await ask(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    return { error: new TravelTimesError('unreachable', host, { cause }), after: 0 };
  }
  if (response.status === 429) {
    const after = retryAfter(response) ?? 0;
    const detail = `${host}: ${await explanation(response)}`;
    const error = new TravelTimesError('rate-limited', detail, { retryAfter: Math.ceil(after / 1000) });
    return after > LONGEST_WAIT ? { error } : { error, after };
  }
  if (response.status >= 500) {
    return {
      error: new TravelTimesError('unreachable', `${host}: ${await explanation(response)}`),
      after: retryAfter(response) ?? 0
    };
  }
  if (!response.ok)
    return { error: new TravelTimesError('refused', `${host}: ${await explanation(response)}`) };
  const text = await response.text();
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (cause) {
    const seen = text.trimStart().slice(0, 60).replace(/\s+/g, ' ');
    return { error: new TravelTimesError('malformed', `${host}: not JSON but ${seen}`, { cause }) };
  }
}

/**
 * JSON from a service. A busy (429) or failing (5xx, no answer) service is asked again; a refusal or a page of HTML is not.
 * @throws {TravelTimesError}
 */
export async function requestJson(url: string, init: RequestInit, options: HttpOptions): Promise<unknown> {
  const { retries, pause } = { ...DEFAULTS, ...options };
  const ask = options.fetch ?? fetch;
  for (let tried = 0; ; tried++) {
    const answer = await attempt(ask, url, { ...QUIET, ...init, signal: options.signal });
    if ('json' in answer) return answer.json;
    if (answer.after === undefined || tried >= retries) throw answer.error;
    const ms = Math.max(answer.after, pause * 2 ** tried);
    options.waits?.(ms);
    await wait(ms, options.signal);
  }
}
