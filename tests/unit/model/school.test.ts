// The status of a school in a year, where the service's list has dates and where it has none.
import { describe, expect, it } from 'vitest';
import { statusIn, type School } from '../../../src/lib/model/school.ts';

const school = (
  status: School['status'],
  followed_since: School['followed_since'] = null,
  requested_since: School['requested_since'] = null
) => ({ status, followed_since, requested_since });

describe('the status of a school in a year', () => {
  it('follows its dates where they are known', () => {
    expect(statusIn(school('followed', '2024-2025', '2024-03'), '2024-2025')).toBe('followed');
    expect(statusIn(school('followed', '2024-2025', '2024-03'), '2023-2024')).toBe('waiting');
    expect(statusIn(school('followed', '2024-2025', '2024-03'), '2022-2023')).toBe('outside');
  });

  it('counts a followed or waiting school whose date is unknown as its list says', () => {
    expect(statusIn(school('followed'), '2025-2026')).toBe('followed');
    expect(statusIn(school('waiting'), '2025-2026')).toBe('waiting');
    expect(statusIn(school('followed', null, '2024-10'), '2025-2026')).toBe('followed');
  });

  it('never counts it before its first request', () => {
    expect(statusIn(school('followed', null, '2024-10'), '2023-2024')).toBe('outside');
    expect(statusIn(school('followed', '2030-2031'), '2025-2026')).toBe('outside');
  });

  it('does not bring back a school that left the service', () => {
    expect(statusIn(school('outside', '2019-2020'), '2025-2026')).toBe('outside');
  });
});
