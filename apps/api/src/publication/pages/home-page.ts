import type { ItemPageDto, ThemeDto } from '../../catalog/index.js';
import { html, type Html } from '../html.js';
import { drawPage, link, searchForm, wordsOf, type Frame } from './frame.js';
import { itemRows } from './item-rows.js';

export interface ListedCentre {
  code: string;
  name: string;
}

export interface HomeFacts {
  themes: readonly ThemeDto[];
  featured: ItemPageDto;
  centres: readonly ListedCentre[];
}

/** More stand behind a click. */
const OPEN_CENTRES = 12;

/** The front door: search, themes, levels; convenience services apart (R47). */
export function homePage(frame: Frame, { themes, featured, centres }: HomeFacts): string {
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
      ${centres.length > 0 && centreTiles(frame, centres)}
      ${featured.items.length > 0 && convenience(frame, featured)}`,
  });
}

/** R76: each centre with what it promises; a district has a score of them. */
function centreTiles(frame: Frame, centres: readonly ListedCentre[]): Html {
  const words = wordsOf(frame);
  const [open, more] = [centres.slice(0, OPEN_CENTRES), centres.slice(OPEN_CENTRES)];
  const list = (some: readonly ListedCentre[]) =>
    html`<ul class="tiles wider">
      ${some.map(
        ({ code, name }) =>
          html`<li>
            <a href="${link(frame, `/guide/centres/${encodeURIComponent(code)}`)}">${name}</a>
          </li>`,
      )}
    </ul>`;
  return html`<section aria-labelledby="centres">
    <h2 id="centres">${words.centres}</h2>
    ${list(open)}
    ${
      more.length > 0 &&
      html`<details>
        <summary>${words.moreCentres(more.length)}</summary>
        ${list(more)}
      </details>`
    }
  </section>`;
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
