// A service is used only when configured, and its host can be named before anything is sent.
import { describe, expect, it } from 'vitest';
import {
  configuredTimes,
  SERVICES,
  type ServiceName
} from '../../../../src/lib/engines/travel/services/configured-service.ts';

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
