// What SvelteKit's server build offers, as its own prerendering uses it.
declare module 'site-server/internal.js' {
  export function set_building(): void;
  export function set_prerendering(): void;
  export const options: { csp: { directives: Record<string, string[]> } };
}
declare module 'site-server/env.js' {
  export function set_env(env: Record<string, string>): void;
}
declare module 'site-server/index.js' {
  export class Server {
    constructor(manifest: object);
    init(options: { env: Record<string, string> }): Promise<void>;
    respond(request: Request, options: object): Promise<Response>;
  }
}
declare module 'site-server/manifest-full.js' {
  export const manifest: { assets: Set<string>; _: { routes: { id: string }[] } };
}
/** Path of the site without a final slash. */
declare const SITE_BASE: string;
