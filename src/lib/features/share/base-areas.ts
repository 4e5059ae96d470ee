// Background of the maps of schools and travel: communes of intervention without a class, and known schools.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { SceneArea, ScenePoint } from '$lib/map/scene.ts';

export const baseAreas = ({ communes }: Dashboard): SceneArea[] =>
  communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }) => ({
      ref: { kind: 'commune', code },
      name,
      class: null,
      protected: false,
      label: '',
      description: '',
      faded: false,
      circle: null
    }));

/** Schools of one status with a known position. */
export const schoolPoints = ({ schools }: Dashboard, status: 'followed' | 'waiting'): ScenePoint[] =>
  schools.flatMap(({ uai, name, lon, lat, status: current }) =>
    current !== status || lon === null || lat === null
      ? []
      : [
          {
            ref: { kind: 'school', code: uai },
            name,
            lon,
            lat,
            status,
            size: null,
            description: '',
            faded: false
          }
        ]
  );
