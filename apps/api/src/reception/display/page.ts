import { html, type Html } from '../../publication/index.js';
import type { HallBoardDto } from '../ticket.dto.js';

const frame = (title: string, main: Html, script: Html | null) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/hall/assets/style.css" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${script}
      </head>
      <body>
        ${main}
      </body>
    </html> `.text;

/** Drawn once here, so that it shows something before any script has run; from then on it keeps itself. */
export function displayPage(code: string, { name, waitingCount, calls }: HallBoardDto): string {
  const [latest, ...earlier] = calls;
  const main = html`<header>
      <h1>${name}</h1>
      <time id="clock"></time>
    </header>
    <main data-hall="${code}">
      <section id="latest" aria-live="assertive" data-empty="${latest ? 'no' : 'yes'}">
        <p class="please">请</p>
        <p class="number" id="latest-number">${latest?.number ?? '—'}</p>
        <p class="to">到 <strong id="latest-counter">${latest?.counter ?? '—'}</strong> 号窗口</p>
      </section>
      <section aria-label="最近叫号">
        <table>
          <thead>
            <tr>
              <th scope="col">号码</th>
              <th scope="col">窗口</th>
            </tr>
          </thead>
          <tbody id="earlier">
            ${earlier.map(
              ({ number, counter }) =>
                html`<tr>
                  <td>${number}</td>
                  <td>${counter}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
    </main>
    <footer>
      <p>等候 <strong id="waiting">${waitingCount}</strong> 人</p>
      <p id="state" role="status">正在连接</p>
      <button type="button" id="voice" aria-pressed="false">开启语音叫号</button>
    </footer>`;
  return frame(`${name}叫号屏`, main, html`<script src="/hall/assets/script.js" defer></script>`);
}

export function displayError(title: string): string {
  return frame('叫号屏', html`<main class="error"><h1>${title}</h1></main>`, null);
}
