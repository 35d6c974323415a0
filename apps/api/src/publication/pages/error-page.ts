import { html } from '../html.js';
import { drawPage, link, wordsOf, type Frame } from './frame.js';

/** @param sentence what went wrong and how to mend it */
export function errorPage(frame: Frame, sentence: string): string {
  const words = wordsOf(frame);
  return drawPage(frame, {
    title: words.failed,
    description: sentence,
    path: '/guide',
    unlisted: true,
    main: html`<h1>${words.failed}</h1>
      <p lang="zh-CN">${sentence}</p>
      <p class="note">${words.failedHint}</p>
      <p><a class="more" href="${link(frame, '/guide')}">${words.home}</a></p>`,
  });
}
