// The figures of verdicts, from what is open: those that the other pages show of the same place and the same répartition.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { unfiltered, type Filter } from '$lib/cube/filter.ts';
import { missingThemes, type PublicProgramme } from '$lib/cube/public-programme.ts';
import type { Programme } from '$lib/cube/programme.ts';
import type { AskedMeans, TodayFigures } from '$lib/engines/verdicts/index.ts';
import { THEMES } from '$lib/model/pathway.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';

type Part<Key extends keyof TodayFigures> = NonNullable<TodayFigures[Key]>;

/** Communes of a place where the service works. */
function communesIn({ dashboard }: CoverageCube, place: PlaceRef | null): readonly string[] {
  const served = dashboard.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
  if (place === null) return served;
  const within =
    place.kind === 'commune'
      ? [place.code]
      : (dashboard.qpvs.find(({ code }) => code === place.code)?.communes ?? []);
  return served.filter((code) => within.includes(code));
}

/** Undefined where nothing says who is followed, or which schools are there. @param ask what following some schools that wait asks */
function waitingFigures(
  cube: CoverageCube,
  place: PlaceRef | null,
  ask: (schools: readonly string[]) => AskedMeans | null
): Part<'waiting'> | undefined {
  if (!cube.followUpKnown || !cube.knowsSchoolsIn(place)) return undefined;
  const filter: Filter = { ...unfiltered(latestYear(cube.dashboard)), place };
  const schools = cube.firstDegree(filter);
  const waiting = schools
    .filter(({ status }) => status === 'waiting')
    .map(({ school }) => ({ uai: school.uai, since: school.requested_since }));
  return {
    schools: waiting,
    followed: schools.filter(({ status }) => status === 'followed').length,
    ask: ask(waiting.map(({ uai }) => uai))
  };
}

/** Undefined in a territory without action sheets. */
const themeFigures = (programme: PublicProgramme, communes: readonly string[]): Part<'themes'> | undefined =>
  programme.missing === null
    ? undefined
    : {
        communes: communes.length,
        gaps: THEMES.map((theme) => ({
          theme,
          missing: communes.filter((commune) => missingThemes(programme, commune).includes(theme))
        }))
      };

const correspondentFigures = (
  { correspondents }: PublicProgramme,
  communes: readonly string[]
): Part<'correspondents'> => correspondents.filter(({ commune }) => communes.includes(commune));

/** Those that anyone may read: no load, no date, no row in doubt; posts and their cost where `ask` tells them alone. */
export function publicFigures(
  cube: CoverageCube,
  programme: PublicProgramme,
  place: PlaceRef | null,
  ask: (schools: readonly string[]) => AskedMeans | null = () => null
): TodayFigures {
  const communes = communesIn(cube, place);
  const waiting = waitingFigures(cube, place, ask);
  const themes = themeFigures(programme, communes);
  const correspondents = correspondentFigures(programme, communes);
  return {
    ...(waiting && { waiting }),
    ...(themes && { themes }),
    ...(correspondents.length > 0 && { correspondents })
  };
}

/** Of the calendar in use. */
export function calendarFigures(
  { year, plan, cancelled }: Pick<KeptYear, 'year' | 'plan' | 'cancelled'>,
  { teams }: Programme,
  never: Part<'meetings'>['never']
): Part<'meetings'> {
  const asked = teams.reduce((sum, { meetings }) => sum + (meetings ?? 0), 0) - cancelled.length;
  return { year, asked, dated: plan.length, never };
}
