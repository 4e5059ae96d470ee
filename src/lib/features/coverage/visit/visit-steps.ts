// The five steps of the guided visit: part of the page, and text.
import { m } from '$lib/i18n/paraglide/messages.js';

export const VISIT_STEPS = [
  { part: '.voice', title: m.visit_1_title, text: m.visit_1 },
  { part: '.figures', title: m.visit_2_title, text: m.visit_2 },
  { part: '.map', title: m.visit_3_title, text: m.visit_3 },
  { part: '.table', title: m.visit_4_title, text: m.visit_4 },
  { part: 'form.filters', title: m.visit_5_title, text: m.visit_5 }
];
