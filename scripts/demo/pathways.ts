// Synthetic pathways: children who enter, go on for 12 to 19 months on average, and leave, so that each year counts what it must.
import type { WholeCase, Theme } from '../../src/lib/model/pathway.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import type { Level, School } from '../../src/lib/model/school.ts';
import type { Random } from './random.ts';
import type { Residence } from './residences.ts';
import { drawEntryAge, drawSchool, levelAt, nextSchool, reachedSchools } from './schooling.ts';
import type { YearFacts } from './years.ts';

/** Months from the first September; a school year is read from September to June. */
interface Child extends Residence {
  id: string;
  family: string;
  age: number;
  school: School;
  level: Level;
  theme: Theme;
  start: number;
  end: number;
}

export interface Pathways {
  cases: WholeCase[];
  /** Months of each pathway that has ended. */
  durations: number[];
}

const DURATION = { least: 8, most: 23 };
const SIBLING = 22;
const LIVES_APART = 10;
const THEME_CHANGES = 15;
const MOST_SIBLINGS = 4;

const THEME_WEIGHTS: Record<Level, Record<Theme, number>> = {
  maternelle: { parentalite: 34, sante: 22, 'expression-orale': 30, 'estime-de-soi': 6, 'culture-sport': 8 },
  elementaire: {
    parentalite: 28,
    sante: 20,
    'expression-orale': 18,
    'estime-de-soi': 18,
    'culture-sport': 16
  },
  college: { parentalite: 24, sante: 18, 'expression-orale': 10, 'estime-de-soi': 30, 'culture-sport': 18 }
};

interface Draws {
  random: Random;
  residenceNear: (school: School) => Residence;
}

/** Pathways over `years`; `years[i].children` children in year i, exactly. */
export function drawPathways(
  schools: readonly School[],
  years: readonly YearFacts[],
  draws: Draws
): Pathways {
  const { random } = draws;
  const drawTheme = (level: Level) => random.weighted(THEMES, (theme) => THEME_WEIGHTS[level][theme]);
  const cases: WholeCase[] = [];
  const durations: number[] = [];
  let accompanied: Child[] = [];
  let entered = 0;
  let families = 0;

  function enter(september: number, reached: readonly School[]): Child {
    entered += 1;
    const age = drawEntryAge(random);
    const level = levelAt(age) ?? 'college';
    const sibling = random.chance(SIBLING) ? drawSibling() : undefined;
    const apart = random.chance(LIVES_APART);
    const school = drawSchool(reached, level, random, apart ? undefined : sibling?.school.commune);
    const home = sibling && !apart ? sibling : draws.residenceNear(school);
    const start = september + random.int(0, 9);
    if (!sibling) families += 1;
    return {
      id: `DEMO-ENFANT-${String(entered).padStart(4, '0')}`,
      family: sibling?.family ?? `DEMO-FAMILLE-${String(families).padStart(4, '0')}`,
      commune: home.commune,
      qpv: home.qpv,
      age,
      level,
      school,
      theme: drawTheme(level),
      start,
      end: start + random.int(DURATION.least, DURATION.most)
    };
  }

  function drawSibling(): Child | undefined {
    const open = accompanied.filter(({ family }) => {
      return accompanied.filter((child) => child.family === family).length < MOST_SIBLINGS;
    });
    return open.length > 0 ? random.pick(open) : undefined;
  }

  function carryOver(child: Child, reached: readonly School[]): Child[] {
    const age = child.age + 1;
    const level = levelAt(age);
    if (!level) return [];
    const theme = random.chance(THEME_CHANGES) ? drawTheme(level) : child.theme;
    return [{ ...child, age, level, theme, school: nextSchool(child.school, level, reached) }];
  }

  years.forEach(({ school_year, children }, at) => {
    const september = 12 * at;
    const reached = reachedSchools(schools, school_year);
    const staying = accompanied.filter(({ end }) => end > september);
    durations.push(...accompanied.filter(({ end }) => end <= september).map(({ start, end }) => end - start));
    accompanied = staying.flatMap((child) => carryOver(child, reached));
    if (accompanied.length > children)
      throw new Error(`more than ${children} children go on in ${school_year}`);
    while (accompanied.length < children) {
      const child = enter(september, reached);
      const already = at === 0 ? random.int(0, 9) : 0;
      accompanied.push({ ...child, start: child.start - already });
    }
    for (const child of accompanied) {
      const months = Math.min(child.end, september + 10) - Math.max(child.start, september);
      cases.push({
        case_id: child.id,
        school_year,
        uai: child.school.uai,
        qpv: child.qpv,
        commune: child.commune,
        level: child.level,
        theme: child.theme,
        family_id: child.family,
        visits: Math.max(1, months) + random.int(0, 6)
      });
    }
  });
  return { cases, durations };
}
