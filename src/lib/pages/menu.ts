// The menu, from the register.
import { m } from '../i18n/paraglide/messages.js';
import { PAGES, pageAt } from './register.ts';
import type { Door, PageRecord } from './record.ts';

/** The doors of users, in order. */
export type UserDoor = Exclude<Door, 'beside'>;

const NAMES: Record<Door, () => string> = {
  elected: m.shell_door_elected,
  head: m.shell_door_head,
  coordination: m.shell_door_coordination,
  beside: m.shell_nav_beside
};
export const USER_DOORS: readonly UserDoor[] = ['elected', 'head', 'coordination'];

/** In a link, `?porte=`. */
const WRITTEN: Record<UserDoor, string> = {
  elected: 'elus',
  head: 'direction',
  coordination: 'coordination'
};
export const DOOR_PARAMETER = 'porte';
export const writeDoor = (door: UserDoor): string => WRITTEN[door];
export const readDoor = (text: string | null): UserDoor | null =>
  USER_DOORS.find((door) => WRITTEN[door] === text) ?? null;

export interface MenuDoor<Kind extends Door = Door> {
  key: Kind;
  label: string;
  /** The first is the one that the door opens on. */
  pages: readonly PageRecord[];
}

export const pagesOf = (door: Door, pages: readonly PageRecord[] = PAGES): PageRecord[] =>
  pages.filter((page) => page.door === door);

/** Pages reached from another, without an entry of their own. */
export const pagesUnder = ({ path }: PageRecord, pages: readonly PageRecord[] = PAGES): PageRecord[] =>
  pages.filter(({ under }) => under === path);

/** Doors of these keys that have pages, by name. */
export const namedDoors = <Kind extends Door>(
  doors: readonly Kind[],
  pages: readonly PageRecord[]
): MenuDoor<Kind>[] =>
  doors
    .map((key) => ({ key, label: NAMES[key](), pages: pagesOf(key, pages) }))
    .filter((door) => door.pages.length > 0);

/** Doors of the menu, each with its pages in order; one without any is left out. */
export const menuDoors = (pages: readonly PageRecord[] = PAGES): MenuDoor<UserDoor>[] =>
  namedDoors(USER_DOORS, pages);

/** The page of the menu that a route belongs to: a portrait is under Communes et quartiers; null for a page that no list names. */
export function navigationPage(route: string | null): PageRecord | null {
  const page = pageAt(route);
  const shown = page?.under === undefined ? page : pageAt(page.under);
  return shown && shown.door !== null ? shown : null;
}

/** Pages that the second row of the menu shows beside an entry that is no user's: the entry, and what is under it. */
export const besidePages = (here: PageRecord, pages: readonly PageRecord[] = PAGES): PageRecord[] => [
  here,
  ...pagesUnder(here, pages)
];
