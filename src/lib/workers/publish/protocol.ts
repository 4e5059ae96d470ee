// Messages between the page and the worker that publishes: the files of a territory in, the zip of a complete static site out.
import type { CheckProfile, FirstLine, PublishProgress } from '../../engines/publish/index.ts';
import type { Finding } from '../../model/findings.ts';
import type { TerritoryFiles } from '../../model/territory-files.ts';
import type { Reply, Report } from '../worker-call.ts';

export type { FirstLine, PublishProgress };

export interface PublishRequest {
  files: TerritoryFiles;
  /** Whom the site is for; the files must have been made for them. */
  profile: CheckProfile;
  /** With the packs of every département, for whoever makes a territory from the site. */
  packs?: boolean;
  /** Without pages made beforehand, for a computer short of memory. */
  shellOnly?: boolean;
  /** One page to open from a folder, in place of the zip of a site; what its first line says. */
  line?: FirstLine;
}

export interface PublishedSite {
  /** `maillage-200042190-interne.zip`, `maillage-200042190-public.html` */
  name: string;
  /** The zip, or the page. */
  file: Blob;
  /** Pages made beforehand. */
  pages: number;
  /** Size of the file. */
  bytes: number;
  /** Pages could not be made: scripts make each in the browser that shows it. */
  shellOnly: boolean;
  /** Pages or memory that failed (`publish-shell-only`), links that lead nowhere (`publish-broken-link`). */
  findings: Finding[];
}

export interface PublishApi {
  /** @param home address of the site: the shell comes from there */
  publish(home: string, request: PublishRequest, onProgress: Report<PublishProgress>): Reply<PublishedSite>;
}
