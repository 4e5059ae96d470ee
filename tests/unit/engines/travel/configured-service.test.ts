// A routing service is used only when a site is configured with it: its host is named before anything is sent, and the site's policy admits
// it alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { PAGE_POLICY, pagePolicy, serviceOrigin } from '../../../../scripts/site/policy.mjs';
import { headersAdmitting } from '../../../../scripts/site/service-policy.mjs';
import { configuredTimes } from '../../../../src/lib/engines/travel/services/configured-service.ts';
import {
  SERVICES,
  hostOf,
  parseServiceFile,
  serviceFile,
  type ServiceConfig,
  type ServiceName
} from '../../../../src/lib/model/travel/routing-service.ts';

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

describe('a configured service', () => {
  it('names the host that would receive coordinates, without asking it', () => {
    let requests = 0;
    const fetch = () => {
      requests++;
      return Promise.reject(new Error('offline'));
    };
    const hosts = SERVICES.map(
      (service) => configuredTimes({ service, url: 'https://routes.example.org/base/' }, { fetch }).host
    );
    expect(hosts).toEqual(SERVICES.map(() => 'routes.example.org'));
    expect(requests).toBe(0);
  });

  it('is asked below its base address, with its key', async () => {
    const urls: string[] = [];
    const fetch = (url: string) => {
      urls.push(url);
      return Promise.resolve(new Response('{}', { status: 404 }));
    };
    for (const service of SERVICES) {
      const times = configuredTimes(
        { service, url: 'https://routes.example.org/base/', key: 'k' },
        { fetch }
      );
      await times
        .matrix([{ lon: 3, lat: 50 }], [{ lon: 3.1, lat: 50 }], 'car')
        .catch((error: Error) => error);
    }
    expect(urls.map((url) => new URL(url).pathname.split('/').slice(0, 4).join('/'))).toEqual([
      '/base/table/v1',
      '/base/sources_to_targets',
      '/base/v2/matrix',
      '/base/navigation/itineraire'
    ]);
  });

  it('is refused when it is no service or no web address', () => {
    expect(() => configuredTimes({ service: 'osrm', url: 'routes' })).toThrow('not an address');
    expect(() => configuredTimes({ service: 'osrm', url: 'file:///etc/hosts' })).toThrow('not a web address');
    expect(() => configuredTimes({ service: 'other' as ServiceName, url: 'https://a.example' })).toThrow(
      'unknown service'
    );
  });
});
