// What a page that was never kept looks like without a network: plain, with the way on. In both languages: the one that the reader chose is not known here.

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
  <p lang="en">This page is not kept on this computer, and the network does not answer. The other pages of the site can still be read.</p>
</html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
