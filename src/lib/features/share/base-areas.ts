// What lies under a drawing of schools: the communes where the service works, and its schools.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { SceneArea, ScenePoint } from '$lib/map/scene.ts';

export const baseAreas = ({ communes }: Dashboard): SceneArea[] =>
  communes
    .filter(({ intervention }) => intervention)
    .map(({ code, name }) => ({
      ref: { kind: 'commune', code },
      ...{ name, class: null, protected: false, label: '', description: '', faded: false, circle: null }
    }));

export const schoolPoints = ({ schools }: Dashboard, status: 'followed' | 'waiting'): ScenePoint[] =>
  schools.flatMap(({ uai, name, lon, lat, status: now }) =>
    now !== status || lon === null || lat === null
      ? []
      : [
          {
            ref: { kind: 'school', code: uai },
            ...{ name, lon, lat, status },
            ...{ size: null, description: '', faded: false }
          }
        ]
  );
