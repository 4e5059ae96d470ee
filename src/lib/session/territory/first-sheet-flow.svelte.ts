// From a file dropped anywhere to the pages of its territory: the lists are looked at, the PRE is guessed, its base is built with them.
import { goto } from '$app/navigation';
import { base } from '$app/paths';
import type { GuessedStart, StartGuess } from '$lib/engines/territory-builder/index.ts';
import { pageOf } from '$lib/pages/register.ts';
import { importClient } from '$lib/workers/territory-clients.ts';
import { firstSheet } from '../first-sheet.svelte.ts';
import { guessOf } from './guess.ts';
import type { TerritoryProject } from './project.svelte.ts';
import { territoryProject } from './project-tools.ts';

const page = (feature: Parameters<typeof pageOf>[0]): string =>
  `${base}${pageOf(feature).path.replace(/\/?$/, '/')}`;

/** Where no territory can be guessed, and where one is open already, Mon territoire has the files. */
export async function dropAnywhere(files: readonly File[]): Promise<void> {
  const [sheet, project] = [firstSheet(), territoryProject()];
  if (files.length === 0) return;
  if (files.length === 1 && /\.maillage$/i.test(files[0]!.name)) {
    sheet.folder = files[0]!;
    return goto(page('territory'));
  }
  if (project.isOpen) {
    await goto(page('territory'));
    return project.add(files);
  }
  Object.assign(sheet, { phase: 'reading', files: [], guess: null });
  const began = performance.now();
  await project.add(files);
  const names = project.files.map(({ name }) => name.replace(/#.*$/, ''));
  sheet.files = names.filter((name, at) => names.indexOf(name) === at);
  const importer = importClient();
  const mentions = (file: Blob, name: string) => importer.mentions(file, name);
  const dropped = files.map(({ name }) => name);
  const guessed = guessOf(project.files, dropped, mentions, base, fetch);
  sheet.guess = await guessed.catch((): StartGuess => ({ candidates: [], rows: 0 }));
  // Stopped, or chosen elsewhere meanwhile.
  if (sheet.phase !== 'reading') return;
  const [found, other] = sheet.guess.candidates;
  if (found && !other) await openGuessed(found, began);
  else sheet.phase = 'asked';
}

/** Opens one of the territories that were guessed, and shows what the files say of it. Counts of children come after. */
export async function openGuessed({ start }: GuessedStart, began = performance.now()): Promise<void> {
  const [sheet, project] = [firstSheet(), territoryProject()];
  sheet.phase = 'reading';
  const chosen = project.choose(start);
  await Promise.race([chosen, whenBuilt(project)]);
  if (sheet.phase !== 'reading') return;
  if (!project.built) return leaveFirstSheet();
  sheet.seconds = (performance.now() - began) / 1000;
  sheet.phase = 'shown';
  await goto(page('coverage'));
}

/** Goes on to Mon territoire, with all that was read. */
export async function leaveFirstSheet(): Promise<void> {
  firstSheet().phase = 'none';
  await goto(page('territory'));
}

/** The territory stands before the counts of its children are protected. */
function whenBuilt(project: TerritoryProject): Promise<void> {
  return new Promise((resolve) => {
    const stop = $effect.root(() => {
      $effect(() => {
        if (!project.built) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  });
}
