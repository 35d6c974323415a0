import { drawPage, html, link, type Frame } from '../../publication/index.js';
import { applicantWords } from '../words.js';

/** What somebody can do from home, on one page. */
export function onlinePage(frame: Frame): string {
  const words = applicantWords(frame);
  const tile = (path: string, name: string) =>
    html`<li><a href="${link(frame, path)}">${name}</a></li>`;
  return drawPage(frame, {
    ...{ title: words.online, description: words.onlineIntro, path: '/online' },
    main: html`<h1>${words.online}</h1>
      <p class="note">${words.onlineIntro}</p>
      <ul class="tiles">
        ${tile('/progress', words.progress)} ${tile('/online/book', words.book)}
        ${tile('/online/appointment', words.ownAppointment)}
        ${tile('/online/preregister', words.preregister)}
      </ul>`,
  });
}

/** Where the item is still to be chosen: the guide has the search for it. */
export function chooseItemPage(frame: Frame, title: string, path: string): string {
  const words = applicantWords(frame);
  return drawPage(frame, {
    ...{ title, description: words.chooseItemNote, path, unlisted: true },
    main: html`<h1>${title}</h1>
      <p>${words.chooseItemNote}</p>
      <p><a class="button" href="${link(frame, '/guide')}">${words.toGuide}</a></p>`,
  });
}

export interface Hall {
  unitId: string;
  name: string;
  address: string | null;
  telephone: string | null;
}

/** Where the place is still to be chosen. */
export function chooseHallPage(
  frame: Frame,
  { title, path, itemCode, itemName }: Record<'title' | 'path' | 'itemCode' | 'itemName', string>,
  halls: readonly Hall[],
): string {
  const words = applicantWords(frame);
  const to = (unit: string) => `${path}?${new URLSearchParams({ item: itemCode, unit })}`;
  return drawPage(frame, {
    ...{ title, description: itemName, path: `${path}?item=${itemCode}`, unlisted: true },
    main: html`<h1>${title}</h1>
      <p lang="zh-CN"><strong>${itemName}</strong></p>
      <h2>${words.chooseHall}</h2>
      ${halls.length === 0 && html`<p>${words.noHall}</p>`}
      <ul class="rows" lang="zh-CN">
        ${halls.map(
          ({ unitId, name, address, telephone }) =>
            html`<li>
              <a href="${link(frame, to(unitId))}">${name}</a
              ><span class="sub">${[address, telephone].filter(Boolean).join('　')}</span>
            </li>`,
        )}
      </ul>`,
  });
}
