// The people of the teams, as a coordinator looks for them: by team first, then by function.
import { foldPlace } from '$lib/model/names.ts';
import type { MeetingsFile } from '$lib/model/meetings/meetings-file.ts';
import type { Nicknames } from '$lib/storage/kept-here.ts';

export interface Person {
  partner: string;
  /** By function, with their school or commune. */
  name: string;
  /** Ids of the teams in which they sit. */
  teams: readonly string[];
}

/** Everybody once, in the order of the list. */
export function peopleOf(
  { members }: Pick<MeetingsFile, 'members'>,
  nameOf: (partner: string) => string
): Person[] {
  const people = new Map<string, Person & { teams: string[] }>();
  for (const { partner, team } of members) {
    const known = people.get(partner);
    if (known) known.teams.push(team);
    else people.set(partner, { partner, name: nameOf(partner), teams: [team] });
  }
  return [...people.values()];
}

/** People of whom every word is in their name, a team's name or what the reader calls them. */
export function peopleFound(
  people: readonly Person[],
  text: string,
  teamName: (id: string) => string,
  nicknames: Nicknames['names']
): Person[] {
  const words = foldPlace(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return people.filter((person) => {
    const known = foldPlace(
      [person.name, nicknames[person.partner] ?? '', ...person.teams.map(teamName)].join(' ')
    );
    return words.every((word) => known.includes(word));
  });
}
