// Hands the bench what it measures where users run it.
import { askRows } from './rows.ts';
import { recolour } from './schools.ts';

declare global {
  interface Window {
    nationalPage: typeof page;
  }
}

const page = { askRows, recolour };
window.nationalPage = page;
