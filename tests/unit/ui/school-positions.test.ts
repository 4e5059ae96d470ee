// What the positions of the schools are worth, counted once for all pages.
import { describe, expect, it } from 'vitest';
import { positionWords } from '$lib/ui/school-positions';
import { readFacts } from '../../../scripts/demo/facts';
import type { School } from '$lib/model/school';

const school = (kind: string, quality: string | null, lon: number | null = 3.5) =>
  ({ kind, lon, lat: lon === null ? null : 50.3, position_quality: quality }) as School;

describe('positions of the schools', () => {
  it('are counted in words, schools without one apart, collèges left out', () => {
    const schools = [
      school('primaire', 'official'),
      school('maternelle', 'official'),
      school('elementaire', 'approximate'),
      school('primaire', null, null),
      school('college', 'official')
    ];
    expect(positionWords(schools)).toBe(
      '2 écoles à leur position officielle, 1 en position approximative, 1 sans position.'
    );
    expect(positionWords([])).toBe('');
  });

  it('are official for 62 of the 78 schools of the demonstration', () => {
    expect(positionWords(readFacts(process.cwd()).schools as unknown as School[])).toBe(
      '62 écoles à leur position officielle, 16 en position approximative.'
    );
  });
});
