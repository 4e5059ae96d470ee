// What a case file does not tell is no zero, no place of its own and no zone outside QPVs; what nobody told of a school is asked.
import { describe, expect, it } from 'vitest';
import {
  cellsOfYear,
  recommendedFrame,
  schoolsOfNoKind,
  zoneOf,
  type CaseStructure
} from '../../../../src/lib/engines/disclosure/publish/recommended-cube.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';

const [PRIMARY, NURSERY, OTHER] = ['0591000U', '0591030B', '0591020R'] as const;
const places: CaseStructure = {
  communes: ['59350'],
  qpvs: [{ code: 'QN05901M', communes: ['59350'] }],
  schools: [
    { uai: PRIMARY, kind: 'primaire' },
    { uai: NURSERY, kind: 'maternelle' }
  ]
};
const told: Case = {
  case_id: 'C1',
  school_year: '2025-2026',
  uai: PRIMARY,
  qpv: 'QN05901M',
  commune: '59350',
  level: 'elementaire',
  theme: 'sante',
  family_id: 'F1',
  visits: 2
};
/** Whether cells of the year split children by QPV, school, level and theme. */
const splits = (one: Case) => {
  const keys = cellsOfYear(recommendedFrame([one], places), [one]).map(({ key }) => key);
  return [
    keys.some(([zone]) => zone !== 'ALL' && zone !== '59350'),
    ...[1, 2, 3].map((d) => keys.some((key) => key[d] !== 'ALL'))
  ];
};

describe('the counts of a year', () => {
  it('split children by what some case tells, and by nothing that none does', () => {
    expect(splits(told)).toEqual([true, true, true, true]);
    expect(splits({ ...told, qpv: undefined })).toEqual([false, true, true, true]);
    expect(splits({ ...told, uai: null })).toEqual([true, false, true, true]);
    expect(splits({ ...told, level: null })).toEqual([true, true, false, true]);
    expect(splits({ ...told, theme: null })).toEqual([true, true, true, false]);
  });

  it('place a child whose QPV is not known apart from those who live outside', () => {
    const zones = [null, undefined, 'QN05901M'].map((qpv) => zoneOf({ ...told, qpv }));
    expect(zones).toEqual(['59350:hors', '59350:inconnu', '59350:QN05901M']);
  });

  it('call no level of a school impossible where a case is of it', () => {
    const of = (level: Case['level']) =>
      recommendedFrame([{ ...told, uai: NURSERY, level }], places).impossible;
    const wall = { school: NURSERY, level: 'elementaire' };
    expect(of('maternelle')).toContainEqual(wall);
    expect(of('elementaire')).not.toContainEqual(wall);
  });
});

describe('a school whose kind is not told', () => {
  const unknown = { ...places, schools: [...places.schools, { uai: OTHER }] };

  it('is named, whether a case or the list names it', () => {
    expect(schoolsOfNoKind([told], places)).toEqual([]);
    expect(schoolsOfNoKind([told], unknown)).toEqual([OTHER]);
    expect(schoolsOfNoKind([told, { ...told, uai: OTHER }], places)).toEqual([OTHER]);
  });

  it('is not asked of cases that name no school, or no level', () => {
    expect(schoolsOfNoKind([{ ...told, uai: null }], unknown)).toEqual([]);
    expect(schoolsOfNoKind([{ ...told, uai: OTHER, level: null }], unknown)).toEqual([]);
  });
});
