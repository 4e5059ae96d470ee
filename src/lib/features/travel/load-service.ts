// Loads the routing service that the site is configured with, if any. It is read with every page, and sent nothing.
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files.ts';
import { parseServiceFile, type ServiceConfig } from '$lib/model/travel/routing-service.ts';

const FILE = 'graph/service.json';
setEmbedPolicy(FILE, 'verbatim');

/** @param folder address of the graphs' folder */
export async function loadService(folder: string, load: typeof fetch): Promise<ServiceConfig | null> {
  const embedded = embeddedFile(FILE);
  if (embedded !== null) return parseServiceFile(embedded);
  const response = await load(`${folder}/service.json`);
  return response.ok ? parseServiceFile(await response.text()) : null;
}
