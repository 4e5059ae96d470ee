// Reads the files that a configuration names, each by its importer, and keeps the remarks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusableInput, type Finding, type Imported } from '../../src/lib/model/findings.ts';
import { importCommunes, type CommuneOutline } from '../../src/lib/import/communes.ts';
import { importPositions, type SchoolPosition } from '../../src/lib/import/geolocalisation.ts';
import { importIps, type IpsSchool } from '../../src/lib/import/ips.ts';
import { importQpvs, type QpvPerimeter } from '../../src/lib/import/qpv.ts';
import { importRep, type RepSchool } from '../../src/lib/import/rep.ts';
import type { SourceFile } from '../../src/lib/import/source-file.ts';
import type { Config } from './config.ts';

/** A row and the file that it comes from. */
export type From<Row> = Row & { file: string };

export interface SourceCount {
  file: string;
  read: number;
}

export interface Sources {
  communes: From<CommuneOutline>[];
  qpvs: From<QpvPerimeter>[];
  ips: From<IpsSchool>[];
  rep: From<RepSchool>[];
  positions: From<SchoolPosition>[];
  counts: SourceCount[];
  findings: Finding[];
}

async function open(folder: string, name: string): Promise<SourceFile> {
  try {
    return { name, bytes: await readFile(join(folder, name)) };
  } catch (cause) {
    const found = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const code = found === 'ENOENT' ? 'missing-file' : 'unreadable-file';
    throw new UnusableInput({ code, severity: 'dropped', file: name, found: folder }, { cause });
  }
}

/**
 * Reads every file, in the order of the configuration.
 * @throws UnusableInput at the first file that is missing or of no use
 */
export async function readSources(config: Config, folder: string): Promise<Sources> {
  const counts: SourceCount[] = [];
  const findings: Finding[] = [];
  async function rowsOf<Row extends object>(
    files: readonly string[],
    read: (source: SourceFile) => Imported<Row>
  ): Promise<From<Row>[]> {
    const all: From<Row>[] = [];
    for (const file of files) {
      const imported = read(await open(folder, file));
      counts.push({ file, read: imported.read });
      for (const finding of imported.findings) findings.push(finding);
      for (const row of imported.rows) all.push({ ...row, file });
    }
    return all;
  }
  return {
    communes: await rowsOf([config.communes.file], importCommunes),
    qpvs: await rowsOf(config.qpvs, importQpvs),
    ips: await rowsOf(
      config.schools.map(({ ips }) => ips),
      importIps
    ),
    rep: await rowsOf(config.rep, importRep),
    positions: await rowsOf(config.positions, importPositions),
    counts,
    findings
  };
}
