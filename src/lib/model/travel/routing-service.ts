// The routing service that a site is configured with, or none: `graph/service.json`. It is only requested when a reader chooses it.

export const SERVICES = ['osrm', 'valhalla', 'openrouteservice', 'ign'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface ServiceConfig {
  service: ServiceName;
  /** Base address, `https:` (or `http:` for a server of one's own). */
  url: string;
  /** Key of openrouteservice. */
  key?: string;
  /** The service's own name for driving, when it is not the usual one. */
  profile?: string;
}

const VERSION = 1;

/** The text of the file; null: no service. */
export const serviceFile = (config: ServiceConfig | null): string =>
  `${JSON.stringify({ version: VERSION, ...(config ?? { service: null }) }, null, 2)}\n`;

/** Whether a page may send requests to an address: http(s), without a user name or a password in it. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

/** The host that would receive coordinates. */
export const hostOf = ({ url }: Pick<ServiceConfig, 'url'>): string => new URL(url).host;

/** The service that the text of a file names; null when it names none or is unreadable: nothing is sent then. */
export function parseServiceFile(text: string): ServiceConfig | null {
  let file: Partial<Record<string, unknown>>;
  try {
    file = (JSON.parse(text) ?? {}) as Partial<Record<string, unknown>>;
  } catch {
    return null;
  }
  const { version, url, key, profile } = file;
  const service = SERVICES.find((name) => name === file['service']);
  if (version !== VERSION || !service || typeof url !== 'string' || !isWebAddress(url)) return null;
  return {
    service,
    url,
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof profile === 'string' ? { profile } : {})
  };
}
