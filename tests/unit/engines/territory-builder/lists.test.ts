// The annuaire, the counts of pupils and the service's own lists, joined to places: what they add, and what is said of the rest.
import { valueWord } from '../../../../src/lib/model/findings.ts';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatNamed, importSync } from '../../../../src/lib/engines/import/index.ts';
import { schoolDisagreements } from '../../../../src/lib/engines/territory-builder/join/disagreements.ts';
import type { FormatId } from '../../../../src/lib/model/source-files.ts';
import { changeLines, changesBetween } from '../../../../scripts/territory/changes.ts';
import type { CommuneFacts } from '../../../../src/lib/engines/territory-builder/places/communes.ts';
import type { PlaceReference } from '../../../../src/lib/engines/territory-builder/places/reference.ts';
import { withExamples } from '../../../../src/lib/engines/territory-builder/join/examples.ts';
import { plausibleDates } from '../../../../src/lib/engines/territory-builder/join/plausible-dates.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { SchoolJoin } from '../../../../src/lib/engines/territory-builder/join/schools.ts';
import { joinService } from '../../../../src/lib/engines/territory-builder/join/service-lists.ts';
import {
  checkLogo,
  noSources,
  type SourceName,
  type Sources
} from '../../../../src/lib/engines/territory-builder/sources/sources.ts';
import { IPS_HEADER, refusalOf, REP_HEADER, textFile, UAIS } from '../../../fixtures/import/files.ts';
import { ANNUAIRE_2023 } from '../../../fixtures/import/samples.ts';

const [A, B, C, D] = UAIS;
const REFERENCE: PlaceReference = {
  epci: () => null,
  currentCode: (code) => (code.startsWith('59') ? code : null),
  codeByName: (departement, name) => (departement === '59' && name === 'AUBE' ? '59001' : null),
  departementOf: (code) => code.slice(0, 2)
};

function read<Name extends SourceName>(name: Name, format: FormatId, ...lines: string[]): Sources[Name] {
  const file = `${name}.csv`;
  const { rows } = importSync(textFile(file, lines.join('\n')), formatNamed(format).importer);
  return rows.map((row: object) => ({ ...row, file })) as unknown as Sources[Name];
}

const place = (uai: string, type: string, flags: string, rep = '') =>
  `${uai};École ${uai};${type};Public;59300;59001;Aube;${flags};${rep};80;;;;50.05;3.05;Parfaite;OUVERT`;
const annuaire = read(
  'annuaire',
  'annuaire',
  ANNUAIRE_2023,
  place(A, 'Ecole', '1;0'),
  place(B, 'Collège', ';', 'REP')
);
const ips = read('ips', 'ips', IPS_HEADER, `2022-2023;L;059;N;${A};ECOLE;59001;AUBE;public;100;92,5`);
const effectifs = read(
  'effectifs',
  'effectifs',
  "Rentrée scolaire;Commune;Numéro de l'école;Dénomination principale;Secteur;REP;REP +;Nombre total d'élèves",
  `2024;AUBE;${A};ECOLE MATERNELLE;PUBLIC;0;0;110`,
  `2023;AUBE;${A};ECOLE MATERNELLE;PUBLIC;0;0;105`,
  `2024;AUBE;${C};ECOLE PRIMAIRE;PRIVE;0;0;60`,
  `2024;LYON;0690001B;ECOLE PRIMAIRE;PRIVE;0;0;60`
);
const rep = read('rep', 'rep', REP_HEADER, `L;59;NORD;AUBE;${B};${B};X;COLLEGE;REP+;;`);

describe('lists of schools', () => {
  const join = new SchoolJoin(['59001'], ['59001'], REFERENCE);
  join.addAnnuaire(annuaire);
  join.addIps(ips);
  join.addEffectifs(effectifs);
  join.addRep(rep);
  join.placeByAnnuaire(annuaire);
  const schools = join.finish();

  it('make one school of what each of them knows', () => {
    expect(schools).toMatchObject([
      { uai: A, kind: 'maternelle', pupils: 110, ips: 92.5, lon: 3.05, position_quality: 'official' },
      { uai: B, kind: 'college', status: 'linked', rep: 'REP+', network: B },
      { uai: C, kind: 'primaire', sector: 'prive', pupils: 60, commune: '59001', lon: null }
    ]);
    expect(schools[0]!.source).toBe('annuaire+ips-2022-2023+effectifs-2024-2025');
  });

  it('say what differs, what is older and what is elsewhere', () => {
    const codes = join.findings.map(({ code, found }) => [code, found]);
    expect(codes).toEqual([
      ['older-years', '1'],
      ['files-disagree', `${B} REP+`],
      ['school-without-position', C],
      ['school-outside-epci', '1']
    ]);
  });
});

