// What a page that was never kept looks like without a network: plain, in French, with the way on.

/** @param home address of the first page */
export function offlinePage(home: string): Response {
  const html = `<!doctype html>
<html lang="fr">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Hors ligne · Maillage</title>
  <h1>Cette page n’est pas gardée sur cet ordinateur</h1>
  <p>Le réseau ne répond pas. Les autres pages du site restent lisibles.</p>
  <p><a href="${home}">Revenir à la couverture du territoire</a></p>
</html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
