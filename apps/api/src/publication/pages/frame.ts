import { html, jsonScript, type Html, type Piece } from '../html.js';
import {
  GUIDE_LANGUAGES,
  GUIDE_WORDS,
  type GuideLanguage,
  type GuideWords,
} from '../guide-words.js';
import { STYLE_FILE } from './style.js';

/** What every page is made with. */
export interface Frame {
  language: GuideLanguage;
  /** Scheme and host under which the reader came. */
  origin: string;
  /** Such as 郑州市二七区. */
  district: string;
  supervisionTelephone: string;
}

export interface Page {
  title: string;
  description: string;
  /** From the first slash, without the language. */
  path: string;
  main: Piece;
  /** For search engines. */
  data?: object;
  /** Pages of results are many and say nothing of their own. */
  unlisted?: boolean;
}

export const wordsOf = ({ language }: Pick<Frame, 'language'>): GuideWords => GUIDE_WORDS[language];

/** The address of a page of ours in the reader's language. */
export function link(frame: Pick<Frame, 'language'>, path: string): string {
  if (frame.language === 'zh-CN') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${frame.language}`;
}

export function drawPage(frame: Frame, page: Page): string {
  const { language, origin, district } = frame;
  const words = wordsOf(frame);
  const site = `${district}${words.site}`;
  const title = page.title === '' ? site : `${page.title} - ${site}`;
  const canonical = origin + link(frame, page.path);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${page.description}" />
        <meta name="format-detection" content="telephone=no" />
        ${page.unlisted ? html`<meta name="robots" content="noindex" />` : listed(frame, page)}
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${page.description}" />
        <meta property="og:url" content="${canonical}" />
        <link rel="stylesheet" href="/guide/assets/${STYLE_FILE}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${page.data && jsonScript(page.data)}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        ${head(frame, page, site)}
        <main id="main" class="wide">${page.main}</main>
        ${foot(frame)}
      </body>
    </html> `.text;
}

function listed({ language, origin }: Frame, { path }: Page): Html {
  const addresses = GUIDE_LANGUAGES.map((one) => ({
    language: one,
    address: origin + link({ language: one }, path),
  }));
  return html`<link rel="canonical" href="${origin + link({ language }, path)}" /> ${addresses.map(
      (one) => html`<link rel="alternate" hreflang="${one.language}" href="${one.address}" />`,
    )}`;
}

function head(frame: Frame, page: Page, site: string): Html {
  const words = wordsOf(frame);
  const other: GuideLanguage = frame.language === 'en' ? 'zh-CN' : 'en';
  return html`<header class="top">
    <div class="wide">
      <a class="brand" href="${link(frame, '/guide')}">${site}</a>
      <a href="${link({ language: other }, page.path)}" lang="${other}" hreflang="${other}"
        >${words.other}</a
      >
    </div>
  </header>`;
}

function foot(frame: Frame): Html {
  const words = wordsOf(frame);
  const { supervisionTelephone } = frame;
  return html`<footer class="wide foot">
    <p>
      ${words.supervision}：<strong
        ><a href="tel:${dialled(supervisionTelephone)}">${supervisionTelephone}</a></strong
      >
    </p>
    <p><a href="${link(frame, '/progress')}">${words.progress}</a></p>
    <p><a href="${link(frame, '/online')}">${words.online}</a></p>
  </footer>`;
}

/** A number as a telephone dials it. */
export const dialled = (number: string) => number.replaceAll(/[^\d+]/g, '');

export function searchForm(frame: Frame, q = '', kept: Record<string, string> = {}): Html {
  const words = wordsOf(frame);
  const hidden = { ...kept, ...(frame.language === 'zh-CN' ? {} : { lang: frame.language }) };
  return html`<form class="find" role="search" action="/guide/search" method="get">
    <input
      type="search"
      name="q"
      value="${q}"
      maxlength="64"
      aria-label="${words.searchLabel}"
      placeholder="${words.searchHint}"
      enterkeyhint="search"
    />
    ${Object.entries(hidden).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button type="submit">${words.search}</button>
  </form>`;
}
