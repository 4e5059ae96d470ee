// What travel times rest on: roads, straight lines between towns, a timetable, or no way at all but the crow's.
export type TimesKind = 'roads' | 'schematic' | 'timetable' | 'straight';
