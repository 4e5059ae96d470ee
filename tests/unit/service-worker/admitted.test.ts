// The service worker lets through to one other host at most: the one that the site's file names.
import { describe, expect, it } from 'vitest';
import { originNamed } from '../../../src/service-worker/admitted.ts';
import { serviceFile } from '../../../src/lib/model/travel/routing-service.ts';

describe('the host admitted', () => {
  it('is the service of the site, none without one', () => {
    expect(originNamed(serviceFile({ service: 'osrm', url: 'https://routes.example.fr/osrm' }))).toBe(
      'https://routes.example.fr'
    );
    expect(originNamed(serviceFile(null))).toBeNull();
  });

  it.each(['<html>', 'null', '{}', '{"service":"osrm"}', '{"service":"osrm","url":"file:///etc"}'])(
    'is none when the file says %s',
    (text) => expect(originNamed(text)).toBeNull()
  );
});
