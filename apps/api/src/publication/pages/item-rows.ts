import type { ItemSummaryDto } from '../../catalog/index.js';
import { html, type Html } from '../html.js';
import { link, wordsOf, type Frame } from './frame.js';

/** Items as a list that leads to their guides. */
export function itemRows(frame: Frame, items: readonly ItemSummaryDto[]): Html {
  const words = wordsOf(frame);
  const name = (item: ItemSummaryDto) =>
    frame.language === 'en' && item.nameEn ? item.nameEn : item.name;
  return html`<ul class="rows">
    ${items.map(
      (item) =>
        html`<li>
          <a href="${link(frame, `/guide/items/${encodeURIComponent(item.code)}`)}"
            >${name(item)}</a
          >
          <span class="sub"
            >${words.level[item.level]} · ${item.theme} · ${promise(frame, item)}</span
          >
        </li>`,
    )}
  </ul>`;
}

function promise(frame: Frame, item: ItemSummaryDto): string {
  const words = wordsOf(frame);
  if (item.handlingKind === 'INSTANT') return words.kind.INSTANT;
  return words.days(item.promisedDays, item.dayUnit);
}
