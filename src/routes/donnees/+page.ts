// The catalogue travels in the page: tables, sizes and quality are read before any script.
import { base } from '$app/paths';
import type { CatalogueFile } from '$lib/catalogue/downloads';
import type { Manifest } from '$lib/catalogue/manifest';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const read = async <File>(name: string): Promise<File> => {
    const response = await fetch(`${base}/tables/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return (await response.json()) as File;
  };
  const [catalogue, manifest] = await Promise.all([
    read<CatalogueFile>('catalogue.json'),
    read<Manifest>('manifest.json')
  ]);
  return { catalogue, manifest };
};
