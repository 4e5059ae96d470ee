// Background of the maps of schools and travel: communes of intervention without a class, and known schools.
import type { SceneArea } from '$lib/map/scene.ts';

export const baseAreas = ({
  communes
}: {
  communes: readonly { code: string; name: string; intervention: boolean }[];
}): SceneArea[] =>
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
