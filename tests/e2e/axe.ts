// What axe finds wrong in a page or a part of it, as lines to read: rule, then elements.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Only faults are asked for: naming every element that is right takes longer than looking at it. No page has frames, so that axe
 * works in the page alone ("legacy mode"), three times quicker than when it gathers its findings in a page of its own.
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
  );
}
