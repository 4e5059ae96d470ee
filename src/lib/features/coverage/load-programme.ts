// What Couverture says of the programme: in the page that the browser opened, else from its file.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme.ts';
import { publicProgramme, type PublicProgramme } from '$lib/cube/public-programme.ts';
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files.ts';
import { openedTerritory } from '$lib/session/territory-door.ts';

const FILE = 'tables/programme.json';
const partOf = (text: string): string => JSON.stringify(publicProgramme(parseProgramme(text)));

/** Null where the file cannot be read: the page then says what its own figures say. @param fetcher of the territory shown */
export async function loadProgramme(
  fetcher: typeof fetch,
  route: string | null
): Promise<PublicProgramme | null> {
  setEmbedPolicy(FILE, partOf, route);
  const embedded = openedTerritory() ? null : embeddedFile(FILE);
  if (embedded !== null) return JSON.parse(embedded) as PublicProgramme;
  const response = await fetcher(`${base}/${FILE}`).catch(() => null);
  return response?.ok ? publicProgramme(parseProgramme(await response.text())) : null;
}
