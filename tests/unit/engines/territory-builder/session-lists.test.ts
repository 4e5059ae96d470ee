// The list of sessions of a territory: each line is a session of its sheet, or is out with a reason; numbers of children alone, people by function.
import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/algorithms/random.ts';
import { importExpected, openFile } from '../../../../src/lib/engines/import/index.ts';
import { readHour } from '../../../../src/lib/engines/import/formats/meetings/hours.ts';
import { joinSessions, unknownOrigins } from '../../../../src/lib/engines/territory-builder/join/sessions.ts';
import { noSources } from '../../../../src/lib/engines/territory-builder/sources/sources.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput, type Finding } from '../../../../src/lib/model/findings.ts';
import type { FormatId } from '../../../../src/lib/model/source-files.ts';
import { textFile } from '../../../fixtures/import/files.ts';

const COLUMNS =
  'seance;fiche;date;debut;fin;lieu;commune;places;inscrits;presents;intervenant;accompagnateur;transport;besoins;prets;statut'.split(
    ';'
  );
type Cells = Record<string, string>;
const GOOD: Cells = {
  ...{ seance: 'S1', fiche: 'FA-1', date: '09/12/2026', debut: '14h', fin: '16:00', lieu: 'Salle des fêtes' },
  ...{ commune: '59014', places: '12', inscrits: '10', presents: '', intervenant: 'Psychologue libéral 1' },
  ...{
    accompagnateur: 'référent 1',
    transport: 'car',
    besoins: 'salle transport',
    prets: 'salle',
    statut: ''
  }
};
const PLACES = {
  communes: [
    { code: '59014', name: 'Anzin' },
    { code: '59606', name: 'Valenciennes' }
  ],
  actions: [
    { id: 'FA-1', communes: ['59014', '59606'] },
    { id: 'FA-2', communes: ['59606'] }
  ],
  staff: [{ id: 'Référent 1' }]
} as unknown as Parameters<typeof joinSessions>[1];

async function rowsOf<Format extends FormatId>(name: string, format: Format, text: string) {
  const table = await openFile(textFile(name, text));
  let imported: Pick<ReturnType<typeof importExpected>, 'rows' | 'findings' | 'read'>;
  try {
    imported = importExpected(table, format, {});
  } catch (cause) {
    // A whole column of persons is out: without it the list may be of no use.
    if (!(cause instanceof UnusableInput)) throw cause;
    imported = { rows: [], findings: [...table.findings, cause.finding], read: 0 };
  }
  const { rows, findings, read } = imported;
  return { rows: rows.map((row) => ({ ...(row as object), file: name })), findings, read };
}

const csvOf = (lines: readonly Cells[], columns: readonly string[] = COLUMNS): string => {
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [
    columns.join(';'),
    ...lines.map((line) => columns.map((one) => cell(line[one] ?? '')).join(';'))
  ].join('\n');
};

const ROOMS = `commune;jour;demi_journee;du;au;salle;places;debut;fin
Anzin;mercredi;;;;Salle des fêtes;60;14:00;18:00
59014;;;01/03/2027;12/03/2027;salle des fetes;;;
59606;;;;;Maison de quartier;25;9h;20h`;

/** Sessions and remarks of a list, as a territory of the service has them. */
async function sessionsOf(lines: readonly Cells[], rooms = ROOMS, columns = COLUMNS) {
  const list = await rowsOf('seances.csv', 'sessions', csvOf(lines, columns));
  const named = await rowsOf('salles.csv', 'rooms', rooms);
  const lists = { ...noSources(), sessions: list.rows, rooms: named.rows } as unknown as Parameters<
    typeof joinSessions
  >[0];
  const { file, findings } = joinSessions(lists, PLACES);
  const told: Finding[] = [...list.findings, ...findings];
  const out = told.filter(({ severity, file: of }) => severity === 'dropped' && of === 'seances.csv');
  return { ...file, findings: told, out, read: list.read };
}
const changed = (part: Cells): Cells => ({ ...GOOD, ...part });
/** What is told of the one line of a list. */
const toldOf = async (part: Cells) => {
  const { findings, sessions } = await sessionsOf([changed(part)]);
  return { codes: findings.map(({ code }) => code), session: sessions[0] };
};

