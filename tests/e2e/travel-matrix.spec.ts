import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './test.ts';
import { demoRoadMatrix } from '../../scripts/graph/demo-travel.ts';
import { servePage, type PageSite } from '../../bench/page-server.ts';
import { readSchematic } from '../../scripts/graph/schematic.ts';
import { BUILD } from './site-server.ts';

let site: PageSite;
const MODES = ['car', 'bike', 'foot'] as const;
const fileOf = (mode: string) => join(BUILD, 'graph', `${mode}.bin`);

test.beforeAll(async () => {
  expect(MODES.every((mode) => existsSync(fileOf(mode)))).toBe(true);
  site = await servePage(
    'solving/page',
    Object.fromEntries(MODES.map((mode) => [`${mode}.bin`, fileOf(mode)]))
  );
});
test.afterAll(() => site.forget());

test('the graph files shipped give the same matrix in Node and in a worker of the browser, to the byte', async ({
  page
}) => {
  await page.goto(site.address);
  await page.waitForFunction(() => 'matrixInWorker' in window);
  const points = readSchematic('.').places;
  for (const mode of MODES) {
    const inNode = await demoRoadMatrix(new Uint8Array(readFileSync(fileOf(mode))), points);
    const { seconds, metres } = await page.evaluate((request) => window.matrixInWorker(request), {
      ...{ graph: `${mode}.bin`, points, runs: 0 }
    });
    expect(Buffer.from(Int32Array.from(seconds).buffer).equals(Buffer.from(inNode.seconds.buffer))).toBe(
      true
    );
    expect(Buffer.from(Int32Array.from(metres).buffer).equals(Buffer.from(inNode.metres!.buffer))).toBe(true);
  }
});
