// A dropped file in the place of the territory's rows: what it knows changes, the rest stays, and the account is right.
import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { replaceRows, saysSomething } from '../../../../src/lib/engines/import/replace/replace.ts';
import type { ReplaceableRows } from '../../../../src/lib/engines/import/replace/rows.ts';
import type { School } from '../../../../src/lib/model/school.ts';

const square = (x: number, y: number, side = 1) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y]
    ]
  ]
});
const commune = (code: string, name: string, x: number) => ({
  ...{ code, name, population: 100, area_ha: 10, intervention: true, cite_educative: null },
  ...{ lon: x + 0.5, lat: 0.5, town_lon: x + 0.5, town_lat: 0.5 },
  ...{ geometry_quality: 'generalised' as const, source: 'site', outline: square(x, 0) }
});
const school = (uai: string, at: number | null, status: School['status'] = 'followed'): School => ({
  ...{ uai, name: uai, kind: 'primaire', sector: 'public', commune: '59001', qpv: null, group: null },
  ...{ network: null, rep: null, pupils: 90, pupils_quality: 'estimated', ips: null },
  ...{ lon: at, lat: at, position_quality: at === null ? null : 'approximate', status },
  ...{ followed_since: '2024-2025', requested_since: null, team: 'EPS-1', source: 'site' }
});
const rows: ReplaceableRows = {
  communes: [commune('59001', 'Abancourt', 0), commune('59002', 'Abscon', 1)],
  qpvs: [
    {
      ...{ code: 'QN05901M', name: 'Centre', communes: ['59001'], population: null, generation: 2024 },
      ...{ lon: 0.1, lat: 0.1, geometry_quality: 'approximate', source: 'site', perimeter: square(0, 0, 0.2) }
    }
  ],
  schools: [school('0590001A', 0.5), school('0590002B', null, 'waiting'), school('0590003C', null, 'linked')],
  support_teams: [],
  staff: [],
  actions: [],
  partners: [],
  correspondents: []
};
const effect = (given: ReturnType<typeof replaceRows>, table: string) =>
  given.effects.find((one) => one.table === table);

describe('a file of schools', () => {
  const position = { line: 2, uai: '0590002B', lon: 0.1, lat: 0.1, quality: 'official' as const };

  it('moves those that it names, and finds their neighbourhood again', () => {
    const elsewhere = { ...position, uai: '0620001A' };
    const given = replaceRows(rows, 'geolocalisation', [position, elsewhere], 'geo.csv');
    expect(given.rows.schools[1]).toMatchObject({ lon: 0.1, qpv: 'QN05901M', position_quality: 'official' });
    expect(given.rows.schools[0]).toEqual(rows.schools[0]);
    expect(effect(given, 'schools')).toMatchObject({
      updated: 1,
      added: 0,
      removed: 0,
      untouched: 2,
      elsewhere: 1
    });
  });

  it('that says what is known already changes nothing, and is not of elsewhere', () => {
    const known = { ...position, uai: '0590001A', lon: 0.5, lat: 0.5, quality: 'approximate' as const };
    const given = replaceRows(rows, 'geolocalisation', [known], 'geo.csv');
    expect(saysSomething(given)).toBe(false);
    expect(effect(given, 'schools')).toMatchObject({ updated: 0, same: 1, untouched: 3, elsewhere: 0 });
  });

  it('of another territory changes nothing, and says so', () => {
    const given = replaceRows(rows, 'geolocalisation', [{ ...position, uai: '0620001A' }], 'geo.csv');
    expect(saysSomething(given)).toBe(false);
    expect(given.rows.schools).toEqual(rows.schools);
  });

  it('of several years gives the last, and an unknown number changes none', () => {
    const count = { line: 2, uai: '0590001A', name: 'x', kind: null, sector: 'public', rep: null } as const;
    const names = { departementName: 'NORD', communeName: 'x' };
    const counts = [
      { ...count, ...names, year: '2024-2025' as const, pupils: 120 },
      { ...count, ...names, year: '2023-2024' as const, pupils: 80 },
      { ...count, ...names, uai: '0590002B', year: '2024-2025' as const, pupils: null }
    ];
    const given = replaceRows(rows, 'effectifs', counts, 'effectifs.csv');
    expect(given.rows.schools.map(({ pupils }) => pupils)).toEqual([120, 90, 90]);
    expect(given.rows.schools[0]?.pupils_quality).toBe('official');
  });

  it('the annuaire adds the schools of the communes of intervention', () => {
    const known = {
      line: 2,
      uai: '0590009Z',
      name: 'École neuve',
      kind: 'primaire',
      sector: 'public'
    } as const;
    const more = { rep: null, pupils: null, lon: 0.5, lat: 0.5, quality: 'official' } as const;
    const given = replaceRows(
      rows,
      'annuaire',
      [
        { ...known, ...more, commune: '59002' },
        { ...known, ...more, uai: '0620001A', commune: '62001' }
      ],
      'annuaire.csv'
    );
    expect(given.rows.schools.at(-1)).toMatchObject({ uai: '0590009Z', status: 'outside', commune: '59002' });
    expect(effect(given, 'schools')).toMatchObject({ added: 1, elsewhere: 1, untouched: 3 });
  });

  it('a list of the schools followed is whole', () => {
    const listed = { line: 2, uai: '0590002B', status: 'followed', followed_since: '2025-2026' } as const;
    const given = replaceRows(
      rows,
      'followed-schools',
      [{ ...listed, requested_since: null, team: null, post: null }],
      'ecoles.csv'
    );
    expect(given.rows.schools.map(({ status }) => status)).toEqual(['outside', 'followed', 'linked']);
  });
});

