// Opens the territory that a link names, or the one kept on this computer, before the page at hand is made, so that nothing of the site's own territory is seen.
import { mount, unmount } from 'svelte';
import { parseDashboard } from '$lib/cube/read-dashboard';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime.js';
import { UnusableInput } from '$lib/model/findings';
import { Preferences } from '$lib/session/preferences.svelte';
import { autosave, type Autosave } from '$lib/session/territory/autosave.svelte';
import { folderLock } from '$lib/session/territory/folder-lock.svelte';
import { presetTerritory } from '$lib/session/territory-door';
import { openingAddress } from '$lib/session/territory-link';
import { carriedOf, takeCarried } from '$lib/storage/carried';
import { setFlag } from '$lib/storage/kept-territory';
import KeptNotice from './KeptNotice.svelte';
import PassphrasePrompt from './PassphrasePrompt.svelte';

const DASHBOARD = 'tables/dashboard.json';
/** What the site's own pages say of themselves to search engines. */
const HEAD = 'head meta[name=description], head meta[name=robots]';

/** @param opening `named`: a link names a territory; else this computer keeps one */
export async function openFirst(opening: string): Promise<void> {
  const elsewhere = opening === 'named' ? openingAddress(location) : null;
  if (elsewhere === null) return reopenKept();
  location.replace(elsewhere);
  // Nothing of this page is shown.
  return new Promise(() => undefined);
}

async function reopenKept(): Promise<void> {
  removePrerendered();
  const kept = autosave();
  showKeptNotice(kept);
  try {
    await open(kept, '');
  } catch (error) {
    if (error instanceof UnusableInput && error.finding.code === 'maillage-locked') await unlock(kept);
    else kept.failedToOpen(error);
  }
}

/** The page that came is the site's own: its parts are made anew from the territory that is opened. */
function removePrerendered(): void {
  for (const child of [...(document.querySelector('body > div')?.childNodes ?? [])])
    if (!(child instanceof HTMLScriptElement) || child.dataset['embedded']) child.remove();
  for (const element of document.querySelectorAll(HEAD)) element.remove();
  document.title = 'Maillage';
}

async function open(kept: Autosave, passphrase: string): Promise<void> {
  const content = await kept.reopen(passphrase);
  const dashboard = content?.files.get(DASHBOARD);
  if (!content || !dashboard) return;
  const { territory } = parseDashboard(new TextDecoder().decode(dashboard));
  const { profile } = content.config as { profile?: unknown };
  presetTerritory({ key: `${territory.siren}-kept`, files: content.files, name: territory.name });
  kept.reopened = content;
  folderLock().history = content.history ?? null;
  takeCarried(content.kept);
  // Until the page of the territory takes it over: plans and stories may change meanwhile.
  kept.provide(() =>
    Promise.resolve({
      ...content,
      kept: carriedOf(territory.siren, profile),
      saved: new Date().toISOString()
    })
  );
}

/** Asks for the passphrase until it is right, or the reader goes on without the territory. */
async function unlock(kept: Autosave): Promise<void> {
  const preferences = new Preferences();
  preferences.restore();
  overwriteGetLocale(() => preferences.language);
  document.documentElement.lang = preferences.language;
  let over: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (over = resolve));
  const prompt = mount(PassphrasePrompt, {
    target: document.body,
    props: { open: (passphrase: string) => open(kept, passphrase), leave: () => setFlag('left'), done: over }
  });
  await answered;
  await unmount(prompt);
}

let shown = false;
/** Tells on every page what happens to the stored territory. Once a tab. */
function showKeptNotice(kept = autosave()): void {
  if (shown) return;
  shown = true;
  kept.watch();
  mount(KeptNotice, { target: document.body, props: { kept } });
}
