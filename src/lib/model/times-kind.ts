// Kinds of travel times: roads, straight lines between towns (schematic), a timetable, or a straight-line estimate.
export type TimesKind = 'roads' | 'schematic' | 'timetable' | 'straight';