describe('the service’s groups of schools', () => {
  const commune = { code: '59001', name: 'Aube' } as CommuneFacts;
  const school = (uai: string, name: string) =>
    ({ uai, name, kind: 'primaire', commune: '59001', group: null }) as never;

  it('are given by the UAI or by the name, one group for each name whatever its spelling', () => {
    const schools = [school(A, 'École Pasteur'), school(B, 'École Jaurès'), school(C, 'École Zola')];
    const groups = read(
      'groups',
      'school-groups',
      'UAI;École;Secteur',
      `${A};;Pont de Pierre`,
      ';ecole Jaurès;PONT DE PIERRE',
      `${D};;Épinette`,
      ';École Inconnue;Épinette'
    );
    const { findings } = joinService({ ...noSources(), groups }, { communes: [commune], qpvs: [], schools });
    expect(schools).toMatchObject([
      { group: 'Pont de Pierre' },
      { group: 'Pont de Pierre' },
      { group: null }
    ]);
    expect(findings).toMatchObject([
      { code: 'understood', row: 3, found: 'ecole Jaurès', expected: B },
      { code: 'unknown-school', severity: 'dropped', row: 4, found: D },
      { code: 'unknown-school', severity: 'dropped', row: 5, found: 'École Inconnue' }
    ]);
  });
});

describe('the service’s lists', () => {
  const commune = { code: '59001', name: 'Aube' } as CommuneFacts;
  const schools = () => [{ uai: A, status: 'outside', team: null } as never];
  const sources = {
    ...noSources(),
    followed: read(
      'followed',
      'followed-schools',
      'uai;statut;suivie_depuis;equipe',
      `${A};suivie;2024;EPS-1`,
      `${D};suivie;2024;EPS-1`
    ),
    teams: read(
      'teams',
      'teams',
      'equipe;qpv;commune;reunions;professionnels',
      'EPS-1;QN05999M;59001;4;8',
      'EPS-2;;59999;1;1'
    ),
    actions: read('actions', 'actions', 'fiche;titre;niveau;cout;communes', 'F1;T;communal;100;59001 59999'),
    staff: read('staff', 'staff', 'poste;role;etp;base;commune_base', 'R1;référent;1;Mairie;59001'),
    partners: read('partners', 'partners', 'categorie;commune;nombre', 'CCAS;59001;2')
  };
  const marked = schools();
  const { rows, findings } = joinService(sources, { communes: [commune], qpvs: [], schools: marked });

  it('mark the schools, and fill the tables of what may be published', () => {
    expect(marked).toMatchObject([{ status: 'followed', followed_since: '2024-2025', team: 'EPS-1' }]);
    expect(rows.teams).toMatchObject([{ id: 'EPS-1', qpv: null, quality: 'official' }]);
    expect(rows.actions).toMatchObject([{ id: 'F1', communes: ['59001'] }]);
    expect(rows.partners).toEqual([{ category: 'CCAS', commune: '59001', count: 2, quality: 'official' }]);
  });

  it('never publish posts: their number only', () => {
    expect(rows.posts).toEqual({ referents: 1, coordinators: 0 });
    expect(rows).not.toHaveProperty('staff');
  });

  it('explain each row that fits nowhere', () => {
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'commune-not-of-epci',
      'commune-not-of-epci',
      'posts-counted-only',
      'unknown-qpv',
      'unknown-school'
    ]);
  });
});

