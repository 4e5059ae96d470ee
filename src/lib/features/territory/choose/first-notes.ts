// What a dropped file leaves to check, a note each, and what it does not say.
import { isDoubtful } from '$lib/engines/import/index.ts';
import { sentenceFor, wordsFor } from '$lib/i18n/findings/finding-reader.ts';
import { capitalised, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Finding } from '$lib/model/findings.ts';
import { isOfChildren } from '$lib/model/source-files.ts';
import { findingsOf } from '$lib/session/territory/file-lines.ts';
import type { TerritoryProject } from '$lib/session/territory/project.svelte.ts';

export interface FirstNote {
  text: string;
  /** It counts or names rows of children: for the screen of the service, never for paper. */
  ofChildren: boolean;
}

type Files = Pick<TerritoryProject, 'files' | 'built'>;

const LEFT_OUT: readonly string[] = ['refused', 'outside', 'matching'];

/** Files that are not read whole first, then rows by reason, the most frequent first. */
export function firstNotes({ files, built }: Files): FirstNote[] {
  const ofFiles = files.flatMap(({ name, kind, state, finding }): FirstNote[] => {
    if (!LEFT_OUT.includes(state)) return [];
    const reason = finding ? sentenceFor(finding) : m.first_left_out({ file: name });
    return [
      {
        text: state === 'matching' ? m.first_to_match({ file: name }) : reason,
        ofChildren: isOfChildren(kind)
      }
    ];
  });
  const used = new Set(files.flatMap(({ name, state }) => (state === 'used' ? [name] : [])));
  const ofChildren = new Set(files.flatMap(({ name, kind }) => (isOfChildren(kind) ? [name] : [])));
  const byCode = new Map<string, Finding[]>();
  for (const one of findingsOf(files, built))
    if (isDoubtful(one) && used.has(one.file ?? ''))
      byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const ofRows = [...byCode.values()]
    .sort((a, b) => b.length - a.length)
    .map((found): FirstNote => {
      const rows = new Set(found.map(({ file, row }) => `${file} ${row}`)).size;
      const title = wordsFor(found[0]!.code)?.title ?? found[0]!.code;
      return {
        text:
          rows === 1
            ? sentenceFor(found[0]!)
            : m.first_rows({ title: capitalised(title), rows: integer(rows) }),
        ofChildren: found.some(({ file }) => ofChildren.has(file ?? ''))
      };
    });
  return [...ofFiles, ...ofRows];
}

/** What no list says, each in a sentence. */
export function firstUnknowns({ schools, pathways, posts }: Dashboard, isUnderway: boolean): string[] {
  const isKnown = schools.some(({ status }) => status === 'followed' || status === 'waiting');
  return [
    ...(isKnown ? [] : [m.first_no_schools()]),
    ...(isUnderway ? [m.first_children_underway()] : []),
    ...(isUnderway || Object.keys(pathways).length > 0 ? [] : [m.first_no_children()]),
    ...(posts.referents > 0 ? [] : [m.first_no_posts()])
  ];
}
