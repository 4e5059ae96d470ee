// The one other host that pages may ask, the service of travel times: in the policy of pages and in the headers of hosts. Pure: the page maker
// takes it too.

/**
 * Origin of the service of travel times that a site is configured with; null without any.
 * @param {string} text of `graph/service.json`
 * @param {string} [path] to name it by
 * @returns {string | null}
 */
export function originOf(text, path = 'graph/service.json') {
  const refuse = (why) => new Error(`${path} : ${why}. Refaites-le par npm run territory, ou supprimez-le.`);
  let file;
  try {
    file = JSON.parse(text);
  } catch (cause) {
    throw refuse(`ce n’est pas du JSON valable (${cause.message})`);
  }
  if (file?.version !== 1) throw refuse(`version ${file?.version}, attendu 1`);
  if (file.service === null) return null;
  const address = URL.canParse(file.url) ? new URL(file.url) : null;
  if (!address || !/^https?:$/.test(address.protocol))
    throw refuse(`« ${file.url} » n’est pas une adresse du web`);
  return address.origin;
}

/**
 * The documented headers, with the same leave for pages and for workers.
 * @param {string} headers text of `_headers`
 * @param {string} origin
 */
export const headersAdmitting = (headers, origin) =>
  headers
    .replaceAll("connect-src 'self';", `connect-src 'self' ${origin};`)
    .replace(
      /(Content-Security-Policy:? "?default-src 'self';)(?!.*connect-src)/g,
      `$1 connect-src 'self' ${origin};`
    );