describe('lists that name places instead of coding them', () => {
  const communes = [
    { code: '59001', name: 'Aube' },
    { code: '59002', name: 'Bise' }
  ] as CommuneFacts[];
  const qpvs = [{ code: 'QN05901M', name: 'Le Port', communes: ['59001'] }] as never;
  const marked = [
    { uai: A, name: 'École Pasteur', kind: 'primaire', commune: '59001', status: 'outside' } as never
  ];
  const { rows, findings } = joinService(
    {
      ...noSources(),
      followed: read('followed', 'followed-schools', 'ecole;commune;statut', 'Pasteur;Aube;suivie'),
      teams: read('teams', 'teams', 'equipe;qpv;commune;reunions;professionnels', 'E1;le port;AUBE;4;8'),
      actions: read(
        'actions',
        'actions',
        'fiche;titre;niveau;cout;communes',
        'F1;T;communal;100;"Aube, Bise"',
        'F2;T;communal;100;Maubeuge',
        'F3;T;intercommunal;à définir;'
      ),
      partners: read('partners', 'partners', 'categorie;commune;nombre', 'CCAS;Bise;2')
    },
    { communes, qpvs, schools: marked }
  );

  it('are joined to them, and say what was understood', () => {
    expect(marked).toMatchObject([{ status: 'followed' }]);
    expect(rows.teams).toMatchObject([{ commune: '59001', qpv: 'QN05901M' }]);
    expect(rows.partners).toMatchObject([{ commune: '59002' }]);
    expect(findings.filter(({ code }) => code === 'understood').length).toBeGreaterThan(3);
  });

  it('never stand for the whole territory where they cannot be read', () => {
    expect(rows.actions.map(({ communes: reached }) => reached)).toEqual([
      ['59001', '59002'],
      [],
      ['59001', '59002']
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'commune-not-of-epci', found: 'Maubeuge' })
    );
  });

  it('leave a cost unknown that is to be defined', () => {
    expect(rows.actions.map(({ cost_euros }) => cost_euros)).toEqual([100, 100, null]);
  });
});

