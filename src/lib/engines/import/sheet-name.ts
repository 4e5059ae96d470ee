// A sheet of a workbook has a name of its own among files: « listes.xlsx#Écoles ».

const OF_SHEET = /^(.+\.(?:xlsx|xlsm|xltx|xls|ods|ots|grist|gpkg))#(.+)$/i;

/** The name of a sheet of a workbook. */
export const sheetFileName = (workbook: string, sheet: string): string => `${workbook}#${sheet}`;

/** The workbook that a name is of, and its sheet; null where the name is of a whole file. */
export function sheetOfName(name: string): { workbook: string; sheet: string } | null {
  const [, workbook, sheet] = OF_SHEET.exec(name) ?? [];
  return workbook === undefined || sheet === undefined ? null : { workbook, sheet };
}
