// A page that publishes the site of a territory from the site beside it, and gives the zip as a file to save.
import { publishClient } from '../../../src/lib/workers/publish/client.ts';
import type { PublishedSite, PublishRequest } from '../../../src/lib/workers/publish/protocol.ts';

type Request = Omit<PublishRequest, 'files'>;

export interface Publication {
  /** Code of the refusal, or message of the failure. */
  failure: string | null;
  site: Omit<PublishedSite, 'zip'> | null;
  /** Progress told, each as done over all. */
  progress: number[];
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function publish(
  files: readonly (readonly [string, string])[],
  request: Request,
  stopAfter = Infinity
): Promise<Publication> {
  const client = publishClient(new URL('..', location.href).pathname.slice(0, -1));
  const progress: number[] = [];
  try {
    const { zip, ...site } = await client.publish(
      { files: new Map(files.map(([path, text]) => [path, bytesOf(text)])), ...request },
      ({ done, of }) => {
        progress.push(done / of);
        if (progress.length === stopAfter) client.stop();
      }
    );
    const link = document.createElement('a');
    Object.assign(link, { href: URL.createObjectURL(zip), download: site.name }).click();
    return { failure: null, site, progress };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error), site: null, progress };
  }
}

declare global {
  interface Window {
    publishPage: { publish: typeof publish };
  }
}
window.publishPage = { publish };
