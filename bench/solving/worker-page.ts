// A page of Chromium whose workers solve: engines are measured where users run them.
import { chromium as driver, type Page } from '@playwright/test';
import { chromium } from '../../scripts/setup.mjs';
import { servePage } from '../page-server.ts';

/**
 * Opens the page, lets `work` measure in it, closes it.
 * @param files served beside the page, by name
 */
export async function onWorkerPage<Result>(
  files: Record<string, Uint8Array>,
  work: (page: Page) => Promise<Result>
): Promise<Result> {
  const site = await servePage('solving/page', files);
  const browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => 'matrixInWorker' in window);
    return await work(page);
  } finally {
    await browser.close();
    site.forget();
  }
}
