// What every page loads is what the frame names: not all the messages, nor all that stands behind an engine's front door.
import { expect, it } from 'vitest';
import { chunkGroups } from '../../../scripts/site/chunks.mjs';

const modules: Record<string, { importedIds: string[]; code: string }> = {
  '/site/src/routes/+layout.svelte': {
    importedIds: ['/site/src/lib/load.ts', '/site/src/lib/i18n/paraglide/messages.js'],
    code: `import { m } from '$lib/i18n/paraglide/messages.js'; m.shell_title();`
  },
  '/site/src/lib/load.ts': {
    importedIds: ['/site/src/lib/engines/travel/index.ts'],
    code: `import { hostOf, parse as read } from "$lib/engines/travel/index.ts";`
  },
  '/site/src/lib/engines/travel/index.ts': {
    importedIds: ['/site/src/lib/engines/travel/service.ts', '/site/src/lib/engines/travel/road/router.ts'],
    code: `export { hostOf, parse } from './service.ts';\nexport { Router } from './road/router.ts';`
  }
};
const frame = chunkGroups('/site').find((group) => group.debugName === 'frame')!.name as (
  id: string,
  context: { getModuleInfo: (id: string) => unknown }
) => string | null;
const isInFrame = (path: string) =>
  frame(`/site/src/${path}`, {
    getModuleInfo: (id) => modules[id] ?? { importedIds: [], code: '' }
  }) === 'frame';

it('takes from a front door the modules of the names it imports, and no others', () => {
  expect(isInFrame('lib/engines/travel/service.ts')).toBe(true);
  expect(isInFrame('lib/engines/travel/road/router.ts')).toBe(false);
});

it('takes from the messages those that it says, and no others', () => {
  expect(isInFrame('lib/i18n/paraglide/messages/shell_title.js')).toBe(true);
  expect(isInFrame('lib/i18n/paraglide/messages/travel_title.js')).toBe(false);
});
