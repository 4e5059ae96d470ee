// The one other host that a page may ask: the service of travel times named by `graph/service.json`, if any.

export const SERVICE_FILE = '/graph/service.json';

/** Origin of the service that the file's text names; null when it names none, or is not the file expected. */
export function originNamed(text: string): string | null {
  try {
    const { service, url } = (JSON.parse(text) ?? {}) as { service?: unknown; url?: unknown };
    if (typeof service !== 'string' || typeof url !== 'string') return null;
    const { protocol, origin } = new URL(url);
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}
