// Hands the bench what it measures where users run it.
import { readOutlines } from './outlines.ts';
import { askRows } from './rows.ts';
import { recolour } from './schools.ts';

declare global {
  interface Window {
    nationalPage: typeof page;
  }
}

const page = { askRows, recolour, readOutlines };
window.nationalPage = page;