describe('what a list gets wrong', () => {
  const school = { uai: C, name: 'École Pasteur', kind: 'primaire', commune: '59001', status: 'outside' };
  const commune = { code: '59001', name: 'Aube' };
  const places = { communes: [{ code: '59001', name: 'Aube' }], schools: [school as never] };
  const followed = (...rows: string[]) =>
    importSync(
      textFile('f.csv', ['uai;ecole;commune;statut', ...rows].join('\n')),
      formatNamed('followed-schools').importer
    );

  it('has for example a code of the territory, never of another', () => {
    const bad = (code: string, column?: string) => ({ code, severity: 'dropped' as const, column });
    const told = withExamples(
      [bad('bad-uai', 'uai'), bad('bad-insee', 'commune'), bad('bad-insee', 'liste_geo')],
      places
    );
    expect(told.map(({ expected }) => expected)).toEqual([C, '59001', 'Aube (59001)']);
    expect(findingSentence(told[0]!)).toContain(`(par exemple ${C})`);
    for (const { findings } of FORMATS.map(({ importer }) => {
      const header = Object.values(importer.columns).map(([first]) => first);
      return 'areas' in importer
        ? { findings: [] }
        : importSync(textFile('x.csv', `${header.join(';')}\nx\n`), importer);
    }))
      expect(JSON.stringify(findings)).not.toMatch(/0590271Z|59014|59606|59350/);
  });

  it('is a wrong UAI beside a name: the school of that name in that commune is proposed', () => {
    const { findings } = followed(`059999;Pasteur;Aube;suivie`, `;Pasteur;;suivie`);
    const told = withExamples(findings, places);
    expect(told).toMatchObject([
      { code: 'bad-uai', found: '059999', proposed: C },
      { code: 'bad-uai', expected: C }
    ]);
    expect(told[1]).not.toHaveProperty('proposed');
    expect(JSON.stringify(told)).not.toContain('about');
    expect(findingSentence(told[0]!)).toContain(`l’école de ce nom dans cette commune est ${C}`);
  });

  it('is a name of a school nearly right: the nearest is offered, none is taken; the one a person takes is followed', () => {
    const joined = (name: string) => {
      const marked = [{ ...school }] as never[];
      const followed = read('followed', 'followed-schools', 'ecole;commune;statut', `${name};Aube;suivie`);
      const qpvs: never[] = [];
      const { findings } = joinService({ ...noSources(), followed }, { communes: [commune as never], qpvs, schools: marked }); // prettier-ignore
      return { marked, told: withExamples(findings, places) };
    };
    const { marked, told } = joined('L. Pasteure');
    expect(marked).toMatchObject([{ status: 'outside' }]);
    expect(told).toMatchObject([
      { code: 'unknown-school', column: 'ecole', near: [{ value: C, name: 'École Pasteur' }] }
    ]);
    expect(JSON.stringify(told)).not.toContain('about');
    expect(joined(C).marked).toMatchObject([{ status: 'followed' }]);
  });

  it('is the UAI of a school elsewhere: the one of that name here is proposed', () => {
    const sources = {
      ...noSources(),
      followed: read('followed', 'followed-schools', 'uai;ecole;commune;statut', `${D};Pasteur;Aube;suivie`)
    };
    const { findings } = joinService(sources, {
      communes: [commune as never],
      qpvs: [],
      schools: places.schools
    });
    expect(withExamples(findings, places)).toMatchObject([
      { code: 'unknown-school', found: D, column: 'uai', proposed: C }
    ]);
  });

  it('is one place under its code and its name: it is counted once, and said', () => {
    const sources = {
      ...noSources(),
      correspondents: [
        ...read('correspondents', 'correspondents', 'commune;pourvu', 'Aube;oui', '59001;oui'),
        ...read('correspondents', 'correspondents', 'commune;pourvu', 'AUBE;non')
      ],
      partners: read('partners', 'partners', 'categorie;commune;nombre', 'CCAS;59001;2')
    };
    const { rows, findings } = joinService(sources, { communes: [commune as never], qpvs: [], schools: [] });
    expect(rows.correspondents).toEqual([{ commune: '59001', filled: true, quality: 'official' }]);
    const twice = findings.filter(({ code }) => code === 'duplicate-row');
    expect(twice).toMatchObject([
      { file: 'correspondents.csv', row: 3, expected: '2' },
      { file: 'correspondents.csv', row: 2 }
    ]);
  });

  it('is told on several lines of partners: they are added, and it is said; a list given twice counts once', () => {
    const lines = ['CCAS;59001;2', 'centre social;Aube;1', 'CCAS;Aube;3', 'CCAS;59001;2'];
    const given = read('partners', 'partners', 'categorie;commune;nombre', ...lines);
    const again = given.map((row) => ({ ...row, file: 'again.csv' }));
    const joined = (partners: typeof given) =>
      joinService({ ...noSources(), partners }, { communes: [commune as never], qpvs: [], schools: [] });
    const counts = [
      { category: 'CCAS', commune: '59001', count: 7, quality: 'official' },
      { category: 'centre social', commune: '59001', count: 1, quality: 'official' }
    ];
    const once = joined(given);
    expect(once.rows.partners).toEqual(counts);
    const added = once.findings.filter(({ code }) => code === 'rows-added');
    expect(added).toMatchObject([
      { row: 4, severity: 'doubtful', found: 'CCAS, 59001', expected: '2' },
      { row: 5, severity: 'doubtful', expected: '2' }
    ]);
    expect(joined([...given, ...again]).rows.partners).toEqual(counts);
  });

  it('is a date too far or too old: the school is kept, without it', () => {
    const sources = {
      ...noSources(),
      followed: read(
        'followed',
        'followed-schools',
        'uai;statut;suivie_depuis;demandee_depuis',
        `${A};suivie;01/09/2035;`,
        `${B};en attente;;01/09/1925`,
        `${C};suivie;2026-2027;2005-09`
      ),
      milestones: read(
        'milestones',
        'milestones',
        'date;repere',
        '09/2062;Deux écoles de plus',
        '09/2025;Deux écoles de plus'
      )
    };
    const dated = plausibleDates(sources, '2025-11');
    expect(dated.sources.followed.map((row) => [row.followed_since, row.requested_since])).toEqual([
      ...[
        [null, null],
        [null, null],
        ['2026-2027', '2005-09']
      ]
    ]);
    expect(dated.sources.milestones).toHaveLength(1);
    expect(dated.findings.map(({ severity, row, found }) => [severity, row, found])).toEqual([
      ...[
        ['doubtful', 2, '2035-2036'],
        ['doubtful', 3, '1925-09'],
        ['dropped', 2, '2062-09']
      ]
    ]);
  });
});

