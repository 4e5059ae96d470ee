// What the page gets of a worker: its answers, its refusals with their rows, and an end at any time.
import { describe, expect, it } from 'vitest';
import { UnusableInput, type Finding } from '../../../src/lib/model/findings.ts';
import { caseSummary } from '../../../src/lib/workers/disclosure/case-summary.ts';
import { importClient } from '../../../src/lib/workers/territory-clients.ts';
import { doubtfulList } from '../../../src/lib/workers/import/doubtful-list.ts';
import { DisclosureClient } from '../../../src/lib/workers/disclosure/client.ts';
import { workerOf } from '../../fixtures/fake-worker.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';
import { toResult, fromResult, WorkerFailure } from '../../../src/lib/workers/worker-call.ts';

const finding: Finding = { code: 'no-usable-row', severity: 'dropped', file: 'cas.csv' };
const places = {
  communes: [],
  qpvs: [],
  schools: [],
  epci: '000000000',
  names: { communes: [], qpvs: [], schools: [] }
};

const overTheWire = async (work: () => unknown) => fromResult(structuredClone(await toResult(work)));

describe('an answer between threads', () => {
  it('keeps a value as it is', async () => {
    expect(await overTheWire(() => ({ kept: 3 }))).toEqual({ kept: 3 });
  });

  it('keeps why a file is refused, and the remarks row by row', async () => {
    const findings: Finding[] = [{ code: 'bad-visits', severity: 'dropped', row: 2 }];
    const refused = overTheWire(() => {
      throw new UnusableInput(finding, { findings });
    });
    await expect(refused).rejects.toBeInstanceOf(UnusableInput);
    await expect(refused).rejects.toMatchObject({ finding, findings });
  });
});

describe('the client of the import worker', () => {
  it('stops: what was asked is given up, and the worker ends', async () => {
    let ended = 0;
    const client = importClient(() =>
      workerOf({ inspect: () => new Promise(() => undefined) }, () => ended++)
    );
    const asked = client.inspect(new File(['a'], 'a.csv'), 'a.csv', {});
    client.stop();
    await expect(asked).rejects.toBeInstanceOf(Stopped);
    expect(ended).toBeGreaterThan(0);
  });
});

describe('the list of rows in doubt', () => {
  it('holds those of a file where nearly all rows are, whatever their number', async () => {
    const many = 150_000;
    const text = `categorie;commune;nombre\n${'CCAS;59014;x\n'.repeat(many)}`;
    const findings = Array.from({ length: many }, (_, at): Finding => {
      return { code: 'bad-count', severity: 'dropped', file: 'p.csv', row: at + 2, column: 'nombre' };
    });
    const file = { name: 'p.csv', content: new Blob([text]), findings };
    expect(await doubtfulList([file, { ...file, findings: [] }], {})).toHaveLength(many);
  });
});

describe('a worker whose answer cannot be read', () => {
  it('fails what was asked, rather than leave it waiting', async () => {
    const worker = workerOf({ inspect: () => new Promise(() => undefined) });
    const asked = importClient(() => worker).inspect(new File(['a'], 'a.csv'), 'a.csv', {});
    worker.dispatchEvent(new Event('messageerror'));
    await expect(asked).rejects.toBeInstanceOf(WorkerFailure);
  });
});

describe('the client of the protection worker', () => {
  const file = new File(['case_id'], 'cas.csv');

  it('refuses a file of 200 MB before a byte is read or a worker started', async () => {
    const heavy = Object.defineProperty(new File([], 'lourd.csv'), 'size', { value: 200 * 1024 * 1024 });
    const client = new DisclosureClient(
      () => places,
      () => {
        throw new Error('started');
      }
    );
    await expect(client.read(heavy)).rejects.toMatchObject({ finding: { code: 'file-too-large' } });
  });

  it('stops a search that does not answer, and reads the file again for the next one', async () => {
    let reads = 0;
    let ended = 0;
    const api = {
      read: () => toResult(() => ++reads),
      protect: () => new Promise(() => undefined)
    };
    const client = new DisclosureClient(
      () => places,
      () => workerOf(api, () => ended++)
    );
    await client.read(file);
    const search = client.protect({ k: 11, seconds: 1 }, () => undefined);
    const stopped = expect(search).rejects.toBeInstanceOf(Stopped);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.stop();
    await stopped;
    expect(ended).toBe(1);
    void client.protect({ k: 11, seconds: 1 }, () => undefined).catch(() => undefined);
    await expect.poll(() => reads).toBe(2);
    client.forget();
    expect(ended).toBe(2);
  });

  it('has nothing left to protect once it has forgotten', async () => {
    const client = new DisclosureClient(
      () => places,
      () => workerOf({ read: () => toResult(() => null) })
    );
    await client.read(file);
    client.forget();
    await expect(client.protect({ k: 11, seconds: 1 }, () => undefined)).rejects.toThrow('no file');
  });

  it('says so when the worker meets something unforeseen', async () => {
    const failure = { kind: 'failed', message: 'out of memory' };
    const client = new DisclosureClient(
      () => places,
      () => workerOf({ read: () => failure })
    );
    await expect(client.read(file)).rejects.toBeInstanceOf(WorkerFailure);
  });
});

describe('the summary of a case file', () => {
  it('counts children by year, families, schools and neighbourhoods, and holds no row', () => {
    const row = (case_id: string, school_year: '2024-2025' | '2025-2026', qpv: string | null) => ({
      ...{ case_id, school_year, qpv, uai: '0590271Z', commune: '59606', family_id: 'F1', visits: 2 },
      ...{ level: 'elementaire' as const, theme: 'sante' as const }
    });
    const rows = [row('CANARI', '2025-2026', null), row('CANARI', '2024-2025', 'QN05930M')];
    const summary = caseSummary({ rows, read: 3, findings: [] });
    expect(summary).toMatchObject({ read: 3, kept: 2, schools: 1, qpvs: 1, families: 1 });
    expect(summary.years).toEqual([
      { year: '2024-2025', children: 1 },
      { year: '2025-2026', children: 1 }
    ]);
    expect(JSON.stringify(summary)).not.toContain('CANARI');
  });
});
