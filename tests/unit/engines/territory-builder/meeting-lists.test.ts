// The lists of meetings in a territory: read for a site that stays in the service, and for no other.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTerritory, readConfig } from '../../../../src/lib/engines/territory-builder/index.ts';
import type { BuildInput } from '../../../../src/lib/engines/territory-builder/build-territory.ts';
import {
  MEETINGS_PATH,
  noMeetings,
  type MeetingsFile
} from '../../../../src/lib/model/meetings/meetings-file.ts';
import { checkProfile } from '../../../../src/lib/engines/publish/index.ts';
import {
  noSessions,
  SESSIONS_PATH,
  type SessionsFile
} from '../../../../src/lib/model/actions/session-rows.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { schoolDays, yearProblem } from '../../../../src/lib/engines/meetings/index.ts';
import { SCHOOL_YEARS } from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import { keptReference } from '../../../../scripts/territory/reference.ts';
import { SMALL_CONFIG, smallSources } from '../../../fixtures/territory/small.ts';

let solver: LinearSolver;
let sources: Map<string, Uint8Array>;
let reference: BuildInput['reference'];
beforeAll(async () => {
  solver = await bootHighs();
  sources = smallSources(solver);
  reference = await keptReference();
});

async function build(change: object) {
  const read = readConfig({ ...SMALL_CONFIG, ...change });
  if ('faults' in read) throw new Error(read.faults.join());
  const built = await buildTerritory({
    config: read.config,
    open: async (name) => {
      const bytes = sources.get(name);
      if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
      return { name, bytes };
    },
    reference,
    today: '2026-06',
    solver: async () => solver
  });
  const meetings = JSON.parse(new TextDecoder().decode(built.files.get(MEETINGS_PATH))) as MeetingsFile;
  return { ...built, meetings };
}

describe('the lists of meetings of a territory', () => {
  it('make members, absences and closed days, and tell each row that fits nobody', async () => {
    const { meetings, findings, balances } = await build({ quorum: { École: 2 } });
    expect(meetings).toMatchObject({
      synthetic: false,
      departement: '59',
      members: [
        { team: 'EPS-01', partner: 'direction-de-l-ecole-a', function: 'Direction de l’école A', place: '0590002G', weight: 3, class: 'école' },
        { team: 'EPS-01', partner: 'pmi', function: 'PMI', weight: 2, class: '' }
      ],
      quorum: { école: 2 },
      coordinators: [{ id: 'C1', commune: '59350' }],
      closed: [{ from: '2027-05-24', to: '2027-05-28' }]
    }); // prettier-ignore
    const of = (who: string) => meetings.away.filter((one) => one.who === who);
    expect(of('pmi')).toEqual([{ who: 'pmi', weekday: 1, half: 'am' }]);
    expect(of('C1')).toEqual([{ who: 'C1', from: '2026-11-16', to: '2026-11-20' }]);
    expect(of('room:59350')).toEqual([{ who: 'room:59350', weekday: 5, half: 'pm' }]);
    // Present on Tuesday morning alone: away on the nine others.
    expect(of('direction-de-l-ecole-a')).toHaveLength(9);
    expect(of('direction-de-l-ecole-a')).not.toContainEqual(
      expect.objectContaining({ weekday: 2, half: 'am' })
    );
    const lists = ['membres.csv', 'disponibilites.csv', 'salles.csv'];
    expect(
      findings.flatMap(({ code, file = '', row }) => (lists.includes(file) ? [[code, file, row]] : []))
    ).toEqual([
      ['unknown-member-place', 'membres.csv', 3],
      ['unknown-meeting-team', 'membres.csv', 4],
      ['unknown-partner', 'disponibilites.csv', 6],
      ['commune-not-of-epci', 'salles.csv', 3]
    ]);
    for (const file of lists) {
      expect(balances.find((one) => one.file === file)).toMatchObject({ dropped: 1 });
    }
  });

  it('are enough to plan a year of its teams', async () => {
    const { meetings, rows } = await build({});
    const year = SCHOOL_YEARS.at(-1)!;
    const days = schoolDays({ year, zone: 'B', departement: '59' });
    const minutes = { '59350': { '59350': 0 } };
    const { problem, findings } = yearProblem({
      file: meetings,
      teams: rows.teams,
      days,
      minutes,
      preset: 'balanced'
    });
    expect(findings).toEqual([]);
    expect(problem?.teams).toMatchObject([{ id: 'EPS-01', coordinator: 'C1', meetings: 4 }]);
  });

  it('are not even opened for a public site', async () => {
    const opened: string[] = [];
    const former = sources;
    sources = new Map(sources);
    const get = sources.get.bind(sources);
    sources.get = (name) => {
      opened.push(name);
      return get(name);
    };
    const { meetings, findings } = await build({
      profile: 'public',
      staff: [],
      followed: [],
      pathways: undefined
    });
    sources = former;
    expect(meetings).toEqual(noMeetings('59'));
    expect(opened).toContain('equipes.csv');
    expect(opened.join()).not.toMatch(/membres|disponibilites|salles/);
    expect(findings).toContainEqual({ code: 'meetings-internal-only', severity: 'note', found: '3' });
  });
});

it('sessions are in a site that stays in the service, and in no file of a public one, which is refused with them', async () => {
  const [sheet] = (await build({})).rows.actions;
  const list = `fiche;date;debut;fin;commune;presents\n${sheet!.id};2026-12-09;14h;16h;59350;7\n`;
  sources.set('seances.csv', new TextEncoder().encode(list));
  const written = async (change: object) => {
    const { files } = await build({ sessions: 'seances.csv', ...change });
    return {
      files,
      sessions: JSON.parse(new TextDecoder().decode(files.get(SESSIONS_PATH))) as SessionsFile
    };
  };
  const inside = await written({});
  expect(inside.sessions.sessions).toMatchObject([{ id: `${sheet!.id}/2026-12-09/14:00`, present: 7 }]);
  const outside = await written({ profile: 'public', staff: [], followed: [], pathways: undefined });
  expect(outside.sessions).toEqual(noSessions());
  expect(() => checkProfile(outside.files, 'public')).not.toThrow();
  const forged = new Map(outside.files).set(SESSIONS_PATH, inside.files.get(SESSIONS_PATH)!);
  expect(() => checkProfile(forged, 'public')).toThrow('publish-posts');
});

it('the function of a correspondent is in a site that stays in the service, and in no file of a public one', async () => {
  const list = 'commune;pourvu;fonction\n59350;oui;Responsable du service enfance\n';
  sources.set('correspondants.csv', new TextEncoder().encode(list));
  const written = async (change: object) => {
    const { files } = await build({ correspondents: 'correspondants.csv', ...change });
    const paths = [...files].filter(([, bytes]) =>
      new TextDecoder('latin1').decode(bytes).includes('Responsable du service enfance')
    );
    return paths.map(([path]) => path).sort();
  };
  expect(await written({})).toEqual(['tables/portraits.json', 'tables/programme.json']);
  const nobody = { staff: [], followed: [], members: [], availabilities: [], rooms: [] };
  expect(await written({ profile: 'public', ...nobody })).toEqual([]);
});
