// What a text field carries that may not stay blank: the browser then refuses it, and says why beside the field.
import { m } from '$lib/i18n/paraglide/messages.js';

export const requiredText = () => ({
  required: true,
  pattern: String.raw`.*\S.*`,
  title: m.shell_field_blank()
});
