// From a file dropped anywhere to the pages of its territory: the lists are looked at, the PRE is guessed, its base is built with them.
import { goto } from '$app/navigation';
import { base } from '$app/paths';
import type { GuessedStart, StartGuess } from '$lib/engines/territory-builder/index.ts';
import { pageOf } from '$lib/pages/register.ts';
import { importClient } from '$lib/workers/territory-clients.ts';
import { firstSheet, showSheet, type FirstSheet } from '../first-sheet.svelte.ts';
import { guessOf } from './guess.ts';
import type { TerritoryProject } from './project.svelte.ts';
import { territoryProject } from './project-tools.ts';

const page = (feature: Parameters<typeof pageOf>[0]): string =>
  `${base}${pageOf(feature).path.replace(/\/?$/, '/')}`;

/** Where no territory can be guessed, and where one is open already, Mon territoire has the files. */
export async function dropAnywhere(files: readonly File[]): Promise<void> {
  const project = territoryProject();
  const [file] = files;
  if (!file) return;
  if (files.length === 1 && /\.maillage$/i.test(file.name)) {
    showSheet({ folder: file });
    return goto(page('territory'));
  }
  if (project.isOpen) {
    await goto(page('territory'));
    return project.add(files);
  }
  showSheet({ phase: 'reading' });
  const began = performance.now();
  await project.add(files);
  const all = project.files.map(({ name }) => name.replace(/#.*$/, ''));
  const names = all.filter((name, at) => all.indexOf(name) === at);
  const importer = importClient();
  const mentions = (file: Blob, name: string) => importer.mentions(file, name);
  const dropped = files.map(({ name }) => name);
  const guess = await guessOf(project.files, dropped, mentions, base, fetch).catch((): StartGuess => ({
    candidates: [],
    rows: 0
  }));
  // Stopped, or chosen elsewhere meanwhile.
  if (firstSheet().phase !== 'reading') return;
  showSheet({ phase: 'asked', files: names, guess });
  const [found, other] = guess.candidates;
  if (found && !other) await openGuessed(found, began);
}

/** Opens one of the territories that were guessed, and shows what the files say of it. Counts of children come after. */
export async function openGuessed({ start }: GuessedStart, began = performance.now()): Promise<void> {
  const project = territoryProject();
  const sheet: FirstSheet = { ...firstSheet(), phase: 'reading' };
  showSheet(sheet);
  const chosen = project.choose(start);
  await Promise.race([chosen, whenBuilt(project)]);
  if (firstSheet() !== sheet) return;
  if (!project.built) return leaveFirstSheet();
  showSheet({ ...sheet, phase: 'shown', seconds: (performance.now() - began) / 1000 });
  await goto(page('coverage'));
}

/** Goes on to Mon territoire, with all that was read. */
export async function leaveFirstSheet(): Promise<void> {
  showSheet({});
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
