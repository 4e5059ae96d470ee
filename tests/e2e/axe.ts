// What axe finds wrong in a page or a part of it, as lines to read: rule, then elements.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Only faults are asked for: naming every element that is right takes longer than looking at it. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
  );
}
