// A page printed before its chart is drawn still says the chart's figures.
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Chart from '../../../src/lib/ui/charts/Chart.svelte';

const instead = createRawSnippet(() => ({ render: () => '<table><td>67</td></table>' }));
const props = { description: 'Cinq ans', height: 300, mount: null, instead };

it('holds the figures for paper until the chart is there, and no longer', () => {
  const awaited = render(Chart, { props: { ...props, options: null } }).body;
  expect(awaited).toMatch(/class="print-only"[^]*67/);
  expect(awaited).toMatch(/class="chart [^"]*screen-only/);
  const mount = () => () => undefined;
  const drawn = render(Chart, { props: { ...props, mount, options: () => ({}) } }).body;
  expect(drawn).not.toContain('67');
  expect(drawn).not.toContain('screen-only');
});
