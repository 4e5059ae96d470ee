// What the values of a column look like: UAI, INSEE codes, school years, degrees... to tell which column of ours a header is.
import type { FormatId } from '../../../model/source-files.ts';
import {
  isOutsideQpv,
  readMonth,
  readReach,
  readSchoolYear,
  readServiceYear
} from '../formats/service-words.ts';
import {
  kindOfName,
  readCount,
  readDepartement,
  readEuros,
  readInsee,
  readNumber,
  readPosition,
  readQpv,
  readShare,
  readUai
} from '../formats/values.ts';
import { foldPlace } from '../../../model/names.ts';
import { formulaFault } from '../readers/formula.ts';
import { codedColumns } from './coded-columns.ts';

export interface ValueLook {
  fits: (text: string) => boolean;
  /** How much values that fit tell of the column, 0 to 1: any number may be a count, only a UAI is a UAI. */
  tells: number;
  /** Values that do not fit speak against the column; else they may be written in the service's own words. */
  strict: boolean;
}

const within = (least: number, most: number) => (text: string) => {
  const number = readNumber(text);
  return number !== undefined && number >= least && number <= most;
};
const look = (fits: ValueLook['fits'], tells: number, strict = true): ValueLook => ({ fits, tells, strict });

const UAI = look((text) => readUai(text) !== null, 0.95);
const isInsee = (text: string) => /^(?:\d{4,5}|2[AB]\d{3})$/i.test(text) && readInsee(text) !== null;
const PLACE = look(isInsee, 0.7, false);
const YEAR = look((text) => readServiceYear(text) !== null, 0.85);
const COUNT = look((text) => readCount(text) !== undefined, 0.1);
const MONEY = look((text) => readEuros(text) !== undefined, 0.15);
const POST = look((text) => /\p{L}/u.test(text), 0.05, false);
const TEXT = look((text) => /\p{L}{2}/u.test(text), 0.05);
const QPV = look((text) => readQpv(text) !== null || (text !== '' && isOutsideQpv(text)), 0.85, false);
const ANY = look(() => true, 0.05, false);

/** By our own name of a column, whatever the format. */
const LOOKS: Readonly<Record<string, ValueLook>> = {
  uai: UAI,
  head: UAI,
  commune: PLACE,
  communeCodes: look(isInsee, 0.7),
  communeNames: TEXT,
  communes: look((text) => readReach(text).communes.some((code) => readInsee(code) !== null), 0.5, false),
  name: TEXT,
  title: TEXT,
  base: TEXT,
  category: TEXT,
  coordinator: POST,
  team: ANY,
  post: POST,
  qpv: QPV,
  year: YEAR,
  school_year: YEAR,
  since: look((text) => readSchoolYear(text) !== null, 0.5),
  requested: look((text) => readMonth(text) !== null, 0.5),
  kind: look((text) => kindOfName(text) !== null, 0.7),
  lat: look(within(-22, 52), 0.3),
  lon: look(within(-64, 56), 0.3),
  position: look((text) => readPosition(text) !== null, 0.9),
  fte: look((text) => {
    const share = readShare(text);
    return share !== undefined && share <= 1;
  }, 0.4),
  ips: look(within(40, 200), 0.5),
  departement: look((text) => readDepartement(text) !== null, 0.3),
  rep: look((text) => /^rep ?\+?$/i.test(text) || /^(?:0|1|oui|non|ep|hors.*)$/i.test(text), 0.5),
  pupils: COUNT,
  meetings: COUNT,
  professionals: COUNT,
  count: COUNT,
  visits: look((text) => /^\d{1,4}$/.test(text), 0.1),
  cost: MONEY,
  minutes: COUNT,
  kilometres: COUNT
};

/** What the values of a column of ours should look like. */
export function lookOf(id: FormatId, column: string): ValueLook {
  const coded = codedColumns(id)[column];
  if (coded) return look((text) => coded.read(text) !== null, 0.85, false);
  if (column === 'code') return id === 'qpv' ? QPV : look(isInsee, 0.5);
  if (column.startsWith('paid-')) return MONEY;
  return Object.hasOwn(LOOKS, column) ? LOOKS[column]! : ANY;
}

/** A column of a file as its values show it. */
export interface ColumnValues {
  header: string;
  /** Distinct values with their number of rows, in order of appearance; empty cells apart. */
  counts: ReadonlyMap<string, number>;
  /** Cells that are not empty. */
  filled: number;
}

/** Share of the filled cells that fit a look; null without any. */
export function fitOf({ counts, filled }: ColumnValues, { fits }: ValueLook): number | null {
  if (filled === 0) return null;
  let fitting = 0;
  for (const [value, rows] of counts) if (fits(value)) fitting += rows;
  return fitting / filled;
}

const MONEY_HEADER =
  /€|\b(?:euros?|montants?|couts?|financements?|financeurs?|subventions?|budgets?|depenses?|recettes?|participations?|dotations?|fonds|part)\b/;
const MONEY_SIGN = /€|\b(?:euros?|eur)\b|\dk$/i;
/** An amount in a column whose header does not name money. */
const LEAST_AMOUNT = 100;
const DATE_MARK = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
/** Share of the values from which a column holds amounts, or dates. */
const MOSTLY = 0.8;

/** Whether a column of a list holds amounts of money or dates, by its values and its header; among action sheets, by its values alone. */
export function contentOf({ header, counts, filled }: ColumnValues, id: FormatId): 'euros' | 'dates' | null {
  const share = (fits: (text: string) => boolean) => {
    let fitting = 0;
    for (const [value, rows] of counts) if (fits(value)) fitting += rows;
    return filled === 0 ? 0 : fitting / filled;
  };
  if (share((text) => (DATE_MARK.test(text) || /\p{L}{3}/u.test(text)) && readMonth(text) !== null) >= MOSTLY)
    return 'dates';
  if (share((text) => readEuros(text) !== undefined) < MOSTLY) return null;
  const isNamed = MONEY_HEADER.test(foldPlace(header)) || header.includes('€');
  const isSigned = [...counts.keys()].some((text) => MONEY_SIGN.test(text));
  const isLarge =
    share((text) => {
      const euros = readEuros(text) ?? 0;
      return euros >= LEAST_AMOUNT && !/^(?:19|20)\d\d$/.test(text);
    }) >= MOSTLY;
  return isSigned || ((isNamed || id === 'actions') && isLarge) ? 'euros' : null;
}

/** Distinct values kept of a column: beyond, it holds no code. */
const MOST_DISTINCT = 20_000;

/** The columns of a table by their values. */
export function valuesOf(
  header: readonly string[],
  records: readonly { cells: readonly string[] }[]
): ColumnValues[] {
  return header.map((name, at) => {
    const counts = new Map<string, number>();
    let filled = 0;
    for (const { cells } of records) {
      const text = cells[at]?.trim() ?? '';
      if (text === '' || formulaFault(text) !== null) continue;
      filled += 1;
      const known = counts.get(text);
      if (known !== undefined || counts.size < MOST_DISTINCT) counts.set(text, (known ?? 0) + 1);
    }
    return { header: name, counts, filled };
  });
}
