// Times computed before, shipped or bought, are found by the ids of their places.
import { describe, expect, it } from 'vitest';
import { matrixFromJson } from '../../../../src/lib/engines/travel/matrix-json.ts';
import { NO_WAY } from '../../../../src/lib/engines/travel/travel-times.ts';
import { metricOsrmTimes, shippedTimes } from '../../../../src/lib/engines/travel/services/known-places.ts';

describe('a file of times', () => {
  const places = [
    { id: '59606', lon: 0, lat: 0 },
    { id: '59014', lon: 0, lat: 0 }
  ];

  it('as shipped answers by id', async () => {
    const json = {
      engine: 'e',
      dataDate: 'd',
      calibration: 'c',
      points: places,
      seconds: [
        [0, 300],
        [null, 0]
      ],
      metres: [
        [0, 2100],
        [null, 0]
      ]
    };
    const times = shippedTimes(matrixFromJson(json), 'car');
    const matrix = await times.matrix([places[1]!], [places[0]!, places[1]!], 'car');
    expect([[...matrix.seconds], [...matrix.metres!], matrix.meta.engine]).toEqual([
      [NO_WAY, 0],
      [NO_WAY, 0],
      'e'
    ]);
    expect((await times.matrix([places[0]!], [places[1]!], 'car')).seconds[0]).toBe(300);
    await expect(times.matrix([{ id: '75056', lon: 0, lat: 0 }], places, 'car')).rejects.toMatchObject({
      code: 'unknown-place'
    });
    await expect(times.matrix(places, places, 'foot')).rejects.toMatchObject({ code: 'mode' });
  });

  it.each([
    [
      'ID,idSrc,lonSrc,latSrc,idDst,lonDst,latDst,duree,distance\n1,59606,3.5,50.3,59014,3.5,50.3,5.01,2.1\n2,59014,,,59606,,,NA,NA\n'
    ],
    ['\uFEFF"idSrc";"idDst";"duree";"distance"\r\n"59606";"59014";5,01;2,1\r\n"59014";"59606";;\r\n']
  ])('in the columns of Metric-OSRM answers in seconds and metres', async (text) => {
    const { times, findings } = metricOsrmTimes(text, 'car', '2026-01-01');
    expect(findings).toEqual([]);
    const matrix = await times.matrix(places, places, 'car');
    expect([[...matrix.seconds], [...matrix.metres!]]).toEqual([
      [0, 301, NO_WAY, 0],
      [0, 2100, NO_WAY, 0]
    ]);
  });

  it('says which column or line it cannot use', () => {
    expect(() => metricOsrmTimes('from,to,duree\n', 'car', '')).toThrow('metric-osrm-column');
    const { findings } = metricOsrmTimes(
      'idSrc,idDst,duree,distance\n,59014,5,2\n59606,59014,-5,2\n',
      'car',
      ''
    );
    expect(findings.map(({ row }) => row)).toEqual([2, 3]);
  });
});
