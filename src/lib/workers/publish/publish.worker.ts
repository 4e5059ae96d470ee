// The worker that publishes: checks what may leave, makes each page, hands each file to the zip.
import { expose } from 'comlink';
import { gunzipSync, strFromU8 } from 'fflate';
import { sha256Async } from '../../algorithms/sha256.ts';
import {
  checkProfile,
  oneFile,
  ONE_FILE_TEMPLATE,
  publishedSite,
  type PublishedCounts
} from '../../engines/publish/index.ts';
import type { Finding } from '../../model/findings.ts';
import { audienceWord, type TerritoryFiles } from '../../model/territory-files.ts';
import { checkCube } from './check-cube.ts';
import type { PublishApi, PublishedSite, PublishProgress, PublishRequest } from './protocol.ts';
import { openShell, type SiteShell } from './site-shell.ts';
import { ZipStream } from '../../export/zip-stream.ts';
import { toResult } from '../worker-call.ts';

function siteName(files: TerritoryFiles, ending: 'zip' | 'html'): string {
  const bytes = files.get('tables/dashboard.json');
  const { territory } = JSON.parse(new TextDecoder().decode(bytes)) as {
    territory: { siren: string; internal?: true };
  };
  return `maillage-${territory.siren}-${audienceWord(territory)}.${ending}`;
}

interface Zipped extends PublishedCounts {
  zip: Blob;
}

async function zipped(
  { shell, read, openPageMaker }: SiteShell,
  { files, packs = false }: PublishRequest,
  shellOnly: boolean,
  onProgress: (progress: PublishProgress) => void
): Promise<Zipped> {
  const zip = new ZipStream();
  const maker = await openPageMaker(files);
  const site = publishedSite({ files, shell, read, maker, hash: sha256Async, packs, shellOnly, onProgress });
  for (;;) {
    const { done, value } = await site.next();
    if (done) return { ...value, zip: zip.end() };
    zip.add(value.path, value.bytes);
  }
}

const api: PublishApi = {
  publish: (home, request, onProgress) =>
    toResult(async (): Promise<PublishedSite> => {
      const { files, profile, shellOnly = false, line } = request;
      checkProfile(files, profile);
      await checkCube(files);
      const site = await openShell(home);
      const findings: Finding[] = [];
      if (line) {
        const template = strFromU8(gunzipSync(await site.read(ONE_FILE_TEMPLATE)));
        const file = new Blob([oneFile(files, template, line)], { type: 'text/html' });
        return { name: siteName(files, 'html'), file, pages: 1, bytes: file.size, shellOnly, findings };
      }
      const without = async (reason: string): Promise<Zipped> => {
        findings.push({ code: 'publish-shell-only', severity: 'doubtful', found: reason });
        return zipped(site, request, true, onProgress);
      };
      const { zip, pages, broken } = await (shellOnly
        ? without('')
        : zipped(site, request, false, onProgress).catch((error: unknown) => {
            console.error(error);
            return without(error instanceof Error ? error.message : String(error));
          }));
      findings.push(
        ...broken.map((found): Finding => ({ code: 'publish-broken-link', severity: 'doubtful', found }))
      );
      return {
        name: siteName(files, 'zip'),
        file: zip,
        pages,
        bytes: zip.size,
        shellOnly: pages === 0,
        findings
      };
    })
};

expose(api);
