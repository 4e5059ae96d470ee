// Label of a cell of the cube: « QPV Chasse Royale à Valenciennes, élémentaire ».
import { OTHER_THEME, THEMES, UNKNOWN, UNKNOWN_COMMUNE } from '../model/pathway.ts';
import { LEVELS } from '../model/school.ts';
import { m } from './paraglide/messages.js';
import { levelName, themeName } from './terms.ts';

const ROOT = 'ALL';
const OUTSIDE = 'hors';

/** @param names of the cell's nodes, as the engine joins them */
export function cellWords(names: string, nameOf: (code: string) => string): string {
  const words = names
    .split(' / ')
    .filter((name) => name !== ROOT)
    .map((name) => {
      const level = LEVELS.find((one) => one === name);
      if (level) return levelName(level);
      const theme = [...THEMES, OTHER_THEME].find((one) => one === name);
      if (theme) return themeName(theme);
      if (name === UNKNOWN || name.startsWith(UNKNOWN_COMMUNE)) return m.data_not_told();
      const [place = '', part] = name.split(':');
      if (part === UNKNOWN) return `${nameOf(place)}, ${m.data_qpv_not_told()}`;
      if (part === undefined) return place === OUTSIDE ? m.data_outside() : nameOf(place);
      return `${nameOf(place)}, ${part === OUTSIDE ? m.data_outside() : nameOf(part)}`;
    });
  return words.join(', ') || m.data_whole();
}