describe('a list of sessions', () => {
  it('makes sessions under their sheet, in the room of their place, with their post', async () => {
    const { sessions, findings, rooms } = await sessionsOf([GOOD]);
    expect(findings).toEqual([]);
    expect(sessions).toEqual([
      {
        ...{ id: 'S1', sheet: 'FA-1', date: '2026-12-09', begin: 840, end: 960, place: 'Salle des fêtes' },
        ...{ room: 'room:59014/salle des fetes', commune: '59014', seats: 12, enrolled: 10, present: null },
        ...{ providers: ['Psychologue libéral 1'], companions: ['Référent 1'], transport: 'car' },
        ...{ needs: ['salle', 'transport'], ready: ['salle'], status: 'planned' }
      }
    ]);
    expect(rooms).toEqual([
      {
        ...{ id: 'room:59014/salle des fetes', commune: '59014', name: 'Salle des fêtes', size: 60 },
        hours: [840, 1080],
        closed: [1, 2, 4, 5]
          .map((weekday): object => ({ weekday }))
          .concat({ from: '2027-03-01', to: '2027-03-12' })
      },
      {
        id: 'room:59606/maison de quartier',
        commune: '59606',
        name: 'Maison de quartier',
        size: 25,
        hours: [540, 1200],
        closed: []
      }
    ]);
  });

  it('says each wrong value with its line, its column and what to do, and keeps the session where it can', async () => {
    const CASES: [Cells, string[], boolean][] = [
      [{ fiche: 'FA-9' }, ['unknown-sheet'], false],
      [{ fiche: '' }, ['empty-cell'], false],
      [{ date: 'bientôt' }, ['bad-when'], false],
      [{ debut: '', fin: '' }, ['empty-cell'], false],
      [{ debut: 'tôt', fin: '' }, ['bad-hour'], false],
      [{ fin: '13:00' }, ['session-reversed'], true],
      [{ fin: '' }, ['session-without-end'], true],
      [{ inscrits: '14' }, ['session-too-many'], true],
      [{ inscrits: 'dix' }, ['session-count'], true],
      [{ commune: 'Lille' }, ['commune-not-of-epci'], false],
      [{ commune: '', lieu: '' }, ['session-without-commune'], false],
      [{ lieu: 'Théâtre Jacques Brel' }, ['session-free-place'], true],
      [{ intervenant: 'Mme Durand' }, ['person-name'], false],
      [{ accompagnateur: 'parents volontaires' }, ['session-unknown-post'], true],
      [{ transport: 'dirigeable' }, ['session-word'], true],
      [{ besoins: 'salle ; goûter' }, ['session-own-need'], true],
      [{ statut: 'peut-être' }, ['session-word'], true],
      [{ seance: 'la première' }, ['session-number'], true]
    ];
    for (const [part, codes, isKept] of CASES) {
      const { findings: all, sessions } = await sessionsOf([changed(part)]);
      // Of the file: some cells of a column name somebody.
      const findings = all.filter(({ code }) => code !== 'personal-codes');
      expect([findings.map(({ code }) => code), sessions.length], JSON.stringify(part)).toEqual([
        codes,
        isKept ? 1 : 0
      ]);
      expect(findings[0], JSON.stringify(part)).toMatchObject({ row: 2, file: 'seances.csv' });
      expect(findings[0]!.column, JSON.stringify(part)).toBeDefined();
      expect(findingSentence(findings[0]!)).toMatch(/^seances\.csv, ligne 2, colonne .+\.$/);
    }
  });

  it('takes the usual ways to write hours, half-days, vehicles, needs and what was done', async () => {
    const hours = [
      '14h',
      '14 h 00',
      '14:00',
      '14:00:00',
      '14.00',
      '14 heures',
      '0.5833333333',
      '0,5833333333'
    ];
    expect(hours.map(readHour)).toEqual(hours.map(() => 840));
    expect(['midi', '9h5', '25h', '14:75', 'dix', ''].map(readHour)).toEqual([
      720,
      545,
      null,
      null,
      null,
      null
    ]);
    expect((await toldOf({ debut: 'matin', fin: '' })).session).toMatchObject({
      begin: 510,
      end: 780,
      half: true
    });
    expect((await toldOf({ debut: 'après-midi', fin: '' })).session).toMatchObject({
      begin: 810,
      half: true
    });
    expect((await toldOf({ debut: '14h-15h30', fin: '' })).session).toMatchObject({ begin: 840, end: 930 });
    expect((await toldOf({ transport: 'autocar' })).session?.transport).toBe('car');
    expect((await toldOf({ transport: '' })).session?.transport).toBeNull();
    expect((await toldOf({ besoins: 'Salle, accord des familles ; infos' })).session?.needs).toEqual([
      'salle',
      'accord des familles',
      'infos'
    ]);
    const status = await Promise.all(
      ['Tenue', 'annulé', 'confirmée', 'à venir'].map((statut) => toldOf({ statut }))
    );
    expect(status.map(({ session }) => session?.status)).toEqual([
      'held',
      'cancelled',
      'confirmed',
      'planned'
    ]);
  });

  it('without numbers has the same ids each time that it is read, however its lines are ordered; two groups of one hour are two', async () => {
    const lines = ['2026-12-09', '2026-12-16', '2027-01-06'].map((date) => changed({ seance: '', date }));
    const ids = async (list: readonly Cells[]) =>
      (await sessionsOf(list)).sessions.map(({ id }) => id).sort();
    expect(await ids(lines)).toEqual(await ids([...lines].reverse()));
    expect(await ids([lines[0]!, lines[0]!])).toEqual(['FA-1/2026-12-09/14:00', 'FA-1/2026-12-09/14:00#2']);
  });

  it('with one number twice keeps the first line, and asks about the second', async () => {
    const { sessions, out } = await sessionsOf([GOOD, changed({ date: '16/12/2026' })]);
    expect(sessions.map(({ date }) => date)).toEqual(['2026-12-09']);
    expect(out.map(({ code, row }) => [code, row])).toEqual([['duplicate-id', 3]]);
  });

  it('of a sheet of one commune needs no commune, nor does a named room', async () => {
    expect((await toldOf({ commune: '', fiche: 'fa-2', lieu: '' })).session?.commune).toBe('59606');
    expect((await toldOf({ commune: '' })).session?.commune).toBe('59014');
  });
});

