/**
 * The site of a territory: its own files, the shell that every site of Maillage has, and the pages, made one by one, in the order in which a
 * zip or a folder takes them. One function for the browser's worker and for the shell (`npm run territory -- --site`): the page maker, the
 * reading of the shell and the hash are handed in.
 *
 * @example
 * ```ts
 * import { brokenLinks } from '$lib/engines/publish';
 *
 * const checked = brokenLinks(new Set(['kept.json']));
 * checked.add('', '<a href="./ecoles/#liste">');
 * checked.add('ecoles/', '<h1 id="haut"><a href="../kept.json"><a href="../">');
 * checked.broken(); // => ["/ : ./ecoles/#liste"]
 * ```
 */
export { brokenLinks, type LinkCheck } from './links.ts';
export { checkProfile, type CheckProfile } from './check-profile.ts';
export { oneFile, ONE_FILE_TEMPLATE, type FirstLine } from './one-file.ts';
export { publishedSite, PUBLISH_FOLDER, readShell } from './published-site.ts';
export type {
  MadePage,
  PageMaker,
  PageMakerModule,
  PublishedCounts,
  PublishInput,
  PublishProgress,
  Shell,
  ShellFile,
  SiteFile
} from './published-site.ts';