describe('two files that speak of one school', () => {
  it('are compared by what both say, positions by 500 m', () => {
    const findings = schoolDisagreements([
      { file: 'a.csv', rows: [{ line: 2, uai: A, commune: '59001', sector: 'public', lon: 3, lat: 50 }] },
      { file: 'b.csv', rows: [{ line: 5, uai: A, commune: '59002', lon: 3.001, lat: 50 }] },
      { file: 'c.csv', rows: [{ line: 9, uai: A, commune: '59001', sector: null, lon: 3.1, lat: 50 }] }
    ]);
    expect(findings).toMatchObject([
      { code: 'files-disagree', file: 'b.csv', row: 5, column: 'commune', expected: 'a.csv, 2 : 59001' },
      { code: 'files-disagree', file: 'c.csv', row: 9, column: 'position' }
    ]);
  });
});

describe('two builds of one territory', () => {
  const school = (uai: string, pupils: number) => ({ uai, pupils }) as never;
  const before = {
    years: ['2023-2024'],
    communes: [],
    qpvs: [{ code: 'Q1' }],
    schools: [school(A, 10), school(B, 5)]
  } as never;
  const now = {
    years: ['2024-2025'],
    communes: [],
    qpvs: [{ code: 'Q2' }],
    schools: [school(A, 12), school(C, 5)]
  } as never;

  it('are compared by code, then school by school', () => {
    expect(changesBetween(before, now)).toMatchObject({
      qpvs: { added: ['Q2'], removed: ['Q1'] },
      schools: { added: [C], removed: [B], changed: { pupils: [A] } }
    });
    expect(changeLines(changesBetween(before, now))).toContain('  effectif différent : 1 établissements');
    expect(changeLines(changesBetween(now, now))).toEqual([
      'Depuis la dernière construction : rien n’a changé.'
    ]);
  });
});

describe('a logo', () => {
  const svg = (inside: string) =>
    textFile('l.svg', `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
  it('is a small still image', () => {
    expect(() => checkLogo('l.svg', svg('<path d="M0 0"/>').bytes)).not.toThrow();
    for (const acting of [
      '<script>x</script>',
      '<image href="https://a.fr/x.png"/>',
      '<path onclick="x"/>'
    ]) {
      expect(refusalOf(() => checkLogo('l.svg', svg(acting).bytes)).code).toBe('bad-logo');
    }
    expect(refusalOf(() => checkLogo('l.png', svg('').bytes)).code).toBe('bad-logo');
    expect(refusalOf(() => checkLogo('l.svg', new Uint8Array(300_000))).found).toBe(
      valueWord('logo-size', 293)
    );
  });
});

describe('the inspector’s district of a school', () => {
  const file = (...cells: string[]) =>
    textFile(
      'annuaire.csv',
      [
        `${ANNUAIRE_2023};nom_circonscription`,
        ...cells.map((cell, at) => `${place(UAIS[at]!, 'Ecole', '1;0')};${cell}`)
      ].join('\n')
    );
  const imported = (...cells: string[]) => importSync(file(...cells), formatNamed('annuaire').importer);

  it('is read in the official directory, and kept with the school; an empty cell says nothing', () => {
    const { rows, findings } = imported('Circonscription  de Fougères', '');
    expect(findings.filter(({ code }) => code === 'bad-district')).toEqual([]);
    const join = new SchoolJoin(['59001'], ['59001'], REFERENCE);
    join.addAnnuaire(rows.map((row: object) => ({ ...row, file: 'annuaire.csv' })) as never);
    const [one, other] = join.finish();
    expect(one!.district).toBe('Circonscription de Fougères');
    expect(other).not.toHaveProperty('district');
  });

  it.each(['12', 'ien@ac-lille.fr', 'x'.repeat(121)])(
    '« %s » is told with its line and what to write; the school is kept without it',
    (cell) => {
      const { rows, findings } = imported(cell);
      expect(rows).toMatchObject([{ uai: A, district: null }]);
      const told = findings.filter(({ code }) => code === 'bad-district');
      expect(told).toMatchObject([{ severity: 'doubtful', row: 2, column: 'nom_circonscription' }]);
      expect(findingSentence(told[0]!)).toContain('Écrivez le nom de la circonscription');
    }
  );
});
