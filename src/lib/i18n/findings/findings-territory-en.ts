// The words of findings-territory.ts in English.
import { quotedEn as quoted, type FindingLexicon } from './finding-words.ts';

const KINDS: Readonly<Record<string, string>> = {
  maternelle: 'nursery',
  elementaire: 'elementary',
  primaire: 'primary'
};

export const TERRITORY_FINDINGS_EN: FindingLexicon = {
  'unknown-siren': {
    title: 'unknown EPCI',
    what: ({ found }) => `no EPCI bears the SIREN${quoted(found)}`,
    fix: 'Check its 9 digits on the record of your grouping of communes.'
  },
  'no-commune-of-epci': {
    title: 'no commune of the EPCI',
    what: ({ expected }) => `this file draws none of the ${expected ?? ''} communes of the EPCI`,
    fix: 'Give the file of the communes of your département.'
  },
  'no-school': {
    title: 'no school',
    what: () => 'no school of the files is in the EPCI',
    fix: 'Check that the lists cover your département.'
  },
  'commune-without-outline': {
    title: 'commune without an outline',
    what: ({ found }) => `commune${quoted(found)} of the EPCI is not drawn in this file; it is left out`,
    fix: 'Add its outline, or give a file that covers the whole EPCI.'
  },
  'unknown-commune': {
    title: 'unknown commune',
    what: ({ found }) => `INSEE knows no commune${quoted(found)}`,
    fix: 'Correct the code or the name of the commune.'
  },
  'commune-not-of-epci': {
    title: 'commune outside the EPCI',
    what: ({ found }) => `commune${quoted(found)} is not of the EPCI`,
    fix: 'Correct the INSEE code, or take the row out.'
  },
  'unknown-meeting-team': {
    title: 'member of an unknown team',
    what: ({ found }) =>
      `no team of the territory is called${found ? quoted(found) : ' so'}; the row is left out`,
    fix: 'Write the number of the team as in the list of teams.'
  },
  'unknown-partner': {
    title: 'absence of somebody unknown',
    what: ({ found }) =>
      `neither member of a team nor coordination:${found ? quoted(found) : ' this cell'}; the row is left out`,
    fix: 'Write the function as in the list of members, the name of the post as in the list of posts, or "Service".'
  },
  'closing-without-dates': {
    title: 'closing of the service without dates',
    what: () =>
      'a closing of the service is given by two dates, without a day of the week; the row is left out',
    fix: 'Fill in "du" and "au".'
  },
  'meetings-internal-only': {
    title: 'lists of meetings, absent from a public site',
    what: ({ found = '' }) =>
      `members, availability and rooms (${found}) are read for an internal site only: a public site holds nothing of them`
  },
  'implausible-date': {
    title: 'implausible date',
    what: ({ found, severity }) =>
      `this date is too old or too far ahead:${quoted(found)}; ${severity === 'dropped' ? 'the row is left out' : 'it is taken as unknown'}`,
    fix: 'Correct the year.'
  },
  'unknown-team': {
    title: 'unknown team',
    what: ({ found }) => `team${quoted(found)} is not in the list of teams`,
    fix: 'Correct its identifier, or add it to the list.'
  },
  'posts-counted-only': {
    title: 'posts counted, never published',
    what: ({ found }) =>
      `${found ?? ''} posts read: the site publishes how many they are, never their list nor their bases`,
    fix: 'For the Sectors and Travel pages, choose an internal site.'
  },
  'post-not-numbered': {
    title: 'post without a number',
    what: ({ expected }) => `this post has no number; it is shown under the name “${expected ?? ''}”`,
    fix: 'Give each post a number (“Référent 1”), never a person’s name.'
  },
  'unknown-post': {
    title: 'unknown post',
    what: () => 'the post of this school is not a caseworker in the list of posts; it is given to nobody',
    fix: 'Write the caseworker as in the list of posts.'
  },
  'basemap-elsewhere': {
    title: 'basemap of another place',
    what: ({ found }) =>
      `none of the ${found ?? ''} shapes of this basemap is in the territory, or is a line or an area`,
    fix: 'Give the roads and the water of your territory, in degrees.'
  },
  'basemap-not-drawn': {
    title: 'base map without water or roads',
    what: ({ found }) => `this base map only holds surfaces that are not water (${found ?? ''})`,
    fix: 'Give the roads and water of your territory; outlines of communes go to “communes”.'
  },
  'basemap-surfaces': {
    title: 'surfaces of the base map that are not water',
    what: ({ found }) =>
      `${found ?? ''} surfaces of this base map are not said to be water; they are not drawn`,
    fix: 'Keep the surfaces of water (“natural=water”), or remove the others.'
  },
  'no-qpv-of-epci': {
    title: 'no QPV of the file in the EPCI',
    what: ({ found }) => `none of the ${found ?? ''} neighbourhoods of this file is in the EPCI`,
    fix: 'Check that it is the file of your territory; if the EPCI has no priority neighbourhood, remove it.'
  },
  'cite-outside-epci': {
    title: 'Cités éducatives outside the EPCI, left aside',
    what: ({ found }) => `Cités éducatives outside the EPCI, left aside: ${found ?? ''}`,
    counted: true
  },
  'intervention-assumed': {
    title: 'communes of intervention assumed',
    what: () => 'nothing says where the service works; every commune is taken',
    fix: 'Name them under the key “intervention” of the configuration.'
  },
  'graph-other-mode': {
    title: 'graph of another mode',
    what: ({ found, expected }) =>
      `this graph is made for the mode ${found ?? ''}, expected ${expected ?? ''}`,
    fix: 'Drop the OpenStreetMap extract: it gives the three modes, car, bicycle and walking.'
  },
  'graph-elsewhere': {
    title: 'graph of another place',
    what: ({ found, expected }) =>
      `only ${found ?? ''} of ${expected ?? ''} town hall(s) have a road of this graph within 2 km`,
    fix: 'Give an OpenStreetMap extract that covers the whole territory.'
  },
  'graph-partial': {
    title: 'graph that does not cover everything',
    what: ({ found, expected }) =>
      `${found ?? ''} town halls of ${expected ?? ''} have a road of this graph within 2 km; the others have no times`,
    fix: 'Give an OpenStreetMap extract that covers the whole territory.'
  },
  'pathways-not-of-safe': {
    title: 'counts that do not come from the protection',
    what: () => 'this file is not the one that the protection of counts writes',
    fix: 'Drop the case file: its counts are protected again.'
  },
  'pathways-without-kinds': {
    title: 'counts protected without the list of schools',
    what: () =>
      'this file gives totals by school, but it was protected without the kinds of schools, which everyone knows: these totals could give small counts away',
    fix: 'Protect the case file again, with the list of schools.'
  },
  'pathways-threshold': {
    title: 'counts protected below the threshold',
    what: ({ found, expected }) =>
      `protected at threshold ${found ?? ''}, expected ${expected ?? ''} or more`,
    fix: 'Drop the case file: its counts are protected again, at the threshold of this site.'
  },
  'bad-logo': {
    title: 'logo refused',
    what: ({ found }) => `this picture cannot serve as a logo: ${found ?? ''}`,
    fix: 'Give a plain SVG or a PNG, of less than 200 kB.'
  },
  'merged-commune': {
    title: 'merged commune',
    what: ({ found, expected }) =>
      `${found ?? 'this commune'} is now part of commune ${expected ?? ''}; it is counted there`
  },
  'crossing-edges': {
    title: 'outline that crosses itself',
    what: ({ found }) => `the outline of${quoted(found)} crosses itself; its areas are approximate`,
    fix: 'Repair this geometry in mapping software.'
  },
  'intervention-outside-epci': {
    title: 'commune of intervention outside the EPCI',
    what: ({ found }) => `commune of intervention${quoted(found)} is not a drawn commune of the EPCI`,
    fix: 'Correct the key “intervention” of the configuration.'
  },
  'unknown-commune-name': {
    title: 'unknown name of a commune',
    what: ({ found }) => `no commune of the EPCI is called${quoted(found)}`,
    fix: 'The perimeter alone says which communes this neighbourhood is in.'
  },
  'qpv-commune-disagrees': {
    title: 'QPV whose perimeter and communes do not agree',
    what: ({ found, expected }) =>
      `the perimeter touches ${found ?? ''}, the file announces ${expected ?? ''}; the list of the file is kept`,
    fix: 'A simplified outline of a commune may be why.'
  },
  'commune-outside-epci': {
    title: 'communes outside the EPCI, left out',
    what: ({ found }) => `communes outside the EPCI, left out: ${found ?? ''}`,
    counted: true
  },
  'qpv-outside-epci': {
    title: 'QPV outside the EPCI, left out',
    what: ({ found }) => `neighbourhoods outside the EPCI, left out: ${found ?? ''}`,
    counted: true
  },
  'school-gone': {
    title: 'schools of the starting data that the annuaire no longer has, left out',
    what: ({ found }) =>
      `schools of the starting data that the annuaire no longer has, left out: ${found ?? ''}`,
    counted: true
  },
  'school-outside-epci': {
    title: 'rows of schools outside the EPCI, left out',
    what: ({ found }) => `rows of schools outside the EPCI, left out: ${found ?? ''}`,
    counted: true
  },
  'position-of-no-school': {
    title: 'positions of schools outside the territory, left out',
    what: ({ found }) => `positions of schools outside the territory, left out: ${found ?? ''}`,
    counted: true
  },
  'list-of-year-replaced': {
    title: 'list of a year already known, replaced',
    what: ({ found }) => `this list replaces that of the year ${found ?? ''}`,
    fix: 'If it is of another year, write that year in the name of the file (“actions 2025-2026.csv”).'
  },
  'schools-left': {
    title: 'schools followed no more, kept in the past',
    what: ({ found }) => `schools followed no more, kept in the years that went by: ${found ?? ''}`
  },
  'same-identifiers': {
    title: 'same identifiers as in another file',
    what: ({ found, expected }) =>
      `this file repeats ${found ?? ''} identifiers of${quoted(expected)}; each is counted once, as this file has it`,
    fix: 'Take the former file out if it is replaced; else say that both count (key “both” of a configuration).'
  },
  'rows-superseded': {
    title: 'rows repeated by another file, left out',
    what: ({ found }) => `rows repeated by another file, left out: ${found ?? ''}`,
    counted: true
  },
  'older-years': {
    title: 'rows of older years, not taken',
    what: ({ found }) => `rows of older years, not taken: ${found ?? ''}`,
    counted: true
  },
  'school-in-undrawn-commune': {
    title: 'school of a commune without an outline',
    what: ({ found }) => `school${quoted(found)} is in a commune of the EPCI that the file does not draw`,
    fix: 'Add the outline of this commune.'
  },
  'school-without-position': {
    title: 'school without a position: counted in its commune, at its town hall for journeys and sectors',
    what: ({ found }) => `no file places school${quoted(found)}; it is counted in its commune`
  },
  'position-outside-commune': {
    title: 'position outside the commune announced',
    what: ({ found = '', expected = '' }) => {
      const [uai = '', commune = 'no commune of the EPCI'] = found.split(' ');
      return `school “${uai}” is placed in ${commune}, its list announces ${expected}`;
    },
    fix: 'Check the coordinates of this school.'
  },
  'rep-only': {
    title: 'school known by the list of REP alone: neither pupils nor IPS',
    what: ({ found }) =>
      `school${quoted(found)} is in the list of REP alone; its pupils and its IPS are unknown`
  },
  'kind-assumed': {
    title: 'kind of school assumed',
    what: ({ found, expected }) =>
      `the name${quoted(found)} does not say the kind; ${KINDS[expected ?? ''] ?? expected ?? ''} school assumed`
  },
  'commune-disagrees': {
    title: 'two files disagree on the commune',
    what: ({ found, expected }) =>
      `this list writes${quoted(found)}, another gives ${expected ?? ''}; the first read is kept`,
    fix: 'Check the address of the school.'
  },
  'sources-disagree': {
    title: 'two files disagree on a school',
    what: ({ found, expected }) =>
      `school${quoted(found)} has other values in ${expected ?? 'a file read before'}; those are kept`,
    fix: 'Take out the less recent file.'
  }
};
