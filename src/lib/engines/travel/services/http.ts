// JSON requests to a routing service: retries, waits that the service asks for, errors told apart.
import { isRecord } from '../../../model/documents/json.ts';
import { TravelTimesError } from '../../../model/travel/travel-times.ts';

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface HttpOptions {
  fetch?: Fetch;
  /** Attempts after the first, for a busy or failing service. */
  retries?: number;
  /** Milliseconds before the first retry; doubled each time. */
  pause?: number;
  signal?: AbortSignal;
  /** Called with the milliseconds of each wait before another attempt. */
  waits?: (ms: number) => void;
}

/** Options of every routing service. */
export interface ServiceOptions extends HttpOptions {
  /** The service's own name for driving, when it is not the usual one. */
  profile?: string;
}

/** Milliseconds: a longer Retry-After ends the request as `rate-limited`. */
const LONGEST_WAIT = 60_000;
/** Sends neither cookies nor the address of the page. */
const PRIVATE: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
const DEFAULTS = { retries: 3, pause: 500 };

/** Resolves after `ms`; rejects when the signal aborts. */
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

/** One attempt: the JSON of the answer, or the error and the milliseconds after which to try again (undefined: do not). */
async function attempt(
  send: Fetch,
  url: string,
  init: RequestInit
): Promise<{ json: unknown } | { error: TravelTimesError; after?: number }> {
  const host = new URL(url).host;
  let response: Response;
  try {
    response = await send(url, init);
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
 * JSON from a service. A busy (429) or failing (5xx, no answer) service is tried again; a refusal or a page of HTML is not.
 *
 * @throws {TravelTimesError} `unreachable`, `rate-limited`, `refused` or `malformed`
 */
export async function requestJson(url: string, init: RequestInit, options: HttpOptions): Promise<unknown> {
  const { retries, pause } = { ...DEFAULTS, ...options };
  const send = options.fetch ?? fetch;
  for (let tried = 0; ; tried++) {
    const answer = await attempt(send, url, { ...PRIVATE, ...init, signal: options.signal });
    if ('json' in answer) return answer.json;
    if (answer.after === undefined || tried >= retries) throw answer.error;
    const ms = Math.max(answer.after, pause * 2 ** tried);
    options.waits?.(ms);
    await wait(ms, options.signal);
  }
}

/** A field of an object of unknown shape; undefined when there is none. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

/** 6 decimals of a degree: a tenth of a metre. */
export const degrees = (value: number): string => String(Math.round(value * 1e6) / 1e6);
