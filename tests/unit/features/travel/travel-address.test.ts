// A link to the page of journeys reopens what was seen; a wrong one opens the plain page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { travelAddress, type KnownTravel } from '../../../../src/lib/features/travel/travel-address.ts';
import { TRAVEL_MODES } from '../../../../src/lib/model/travel/travel-settings.ts';

const posts = ['Référent 1', 'Référent 2'];
const towns = ['59014', '59112', '59606'];
const known: KnownTravel = { towns, posts, isPlace: (code) => [...towns, '0590006L'].includes(code) };
const read = (text: string) => travelAddress.read(new URLSearchParams(text), known);
const USUAL = travelAddress.usual(known);

describe('the link', () => {
  it('of the plain page is plain', () => {
    expect(travelAddress.write(USUAL, known).toString()).toBe('');
    expect(read('')).toEqual(USUAL);
  });

  it('carries every choice there and back', () => {
    const town = fc.constantFrom(...towns);
    const mode = fc.constantFrom(...TRAVEL_MODES);
    const degrees = (most: number) =>
      fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((unit) => unit / 1e5);
    const at = fc.tuple(degrees(180), degrees(90));
    const road = fc.constantFrom('D 630', 'Rue de l’Église', '12ème RA');
    const roads = fc.array(fc.oneof(fc.record({ at }), fc.record({ at, road })), { maxLength: 12 });
    fc.assert(
      fc.property(mode, town, town, fc.option(mode), fc.integer({ min: 50, max: 150 }), roads, (...parts) => {
        const [by, a, b, triedMode, visits, closed] = parts;
        const address = {
          ...USUAL,
          settings: { ...USUAL.settings, mode: by, visitMinutes: 45, peak: 1.3, co2: 0.1 },
          origin: '0590006L',
          trip: a === b ? null : ([a, b] as const),
          order: a,
          trial: { bases: { [posts[1] ?? '']: b }, mode: triedMode, visits, closed }
        };
        expect(read(travelAddress.write(address, known).toString())).toEqual(address);
      })
    );
  });

  it('tells a road closed whole by its number or name, in words that read', () => {
    const of = (road: string) =>
      decodeURIComponent(
        travelAddress
          .write({ ...USUAL, trial: { ...USUAL.trial, closed: [{ at: [3.5, 50.36], road }] } }, known)
          .toString()
      );
    expect(of('D630')).toBe('fermes=3.5:50.36:D630');
    // What parts closures is never taken from a name.
    expect(of('Rue A, dite : B')).toBe('fermes=3.5:50.36:Rue+A+dite+B');
  });

  it('keeps a trip from a base to a school', () => {
    expect(read('trajet=59606-0590006L').trip).toEqual(['59606', '0590006L']);
    expect(read('trajet=59606-0590009Z').trip).toBeNull();
  });

  it('ignores places, posts and numbers that do not exist', () => {
    expect(read('mode=fusee&origine=x&trajet=59014-x&ordre=x&bases=9:59014,1:x&visite=abc')).toEqual(USUAL);
    const closed = (text: string) => read(`fermes=${text}`).trial.closed;
    expect(closed('200:50,x:1,3:91,,3.5:50.36:,3.5:50.36:A:2,3.5:50.36')).toEqual([{ at: [3.5, 50.36] }]);
    expect(closed(`3.5:50.36:${'a'.repeat(200)}`)).toEqual([]);
    expect(read('visite=9999').settings.visitMinutes).toBe(240);
  });
});
