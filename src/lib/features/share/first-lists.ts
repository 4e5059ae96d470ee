// The lists that a service gives first, in their order: each opens pages that the one before does not.
import { m } from '$lib/i18n/paraglide/messages.js';

export const FIRST_LISTS = [
  { kind: 'followed-schools', name: m.first_list_schools, opens: m.first_list_schools_opens },
  { kind: 'staff', name: m.first_list_posts, opens: m.first_list_posts_opens },
  { kind: 'cases', name: m.first_list_children, opens: m.first_list_children_opens }
] as const;