describe('a file of places', () => {
  it('perimeters of known codes change, and schools find theirs', () => {
    const given = replaceRows(
      rows,
      'qpv',
      [
        {
          ...{ line: 1, code: 'QN05901M', name: 'Centre élargi', generation: 2024 },
          ...{ communeCodes: ['59001'], communeNames: [], perimeter: square(0, 0, 0.9) }
        }
      ],
      'qpv.geojson'
    );
    expect(given.rows.qpvs[0]).toMatchObject({
      name: 'Centre élargi',
      geometry_quality: 'official',
      lon: 0.45
    });
    expect(given.rows.schools[0]?.qpv).toBe('QN05901M');
    expect(given.effects.map(({ table }) => table)).toEqual(['qpvs', 'schools']);
  });

  it('perimeters of another generation take the place of the list; those of elsewhere stay out', () => {
    const area = (code: string, name: string, x: number) => ({
      ...{ line: 1, code, name, generation: 2015 as const, communeCodes: [] as string[] },
      ...{ communeNames: [] as string[], perimeter: square(x, 0.4, 0.2) }
    });
    const given = replaceRows(rows, 'qpv', [area('QP059001', 'Un', 0.4), area('QP062001', 'Loin', 40)], 'x');
    expect(given.rows.qpvs.map(({ code }) => code)).toEqual(['QP059001']);
    expect(effect(given, 'qpvs')).toMatchObject({ added: 1, removed: 1, elsewhere: 1 });
    expect(given.rows.schools[0]?.qpv).toBe('QP059001');
  });

  it('outlines change for known communes only', () => {
    const given = replaceRows(
      rows,
      'communes',
      [
        {
          line: 1,
          code: '59001',
          name: 'Abancourt',
          population: 120,
          epci: null,
          outline: square(0, 0, 0.8)
        },
        { line: 2, code: '62001', name: 'Loin', population: 9, epci: null, outline: square(9, 9) }
      ],
      'communes.geojson'
    );
    expect(given.rows.communes[0]).toMatchObject({
      population: 120,
      geometry_quality: 'generalised',
      lon: 0.4
    });
    expect(effect(given, 'communes')).toMatchObject({ updated: 1, untouched: 1, elsewhere: 1 });
  });
});

it('a list of the service takes the place of the whole table', () => {
  const partner = { line: 2, category: 'sante', commune: '59001', count: 4 };
  const given = replaceRows(rows, 'partners', [partner, { ...partner, commune: '62001' }], 'p.csv');
  expect(given.rows.partners).toEqual([
    { category: 'sante', commune: '59001', count: 4, quality: 'official' }
  ]);
  expect(effect(given, 'partners')).toMatchObject({ added: 1, elsewhere: 1 });
});

describe('dropped outlines of communes', () => {
  const outline = (corners: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      Array.from({ length: corners + 1 }, (_, at) => {
        const turn = (2 * Math.PI * (at % corners)) / corners;
        return [0.5 + 0.02 * Math.cos(turn), 0.5 + 0.02 * Math.sin(turn)];
      })
    ]
  });
  const drop = (corners: number) =>
    replaceRows(
      rows,
      'communes',
      [
        { line: 1, code: '59001', name: 'Abancourt', population: null, epci: null, outline: outline(corners) }
      ],
      'c.geojson'
    ).rows.communes[0]!.geometry_quality;

  it('are official only with the detail of the official ones', () => {
    expect(drop(40)).toBe('generalised');
    expect(drop(2_000)).toBe('official');
  });
});

