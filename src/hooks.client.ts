// Before anything of a page is shown: a territory that its link names, or that the reader keeps on this computer, is opened. See the script of src/app.html.
import type { ClientInit } from '@sveltejs/kit';
import { base } from '$app/paths';
import { admitOwnScripts } from '$lib/first-visit/trusted-types.ts';

admitOwnScripts(new URL(`${base}/`, document.baseURI));

export const init: ClientInit = async () => {
  const { opening } = document.documentElement.dataset;
  if (opening === undefined) return;
  try {
    await (await import('$lib/features/shell/kept/reopen')).openFirst(opening);
  } catch (error) {
    // The site's own territory is shown.
    console.error(error);
  }
};
