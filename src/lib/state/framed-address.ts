// The address of a map in a frame, made of the address of a view and read back from it.
import { readStoryAddress, writeStoryAddress, type StoryPage } from '../model/story.ts';

/** Pages whose map stands alone in a frame; the others compute. */
const FRAMED: readonly StoryPage[] = ['/', '/ecoles', '/evolution', '/programme'];

/** `carte?page=evolution&de=2023-2024`; null for a page that cannot be framed. */
export function frameOf(address: string, base = ''): string | null {
  const found = readStoryAddress(address, base);
  if (!found || !FRAMED.includes(found.page)) return null;
  const params = new URLSearchParams();
  if (found.page !== '/') params.set('page', found.page.slice(1));
  for (const [name, value] of found.params) params.append(name, value);
  const query = params.toString();
  return `carte${query ? `?${query}` : ''}`;
}

/** The view that a frame shows; null when it asks for an unknown one. */
export function framedAddress(asked: URLSearchParams): string | null {
  const params = new URLSearchParams(asked);
  const page = FRAMED.find((known) => known === `/${asked.get('page') ?? ''}`);
  params.delete('page');
  return page ? writeStoryAddress({ page, params, fragment: '' }) : null;
}
