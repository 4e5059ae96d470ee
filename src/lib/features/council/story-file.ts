// Exports the story as one HTML page: draws every view and embeds texts and typeface.
import { slideFigures } from './slide-size';
import { fontFace } from '$lib/export/map-image';
import { storyHtml, type StorySlide } from '$lib/export/story-html';
import { locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages.js';
import { computeSnapshot, snapshotFromUrl, type SnapshotSources } from './page-views';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import type { Shapes } from '$lib/map/geometry/shapes';
import { exportSvg } from '$lib/map/svg/svg-export';
import type { Story } from '$lib/pages/story';
import { FONT_URL } from '$lib/theme/font';
import { sourceLines } from '$lib/session/source-lines';

export async function storyFile(
  story: Story,
  sources: SnapshotSources,
  shapes: Shapes,
  ground: GroundState | null
): Promise<Blob> {
  const { dashboard } = sources;
  const { bounds } = dashboard.territory;
  const slides: StorySlide[] = [];
  for (const { address, title, text } of story.steps) {
    await computeSnapshot(address, sources);
    const snapshot = snapshotFromUrl(address, sources);
    const drawing =
      snapshot && (await exportSvg({ snapshot, shapes, bounds, source: [], titled: false }, ground));
    slides.push({
      title,
      paragraphs: text.split('\n').filter((line) => line.trim() !== ''),
      svg: drawing?.svg ?? null,
      figures: snapshot ? slideFigures(snapshot) : []
    });
  }
  const html = storyHtml({
    lang: locale(),
    title: story.title,
    slides,
    source: sourceLines(dashboard),
    words: {
      previous: m.council_previous(),
      next: m.council_next(),
      keys: m.council_file_keys(),
      unseen: m.council_file_unseen(),
      of: m.council_file_of()
    },
    fontFace: await fontFace(FONT_URL)
  });
  return new Blob([html], { type: 'text/html;charset=utf-8' });
}
