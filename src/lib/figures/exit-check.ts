// What may be published of a report: asked of the exit gate, beside the site's cube, the releases of the folder and the register of what left.
import { CUBE_FILE } from '$lib/model/territory-files.ts';
import type { ExitFigure, ExitReport } from '$lib/model/report/exit-figure.ts';
import { releasedBefore, type ExitRecord } from '$lib/model/report/exit-record.ts';
import { exitFigureOf, variablesOf } from './figures-of-answers.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import type { TerritoryDoor } from '$lib/session/territory-door.ts';

export interface ExitAsked {
  /** Of the answer. */
  id: string;
  /** `share`: in per cent of the children of the year. */
  form: 'count' | 'share';
}

/** What was asked, and the verdict on each. */
export interface ExitResult {
  audit: ExitReport;
  figures: readonly ExitFigure[];
}

/** What a verdict rests on. */
export interface ExitSources {
  report: Pick<StateReport, 'year' | 'answers'>;
  /** The register: what it released is known to every reader. */
  exits: readonly ExitRecord[];
  door: TerritoryDoor;
  k: number;
}

/**
 * The verdict on each figure, in their order; those that the gate cannot audit are left out.
 *
 * @param asked what is to leave together; the figures that matter most first
 * @throws UnusableInput on releases that contradict one another
 * @throws Stopped when another check took its place
 */
export async function checkExit(
  asked: readonly ExitAsked[],
  { report, exits, door, k }: ExitSources
): Promise<ExitResult> {
  const { answers, year } = report;
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const total = byId.get('children.total')?.value;
  const figures = asked.flatMap(({ id, form }) => {
    const answer = byId.get(id);
    return (answer && exitFigureOf(answer, year, form, typeof total === 'number' ? total : null)) ?? [];
  });
  const former = releasedBefore(exits);
  const { auditedExit } = await import('$lib/workers/disclosure/client.ts');
  const audit = await auditedExit({
    cubes: await publishedCubes(door),
    former,
    figures,
    variables: variablesOf(report, former),
    k
  });
  return { figures, audit };
}

/** Texts of the cubes that anyone may have read: of the folder's releases, and that of the site or territory on screen, the latest last. */
async function publishedCubes(door: TerritoryDoor): Promise<string[]> {
  const texts = door.opened ? await folderCubes() : [];
  const answer = await door.fetch(door.address(`downloads/${CUBE_FILE}`));
  if (answer.ok) texts.push(await answer.text());
  return [...new Set(texts)];
}

async function folderCubes(): Promise<string[]> {
  const [{ territoryProject }, { releasesBeside }] = await Promise.all([
    import('$lib/session/territory/project-tools.ts'),
    import('$lib/session/territory/releases.ts')
  ]);
  return (await releasesBeside(territoryProject().files)).map(({ cube }) => cube);
}
