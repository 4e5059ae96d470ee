// Reads a plan file, checks it against the territory, and separates the settings that the page knows.
import type { Finding } from '$lib/model/findings.ts';
import { PLAN_FILE_LIMIT, readPlanFile, type PlanFileRead } from '$lib/storage/assignment-file.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { splitRulesOf, sectorsQuery, settingsOf } from '$lib/session/decision/sectors-address.ts';

type Settings = Readonly<Record<string, string>>;

const refused = (code: string): PlanFileRead => ({ plan: null, findings: [{ code, severity: 'dropped' }] });

/** Never throws: a refused file is reported as a finding. */
export async function openPlanFile(file: File, sectors: AssignmentFile): Promise<PlanFileRead> {
  if (file.size > PLAN_FILE_LIMIT) return refused('plan-too-large');
  let text: string;
  try {
    text = await file.text();
  } catch {
    // The file was moved, or may not be read.
    return refused('plan-unreadable');
  }
  const { plan, findings } = readPlanFile(text, {
    territory: sectors.territory,
    schools: sectors.schools.map(({ uai }) => uai),
    posts: sectors.posts.map(({ id }) => id),
    coordinators: [...new Set(sectors.posts.flatMap(({ coordinator }) => coordinator ?? []))]
  });
  if (!plan) return { plan, findings };
  const settings = Object.fromEntries(
    sectorsQuery(settingsOf(plan.settings), splitRulesOf(plan.settings, sectors), sectors)
  );
  const name = plan.name || file.name.replace(/\.json$/i, '') || '1';
  return { plan: { ...plan, name, settings }, findings: [...findings, ...unlike(plan.settings, settings)] };
}

/** Settings of a file with an unknown name or value. */
function unlike(asked: Settings, known: Settings): Finding[] {
  const left = Object.keys(asked).filter((key) => known[key] !== asked[key]);
  return left.length === 0
    ? []
    : [{ code: 'plan-setting', severity: 'note', found: left.slice(0, 5).join(', ') }];
}
