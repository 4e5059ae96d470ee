// The words of the interface by the names of their messages, so that a test follows when they change: in French, `m.name({}, { locale: 'en' })` in
// English.
export { m } from '../../src/lib/i18n/paraglide/messages.js';
