// The shell of this site, from its own address: the network, or what is kept offline.
import { gzipSync } from 'fflate';
import { PUBLISH_FOLDER, readShell, type PageMakerModule, type Shell } from '../../engines/publish/index.ts';

export interface SiteShell {
  shell: Shell;
  read(path: string): Promise<Uint8Array>;
  openPageMaker: PageMakerModule['openPageMaker'];
}

const GZIP = [0x1f, 0x8b];

/** Many hosts say that a `.gz` is compressed on its way, and browsers then open it: closed again. */
const asGzip = (bytes: Uint8Array): Uint8Array =>
  GZIP.every((byte, at) => bytes[at] === byte) ? bytes : gzipSync(bytes, { level: 9, mtime: 0 });

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/**
 * @param home address of the site with a final slash
 * @throws Error when a file is missing, or is not the one that the list tells: the site was replaced meanwhile
 */
export async function openShell(home: string): Promise<SiteShell> {
  const folder = `${home}${PUBLISH_FOLDER}/`;
  const shell = readShell(await (await fetched(`${folder}shell.json`)).text());
  const sizes = new Map(shell.files.map(({ path, bytes }) => [path, bytes]));
  return {
    shell,
    async read(path) {
      const bytes = new Uint8Array(await (await fetched(home + path)).arrayBuffer());
      if (path.endsWith('.gz')) return asGzip(bytes);
      const expected = sizes.get(path);
      if (expected !== undefined && bytes.length !== expected)
        throw new Error(`${path}: ${bytes.length} bytes, ${expected} expected`);
      return bytes;
    },
    openPageMaker: async (files) => {
      const module = (await import(/* @vite-ignore */ `${folder}pages.js`)) as PageMakerModule;
      return module.openPageMaker(files);
    }
  };
}
