// A diary dropped on a territory: what is kept of it is a list of availability, which the builder reads.
import { describe, expect, it } from 'vitest';
import { importFile, kindOfFile } from '../../../../src/lib/engines/import/index.ts';
import { droppedBytes } from '../../../../src/lib/engines/import/dropped/dropped-file.ts';
import { diaryList, diaryOwners } from '../../../../src/lib/features/territory/checks/diary-list.ts';
import { noMeetings } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { inspectionOf } from '../../../../src/lib/session/territory/inspection.ts';
import { isInBuild, isRaw, newFile } from '../../../../src/lib/session/territory/project-file.ts';
import { textFile } from '../../../fixtures/import/files.ts';

describe('a diary', () => {
  it('is known by its content, asks whose it is, and never enters the folder itself', async () => {
    const known = await kindOfFile(
      droppedBytes(
        textFile('Agenda de Mme Untel.txt', '\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n')
      )
    );
    expect(known).toEqual({ kind: 'calendar' });
    expect(inspectionOf({ kind: 'calendar' }, 'a.ics')).toMatchObject({ kind: 'calendar', needsMatch: true });
    expect(isRaw('calendar')).toBe(true);
    for (const state of ['used', 'waiting', 'building'] as const)
      expect(isInBuild({ ...newFile('a.ics', 1, null), kind: 'calendar', state })).toBe(false);
  });

  it('becomes a list of availability of its owner, with the day on which it was read', async () => {
    const list = diaryList(
      'Direction de l’école Pasteur',
      {
        busy: [
          { date: '2026-11-16', half: 'am' },
          { date: '2026-11-17', half: 'am' },
          { date: '2026-11-17', half: 'pm' }
        ]
      },
      '2026-09-01'
    );
    expect(list.name).toBe('agenda-direction-de-l-ecole-pasteur.csv');
    const read = await importFile({ name: list.name, bytes: new Uint8Array(await list.arrayBuffer()) });
    expect(read).toMatchObject({
      format: 'availabilities',
      findings: [],
      rows: [
        { who: 'Direction de l’école Pasteur', half: 'am', from: '2026-11-16', to: '2026-11-16', readOn: '2026-09-01' },
        { half: null, from: '2026-11-17', to: '2026-11-17', available: false }
      ]
    }); // prettier-ignore
  });

  it('is of a coordinator or of a function, each once', () => {
    const member = { partner: 'pmi', function: 'PMI', weight: 1, class: '' };
    const file = {
      ...noMeetings('59'),
      coordinators: [{ id: 'C1', commune: '59014' }],
      members: [
        { team: 'A', ...member },
        { team: 'B', ...member }
      ]
    };
    expect(diaryOwners(file)).toEqual([
      { id: 'C1', name: 'C1', kind: 'coordinator' },
      { id: 'pmi', name: 'PMI', kind: 'partner' }
    ]);
  });
});
