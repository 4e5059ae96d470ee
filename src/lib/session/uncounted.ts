// Children of the case files of this tab that are in no count: known here as long as the files are, whatever the audience of the folder.
import type { Uncounted } from '../model/pathway.ts';

let here = (): Uncounted | null => null;

/** @param from asked at each display: what it reads there is followed */
export const watchUncounted = (from: () => Uncounted | null): void => void (here = from);

/** Those of this tab; else those that the files of the site tell. */
export const uncountedIn = ({ uncounted }: { uncounted?: Uncounted }): Uncounted | null =>
  here() ?? uncounted ?? null;

let schoolsOut = (): number => 0;

/** @param from asked at each display, as above */
export const watchSchoolsOut = (from: () => number): void => void (schoolsOut = from);

/** Rows of the service's list of schools, in this tab, that are on no page. */
export const schoolsOutHere = (): number => schoolsOut();

/** Whether what is said of schools is said of all rows of that list, or of those that are recognised. */
export const recognisedRows = (): 'all' | 'some' => (schoolsOut() > 0 ? 'some' : 'all');
