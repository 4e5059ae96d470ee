// Numbers of persons are known in whatever form, and the digits of a longer code are none.
import { describe, expect, it } from 'vitest';
import {
  isPhone,
  isSocialNumber,
  mentionsPerson,
  nameShape
} from '../../../../../src/lib/engines/import/persons/person-values.ts';

describe('a telephone', () => {
  it.each([
    ...[
      '06 12 34 56 78',
      '0612345678',
      '06.12.34.56.78',
      '06-12-34-56-78',
      '06 12345678',
      '+33 6 12 34 56 78'
    ],
    ...[
      '+33612345678',
      '0033 6 12 34 56 78',
      '+33 (0)6 12 34 56 78',
      '03 27 12 34 56',
      '612345678',
      'tel 0612345678'
    ],
    ...[
      'Tél.0612345678',
      'maman-0612345678',
      '0612345678/0698765432',
      'mère : 06 12 34 56 78 (soir)',
      '0612345678maman'
    ],
    ...['06 12 34 56 78-06 98 76 54 32', '1 - 06 12 34 56 78']
  ])('is seen in « %s »', (text) => expect(isPhone(text)).toBe(true));

  it.each([
    ...[
      'c2-0-123-535008',
      'c2-0123535008',
      'PRE-0-123-535008',
      '0-123-535008',
      'p3_0612345678',
      'A7-06-12-34-56-78'
    ],
    ...['0123535008-c2', '0590001F', '2025-2026', '00123456789012', '1.0612345678', '59606', 'QN05930M']
  ])('is not taken out of the code « %s »', (text) => expect(isPhone(text)).toBe(false));
});

describe('a social security number', () => {
  it.each(['1', '2', '3', '4', '7', '8'])(
    'is known by its thirteen digits where the first is %s',
    (first) => {
      expect(isSocialNumber(`${first} 85 05 59 350 123`)).toBe(true);
      expect(isSocialNumber(`${first}850559350123 45`)).toBe(true);
    }
  );

  it.each(['0', '5', '6', '9'])('is none where the first digit is %s, which nobody has', (first) =>
    expect(isSocialNumber(`${first} 85 05 59 350 123`)).toBe(false)
  );
});

describe('a name', () => {
  it('is seen at the beginning of a note; that of a long text is the first word of a sentence', () => {
    expect(mentionsPerson('Lucas : absent toute la semaine du 3 au 7 mars')).toBe(true);
    const long = 'la salle du centre, les deux premiers lundis du mois, de neuf heures à midi';
    expect(mentionsPerson(`Victor, ${long}`)).toBe(false);
    expect(mentionsPerson(`Dans ${long}, avec Victor`)).toBe(true);
  });

  it('is one after a civility, whatever it is; alone, it is of three words at most and has no digit', () => {
    expect(['Mme Xyzzy', 'Dr Wojcikowiak', 'M. Tremblot'].map(nameShape)).toEqual(['name', 'name', 'name']);
    expect(['Tremblot', 'Tremblot Krzyzak Wojcik'].map(nameShape)).toEqual(['surname', 'surname']);
    expect(['Tremblot 3', 'Tremblot Krzyzak Wojcik Hautecoeurt'].map(nameShape)).toEqual([null, null]);
  });

  it('is no longer than sixty letters', () => {
    expect(nameShape(`Kowal${'o'.repeat(40)} Wojcik`)).not.toBeNull();
    expect(nameShape(`Kowal${'o'.repeat(60)} Wojcik`)).toBeNull();
  });
});
