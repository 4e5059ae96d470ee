// Gestures of the browser tests of Réunions.
import { m } from './messages.ts';
import { expect, type Locator, type Page } from './test.ts';

/** Before the school year: every date is to come. */
export const BEFORE_THE_YEAR = '2026-08-25';

/** Every meeting has a date; on a phone the year is a list. */
export const dated = (page: Page): Promise<void> =>
  expect(page.locator('button.meeting, .months .told')).toHaveCount(110, { timeout: 60_000 });

export const stopSearch = (page: Page): Locator =>
  page.getByRole('button', { name: m.meetings_stop(), exact: true });

/** The search has ended by itself. */
export async function planned(page: Page): Promise<void> {
  await dated(page);
  await expect(stopSearch(page)).toBeHidden({ timeout: 60_000 });
}

/** Meetings of the year: team and number, date, state. */
export const dates = (page: Page): Promise<string[]> =>
  page.locator('button.meeting').evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel}`));

/** The date of the meeting that is shown in the view of dates. */
export const shownDate = (page: Page): Promise<string | null> =>
  page
    .getByRole('combobox', { name: m.meetings_meeting(), exact: true })
    .locator('option:checked')
    .textContent();
