const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** A page of Auth0's own domain. `body` is HTML. */
export function htmlPage(status: number, title: string, body: string): Response {
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"></head>` +
    `<body style="font-family:sans-serif;max-width:30em;margin:4em auto;padding:0 1em">${body}</body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(html, { status, headers });
}

/** Where a person ends up when there is nowhere safe to send them back to. */
export const errorPage = (status: number, problem: string): Response =>
  htmlPage(status, 'Oops!', `<h1>Oops!</h1><p>${escapeHtml(problem)}</p>`);
