// Measures the same code on a whole country: built département by département, then read, drawn and filtered in a browser.
import { compareWithVgplot } from './vgplot.ts';
import { buildCountry, forgetCountry } from './build.ts';
import { measureInBrowser } from './browser.ts';
import { compareFirstViews } from './first-views.ts';
import type { Bench } from '../measurement.ts';

export const run: Bench = async ({ progress }) => {
  const { measurements, schools, outlines, epci } = await buildCountry(progress);
  const views = await compareFirstViews(epci, progress);
  forgetCountry();
  return [
    ...measurements,
    ...views,
    ...(await measureInBrowser(schools, outlines, progress)),
    ...(await compareWithVgplot(progress))
  ];
};