describe('a list of another territory', () => {
  it('empties nothing: neither teams, posts, partners nor the schools followed', () => {
    const told = {
      ...rows,
      partners: [{ category: 'CCAS', commune: '59001', count: 2, quality: 'official' as const }]
    };
    const partners = replaceRows(
      told,
      'partners',
      [{ line: 2, category: 'CCAS', commune: '62001', count: 3 }],
      'p.csv'
    );
    expect(partners.rows.partners).toEqual(told.partners);
    expect(saysSomething(partners)).toBe(false);
    const none = { followed_since: null, requested_since: null, team: null, post: null };
    const followed = replaceRows(
      rows,
      'followed-schools',
      [{ line: 2, uai: '0620001A', status: 'followed', ...none }],
      'e.csv'
    );
    expect(followed.rows.schools.map(({ status }) => status)).toEqual(
      rows.schools.map(({ status }) => status)
    );
    expect(saysSomething(followed)).toBe(false);
  });
});

describe('lists that name communes', () => {
  it('are joined to the communes of the site; a sheet of the whole territory reaches all of them', () => {
    const sheet = {
      line: 2,
      id: 'F1',
      title: 'T',
      level: 'communal',
      theme: null,
      cost_euros: 1,
      funders: {}
    } as const;
    const given = replaceRows(
      rows,
      'actions',
      [
        { ...sheet, communes: ['abscon'], everywhere: false },
        { ...sheet, id: 'F2', communes: [], everywhere: true },
        { ...sheet, id: 'F3', communes: [], everywhere: false }
      ],
      'a.csv'
    );
    expect(given.rows.actions.map(({ communes }) => communes)).toEqual([['59002'], ['59001', '59002'], []]);
  });
});

describe('a place that a list names', () => {
  const team = (id: string, commune: string, qpv: string | null, line: number) => ({
    ...{ line, id, name: id, coordinator: '', meetings: 4, professionals: 8 },
    ...{ commune, qpv }
  });
  const readingsOf = ({ readings = [] }: ReturnType<typeof replaceRows>) =>
    readings.map(({ code, found, expected, file }) => [code, found, expected, file].join(' | '));

  it('is told with the code that it was read as, once, and by its file', () => {
    const given = replaceRows(
      rows,
      'teams',
      [
        team('E1', 'ABSCON', null, 2),
        team('E2', 'ABSCON', null, 3),
        team('E3', '59001', 'Quartier Centre', 4)
      ],
      'equipes.csv'
    );
    expect(given.rows.support_teams.map(({ commune, qpv }) => [commune, qpv])).toEqual([
      ['59002', null],
      ['59002', null],
      ['59001', 'QN05901M']
    ]);
    expect(readingsOf(given)).toEqual([
      'understood | ABSCON | 59002 | equipes.csv',
      'understood | Quartier Centre | QN05901M | equipes.csv'
    ]);
    expect(findingSentence(given.readings![0]!)).toContain('« ABSCON » a été compris comme « 59002 »');
  });

  it('by its code needs no word', () => {
    const given = replaceRows(rows, 'teams', [team('E1', '59002', 'QN05901M', 2)], 'equipes.csv');
    expect(given.readings).toBeUndefined();
  });

  it('is told when no QPV of the territory has the name, and the team stays', () => {
    const given = replaceRows(rows, 'teams', [team('E1', '59001', 'La Lune', 2)], 'equipes.csv');
    expect(given.rows.support_teams).toMatchObject([{ id: 'E1', qpv: null }]);
    expect(readingsOf(given)).toEqual(['unknown-qpv | La Lune |  | equipes.csv']);
  });

  it('such as a school by its name and commune, is told too', () => {
    const named = { ...rows, schools: [{ ...rows.schools[0]!, name: 'École Jules Ferry' }] };
    const given = replaceRows(
      named,
      'followed-schools',
      [
        {
          ...{ line: 2, uai: '', named: { name: 'JULES FERRY', commune: 'Abancourt' }, status: 'waiting' },
          ...{ followed_since: null, requested_since: null, team: null, post: null }
        } as const
      ],
      'ecoles.csv'
    );
    expect(given.rows.schools[0]!.status).toBe('waiting');
    expect(readingsOf(given)).toEqual([
      'understood | Abancourt | 59001 | ecoles.csv',
      'understood | JULES FERRY | 0590001A | ecoles.csv'
    ]);
  });
});
