// What a folder carries when it is saved: each file once.
import { expect, it } from 'vitest';
import { folderContent } from '../../../../src/lib/session/territory/folder-file.ts';
import {
  newFile,
  type FileKind,
  type ProjectFile
} from '../../../../src/lib/session/territory/project-file.ts';
import type { TerritoryProject } from '../../../../src/lib/session/territory/project.svelte.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const used = (name: string, text: string, kind: FileKind): ProjectFile => ({
  ...newFile(name, bytes(text).length, new Blob([text])),
  kind,
  state: 'used'
});

it('carries graphs and tiles once, in the territory, and other files when asked', async () => {
  const project = {
    built: {
      territory: { siren: '200000001', name: 'Ville' },
      files: new Map([
        ['map/ground.pmtiles', bytes('tiles')],
        ['graph/car.bin', bytes('roads of cars')]
      ])
    },
    config: {},
    created: null,
    files: [
      used('nord-fond.pmtiles', 'tiles', 'ground'),
      used('nord-voiture.bin', 'roads of cars', 'graph-car'),
      used('fond.geojson', 'lines', 'basemap'),
      used('suivies.csv', 'a;b', 'followed-schools')
    ]
  } as unknown as TerritoryProject;
  const carried = async (sources: boolean) => {
    const content = await folderContent(project, { sources });
    return content.sources.flatMap((one) => (one.content ? [one.name] : []));
  };
  expect(await carried(true)).toEqual(['fond.geojson', 'suivies.csv']);
  expect(await carried(false)).toEqual([]);
});
