import type { ItemPageDto, ThemeDto } from '../../catalog/index.js';
import { html, type Html } from '../html.js';
import { drawPage, link, searchForm, wordsOf, type Frame } from './frame.js';
import { itemRows } from './item-rows.js';

export interface HomeFacts {
  themes: readonly ThemeDto[];
  featured: ItemPageDto;
}

/** The front door: search, themes, levels; convenience services apart (R47). */
export function homePage(frame: Frame, { themes, featured }: HomeFacts): string {
  const words = wordsOf(frame);
  return drawPage(frame, {
    title: '',
    description: `${frame.district}${words.site}：${words.searchHint}`,
    path: '/guide',
    main: html`<h1>${frame.district}${words.site}</h1>
      ${searchForm(frame)}
      <section aria-labelledby="themes">
        <h2 id="themes">${words.themes}</h2>
        <ul class="tiles">
          ${themes.map(({ theme, count }) => tile(frame, { theme }, theme, count))}
        </ul>
      </section>
      <section aria-labelledby="levels">
        <h2 id="levels">${words.levels}</h2>
        <ul class="tiles">
          ${(['STREET', 'COMMUNITY'] as const).map((level) =>
            tile(frame, { level }, words.level[level]),
          )}
          ${tile(frame, {}, words.allItems)}
        </ul>
      </section>
      ${featured.items.length > 0 && convenience(frame, featured)}`,
  });
}

function convenience(frame: Frame, { items, nextCursor }: ItemPageDto): Html {
  const words = wordsOf(frame);
  return html`<section aria-labelledby="featured">
    <h2 id="featured">${words.featured}</h2>
    <p class="note">${words.featuredNote}</p>
    ${itemRows(frame, items)}
    ${
      nextCursor &&
      html`<a class="more" href="${link(frame, '/guide/search?class=FEATURED')}"
        >${words.allFeatured}</a
      >`
    }
  </section>`;
}

function tile(frame: Frame, filter: Record<string, string>, name: string, count?: number): Html {
  const query = new URLSearchParams({ class: 'GOVERNMENT', ...filter });
  return html`<li>
    <a href="${link(frame, `/guide/search?${query}`)}"
      ><span>${name}</span>${count !== undefined && html`<span class="sub">${count}</span>`}</a
    >
  </li>`;
}
