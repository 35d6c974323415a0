import type { ListedItem } from '../guide.queries.js';
import { html } from '../html.js';
import type { ListedCentre } from './home-page.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Listed {
  centres: readonly ListedCentre[];
  items: readonly ListedItem[];
}

/** Every page that is worth finding (sitemaps.org). */
export function sitemap(origin: string, { centres, items }: Listed): string {
  const pages = items.map(({ code, effectiveFrom }) => {
    const address = html`<loc>${origin}/guide/items/${encodeURIComponent(code)}</loc>`;
    return html`<url>${address}<lastmod>${effectiveFrom}</lastmod></url>`;
  });
  const halls = centres.map(
    ({ code }) => html`<url><loc>${origin}/guide/centres/${encodeURIComponent(code)}</loc></url>`,
  );
  const home = html`<url><loc>${origin}/guide</loc></url>`;
  return `${HEAD}\n${html`<urlset xmlns="${SPACE}">${home}${halls}${pages}</urlset>`.text}`;
}

export function robotsText(origin: string): string {
  const lines = ['User-agent: *', 'Disallow: /api/', 'Disallow: /guide/search'];
  return `${lines.join('\n')}\n\nSitemap: ${origin}/sitemap.xml\n`;
}