it('a sheet that was taken up from one that no list has is told', () => {
  const sheet = (id: string, taken_from?: string) => ({
    id,
    file: 'actions.csv',
    line: 2,
    ...(taken_from && { taken_from })
  });
  const actions = [sheet('FA-1'), sheet('FA-2', 'FA-1'), sheet('FA-3', 'FA-9')];
  const told = unknownOrigins(actions as unknown as Parameters<typeof unknownOrigins>[0]);
  expect(told.map(({ code, found }) => [code, found])).toEqual([['unknown-origin', 'FA-9']]);
});

/** From few values, good and bad, as people write them. */
const UNTIDY: Record<string, readonly string[]> = {
  seance: ['', '', 'S', '12', 'séance bis'],
  fiche: ['FA-1', 'fa 1', 'FA-2', 'FA-9', ''],
  date: ['09/12/2026', '2026-12-16', '9 décembre 2026', '46365', '31/02/2027', 'mercredi', ''],
  debut: ['14h', '9:30', '0.375', 'matin', 'après-midi', 'journée', '25h', '', '14h-16h'],
  fin: ['16h', '11:30', '', '8h', 'tard'],
  lieu: ['', 'Salle des fêtes', 'maison de quartier', 'piscine', 'chez Mme Durand'],
  commune: ['59014', 'Valenciennes', 'Lille', '', '9999999'],
  places: ['12', '', '12,5', 'douze', '-3'],
  inscrits: ['10', '14', '', 'Lina, Tom'],
  presents: ['', '9', '?'],
  intervenant: ['', 'Psychologue libéral 1', 'Jean Durand'],
  accompagnateur: ['', 'Référent 1', 'référent 9', 'M. Petit'],
  transport: ['', 'car', 'Mini-bus', 'fusée'],
  besoins: ['', 'salle transport', 'salle ; goûter', 'Salle,groupe', '#REF!'],
  prets: ['', 'salle', 'tout'],
  statut: ['', 'tenue', 'Annulée', '???']
};

it('of 200 untidy lists, each line is a session or is out with a reason', async () => {
  const draw = random(44);
  const pick = <Item>(of: readonly Item[]): Item => of[Math.floor(draw() * of.length)]!;
  let [kept, dropped] = [0, 0];
  for (let list = 0; list < 200; list++) {
    const lines = Array.from({ length: 1 + Math.floor(draw() * 12) }, () => {
      // Most cells are good: else no line would be a session.
      const line = Object.fromEntries(
        Object.entries(UNTIDY).map(([column, values]) => [column, draw() < 0.75 ? values[0]! : pick(values)])
      );
      return { ...line, seance: line.seance === 'S' ? `S${Math.floor(draw() * 20)}` : line.seance! };
    });
    const columns = COLUMNS.filter((column) => ['fiche', 'date', 'debut'].includes(column) || draw() < 0.9);
    const { sessions, out, read } = await sessionsOf(lines, ROOMS, columns);
    expect(read, `list ${list}`).toBe(lines.length);
    expect(sessions.length + out.length, `list ${list}`).toBe(lines.length);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
    expect(out.every(({ row, code }) => (row ?? 0) > 1 && code !== '')).toBe(true);
    kept += sessions.length;
    dropped += out.length;
  }
  expect(Math.min(kept, dropped)).toBeGreaterThan(200);
});

describe('a name planted in a column', () => {
  const NAMES = ['Kévin Zybor', 'Mme Zybor', 'ZYBOR Kévin', 'kevin.zybor@mail.fr', '06 12 34 56 78'];
  const HIDDEN = /zybor|k[ée]vin|12 34 56/i;

  it.each(COLUMNS)('%s is in no session, no room and no remark', async (column) => {
    for (const name of NAMES) {
      const one = await sessionsOf([changed({ [column]: name }), GOOD]);
      expect(JSON.stringify([one.sessions, one.rooms, one.findings]), name).not.toMatch(HIDDEN);
      // A whole column of names.
      const lines = Array.from({ length: 6 }, (_, at) =>
        changed({ seance: `S${at}`, [column]: `${name}, Lina Petit` })
      );
      const all = await sessionsOf(lines);
      expect(JSON.stringify([all.sessions, all.rooms, all.findings]), name).not.toMatch(HIDDEN);
    }
  });

  it('salle is in no room and no remark', async () => {
    for (const name of NAMES) {
      const { rooms, findings } = await sessionsOf(
        [GOOD],
        `commune;salle;places;debut;fin\n59014;${name};12;9h;20h`
      );
      expect(JSON.stringify([rooms, findings]), name).not.toMatch(HIDDEN);
    }
  });
});
