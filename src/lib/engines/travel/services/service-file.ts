// `graph/service.json`: the service of travel times that this site may ask, when its reader chooses to; without one, `service` is null.

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

export const SERVICE_FILE_VERSION = 1;

export type ServiceFile = { version: typeof SERVICE_FILE_VERSION } & (ServiceConfig | { service: null });

export const NO_SERVICE: ServiceFile = { version: SERVICE_FILE_VERSION, service: null };

/** The text of the file. */
export const serviceFile = (config: ServiceConfig | null): string =>
  `${JSON.stringify(config ? { version: SERVICE_FILE_VERSION, ...config } : NO_SERVICE, null, 2)}\n`;

/** An address that a page may ask: of the web, and without a name or a password in it. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

/** The host that would be asked. */
export const hostOf = ({ url }: Pick<ServiceConfig, 'url'>): string => new URL(url).host;

/** The service that a file names; null when it names none, or cannot be read: nothing is sent then. */
export function parseServiceFile(text: string): ServiceConfig | null {
  let file: Partial<Record<string, unknown>>;
  try {
    file = (JSON.parse(text) ?? {}) as Partial<Record<string, unknown>>;
  } catch {
    return null;
  }
  const { version, url, key, profile } = file;
  const service = SERVICES.find((name) => name === file['service']);
  if (version !== SERVICE_FILE_VERSION || !service || typeof url !== 'string' || !isWebAddress(url))
    return null;
  return {
    ...{ service, url },
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof profile === 'string' ? { profile } : {})
  };
}
