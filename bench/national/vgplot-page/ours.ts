// Our side: the site's cube answers, the site's charts and table show.
import { mount } from 'svelte';
import '../../../src/lib/theme/tokens.css';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { packPathways } from '../../../src/lib/cube/pathway-grid.ts';
import type { Pathways } from '../page/pathways.ts';
import { NAMES, YEARS, type Side } from './axes.ts';
import { cellsOf, COUNTRY } from './cells.ts';

const SOMEWHERE = { lon: 2, lat: 46, town_lon: 2, town_lat: 46, geometry_quality: 'generalised' } as const;

export async function ours(pathways: Pathways): Promise<Side> {
  const { default: OurViews } = await import('./OurViews.svelte');
  const cube = new CoverageCube({
    version: 1,
    territory: { siren: COUNTRY, name: 'France', service: '', demonstration: true, bounds: [-5, 42, 8, 51] },
    years: [...YEARS],
    asOf: '2026-06',
    communes: NAMES.departement.map((code) => ({
      code,
      name: code,
      population: null,
      area_ha: null,
      intervention: true,
      cite_educative: null,
      source: '',
      ...SOMEWHERE
    })),
    pathways: packPathways(cellsOf(pathways)),
    neighbours: [],
    qpvs: [],
    schools: [],
    serviceYears: [],
    teams: [],
    demand: [],
    actions: [],
    access: null,
    posts: { referents: 0, coordinators: 0 },
    quotedPupils: null,
    fingerprint: ''
  });
  const root = document.createElement('main');
  document.body.append(root);
  mount(OurViews, { target: root, props: { cube } });
  return {
    root,
    menu: (axis) => root.querySelector(`.${axis} select`)!,
    figures: (axis) =>
      [...root.querySelectorAll(`.${axis}.figures :is(g[font-weight] > text, .num)`)].map(({ textContent }) =>
        Number(textContent.replace(/\D/g, ''))
      )
  };
}
