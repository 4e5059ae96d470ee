// Measures the same code on a whole country: built département by département, then read, drawn and filtered in a browser.
import { besideVgplot } from './national-views.ts';
import { buildCountry, forgetCountry } from './national-build.ts';
import { measureInBrowser } from './national-browser.ts';
import { compareFirstViews } from './national-site.ts';
import type { Bench } from './table.ts';

export const run: Bench = async (progress) => {
  const { measurements, schools, outlines, epci } = await buildCountry(progress);
  const views = await compareFirstViews(epci, progress);
  forgetCountry();
  return [
    ...measurements,
    ...views,
    ...(await measureInBrowser(schools, outlines, progress)),
    ...(await besideVgplot(progress))
  ];
};
