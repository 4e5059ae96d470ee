// The file that names a service: read only when it names one that a page may ask, and then the site's policy admits it alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  PAGE_POLICY,
  headersAdmitting,
  pagePolicy,
  serviceOrigin
} from '../../../../scripts/site-policy.mjs';
import {
  hostOf,
  parseServiceFile,
  serviceFile,
  SERVICES,
  type ServiceConfig
} from '../../../../src/lib/engines/travel/services/configured-service.ts';

const OSRM: ServiceConfig = { service: 'osrm', url: 'https://routes.example.fr/osrm', profile: 'driving' };
const folder = mkdtempSync(join(tmpdir(), 'service-'));
afterAll(() => rmSync(folder, { recursive: true }));
const originOf = (text: string) => {
  const path = join(folder, 'service.json');
  writeFileSync(path, text);
  return serviceOrigin(path);
};

describe('the file of the service', () => {
  it('gives back what was configured, or nothing', () => {
    expect(parseServiceFile(serviceFile(OSRM))).toEqual(OSRM);
    expect(parseServiceFile(serviceFile(null))).toBeNull();
    expect(hostOf(OSRM)).toBe('routes.example.fr');
  });

  it.each([
    ['<html>'],
    ['null'],
    ['{}'],
    [serviceFile(OSRM).replace('"version": 1', '"version": 2')],
    [serviceFile({ ...OSRM, url: 'javascript:alert(1)' })],
    [serviceFile({ ...OSRM, url: 'https://name:word@routes.example.fr' })],
    [serviceFile(OSRM).replace('osrm', 'graphhopper')]
  ])('names no service when it says %s', (text) => {
    expect(parseServiceFile(text)).toBeNull();
  });

  it('of any content names a service that may be asked, or none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERVICES), fc.jsonValue(), fc.webUrl(), (service, any, url) => {
        parseServiceFile(JSON.stringify(any));
        expect(parseServiceFile(serviceFile({ service, url }))).toEqual({ service, url });
      }),
      { numRuns: 200 }
    );
  });
});

describe('the policy of the site', () => {
  it('is the same without a service', () => {
    expect(serviceOrigin(join(folder, 'absent.json'))).toBeNull();
    expect(originOf(serviceFile(null))).toBeNull();
    expect(pagePolicy(null)).toBe(PAGE_POLICY);
  });

  it('admits the service, to be asked and nothing else', () => {
    const origin = originOf(serviceFile(OSRM));
    expect(origin).toBe('https://routes.example.fr');
    const changed = Object.entries(pagePolicy(origin)).filter(
      ([name, sources]) => sources !== PAGE_POLICY[name as keyof typeof PAGE_POLICY]
    );
    expect(changed).toEqual([['connect-src', ['self', 'https://routes.example.fr']]]);
  });

  it('is sent to pages and to workers alike', () => {
    const headers = headersAdmitting(readFileSync('static/_headers', 'utf8'), 'https://routes.example.fr');
    const policies = headers.split('\n').filter((line) => line.includes('Content-Security-Policy:'));
    expect(policies.length).toBe(3);
    for (const policy of policies) {
      expect(policy.match(/connect-src 'self' https:\/\/routes\.example\.fr;/g)).toHaveLength(1);
      expect(policy.match(/routes\.example/g)).toHaveLength(1);
    }
  });

  it('is not written for a file that is none', () => {
    expect(() => originOf('<html>')).toThrow('JSON');
    expect(() => originOf('{"version":3}')).toThrow('version 3');
    expect(() => originOf('{"version":1,"service":"osrm","url":"*"}')).toThrow(
      'n’est pas une adresse du web'
    );
    expect(() => originOf('{"version":1,"service":"osrm","url":"data:x"}')).toThrow('adresse du web');
  });
});
