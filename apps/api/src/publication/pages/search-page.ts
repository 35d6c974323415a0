import type { ItemPageDto } from '../../catalog/index.js';
import { html, type Html } from '../html.js';
import { drawPage, link, searchForm, wordsOf, type Frame } from './frame.js';
import { itemRows } from './item-rows.js';

/** What was asked for, as it stands in the address. */
export interface Asked {
  q?: string;
  theme?: string;
  level?: string;
  class?: string;
  offeredBy?: string;
  cursor?: string;
}

export function searchPage(frame: Frame, asked: Asked, found: ItemPageDto): string {
  const words = wordsOf(frame);
  const { q = '', cursor, ...filters } = asked;
  const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  const title = q === '' ? (asked.theme ?? words.results) : words.resultsFor(q);
  const addressOf = (more: Record<string, string>) =>
    `/guide/search?${new URLSearchParams({ ...(q ? { q } : {}), ...kept, ...more })}`;
  return drawPage(frame, {
    title,
    description: title,
    path: addressOf({}),
    unlisted: true,
    main: html`<h1>${title}</h1>
      ${searchForm(frame, q, kept)}
      ${found.items.length === 0 ? nothing(frame) : itemRows(frame, found.items)}
      <p>
        ${
          found.nextCursor &&
          html`<a
            class="more"
            rel="next"
            href="${link(frame, addressOf({ cursor: found.nextCursor }))}"
            >${words.next}</a
          > `
        }
        ${cursor && html`<a class="more" href="${link(frame, addressOf({}))}">${words.first}</a>`}
      </p>`,
  });
}

function nothing(frame: Frame): Html {
  const words = wordsOf(frame);
  return html`<p><strong>${words.none}</strong></p>
    <p class="note">${words.noneHint}</p>
    <p><a class="more" href="${link(frame, '/guide')}">${words.home}</a></p>`;
}
