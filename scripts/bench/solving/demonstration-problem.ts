// The demonstration as the page of sectors starts from it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildProblem,
  DEFAULT_ASSIGNMENT_SETTINGS,
  factsOf,
  parseAssignmentFile,
  unitSchools,
  type AssignmentFile,
  type SchoolProblem,
  type UnitSchool
} from '../../../src/lib/engines/assignment/index.ts';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { parseDashboard } from '../../../src/lib/cube/read-dashboard.ts';
import { ROOT } from '../../setup.mjs';

export interface DemonstrationProblem {
  file: AssignmentFile;
  dashboard: Dashboard;
  schools: UnitSchool[];
  problem: SchoolProblem;
}

/** The demonstration's schools and posts with the page's own settings; null until its files are built. */
export function demonstrationProblem(): DemonstrationProblem | null {
  const paths = ['graph/split.json', 'tables/dashboard.json'].map((name) => join(ROOT, 'static', name));
  if (!paths.every(existsSync)) return null;
  const [splitText, dashboardText] = paths.map((path) => readFileSync(path, 'utf8'));
  const file = parseAssignmentFile(splitText!);
  const dashboard = parseDashboard(dashboardText!);
  const coordinators = Object.fromEntries(
    file.posts.flatMap(({ id, coordinator }) => (coordinator ? [[id, coordinator]] : []))
  );
  const schools = unitSchools(file, factsOf(dashboard.schools), DEFAULT_ASSIGNMENT_SETTINGS);
  const today = { referents: file.assignment, coordinators };
  return {
    file,
    dashboard,
    schools,
    problem: buildProblem(file, schools, today, DEFAULT_ASSIGNMENT_SETTINGS)
  };
}
