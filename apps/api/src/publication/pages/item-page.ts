import { localDateOf, standardOfVersion, type ItemStandard } from '@yikou/domain';
import { renderSVG } from 'uqr';
import type { ItemVersion, OfferingUnitDto } from '../../catalog/index.js';
import { factsOf, itemWords } from '../../documents/index.js';
import { Html, html, type Piece } from '../html.js';
import { drawPage, link, wordsOf, type Frame } from './frame.js';
import { keyFacts, materialCards, placeList, stepCards } from './item-parts.js';
import { serviceData } from './service-data.js';

export interface GuideFacts {
  version: ItemVersion;
  offeredBy: readonly OfferingUnitDto[];
}

type Section = [id: string, heading: string, content: Piece];

/** The guide to one item with all its elements (R33, R37), as it holds now. */
export function itemPage(frame: Frame, facts: GuideFacts): string {
  const item = standardOfVersion(facts.version);
  const words = wordsOf(frame);
  const path = `/guide/items/${encodeURIComponent(item.code)}`;
  const sections = sectionsOf(frame, item, facts);
  return drawPage(frame, {
    title: item.name,
    description: `${item.name}：${words.conditions}、${words.materials}、${words.steps}、${words.places}`,
    path,
    data: serviceData(frame, item, { ...facts, path }),
    main: html`<article>
      <h1 lang="zh-CN">${item.name}</h1>
      ${item.nameEn && html`<p class="note" lang="en">${item.nameEn}</p>`} ${keyFacts(frame, item)}
      ${facts.offeredBy.length > 0 && onlineWays(frame, item.code)}
      <nav class="toc" aria-label="${words.contents}">
        <ul>
          ${sections.map(([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>`)}
        </ul>
      </nav>
      ${sections.map(
        ([id, heading, content]) =>
          html`<section aria-labelledby="${id}">
            <h2 id="${id}">${heading}</h2>
            <div lang="zh-CN">${content}</div>
          </section>`,
      )}
      <section aria-labelledby="papers">
        <h2 id="papers">${words.papers}</h2>
        ${papers(frame, path)}
      </section>
    </article>`,
  });
}

/** From the item straight to a place at the counter, or to sending the data ahead (R67, R71). */
function onlineWays(frame: Frame, code: string): Html {
  const words = wordsOf(frame);
  const to = (path: string) => link(frame, `${path}?item=${encodeURIComponent(code)}`);
  return html`<p class="ways">
    <a class="button" href="${to('/online/book')}">${words.book}</a>
    <a class="button plain" href="${to('/online/preregister')}">${words.preregister}</a>
  </p>`;
}

function sectionsOf(
  frame: Frame,
  item: ItemStandard,
  { version, offeredBy }: GuideFacts,
): Section[] {
  const words = wordsOf(frame);
  const { said, procedureOf, basisOf, warningOf } = itemWords;
  const warning = warningOf(item);
  const procedures = item.specialProcedures.map(procedureOf);
  const sections: (Section | false)[] = [
    ['conditions', words.conditions, numbered(item.conditions.map(said))],
    ['materials', words.materials, materialCards(frame, item)],
    ['steps', words.steps, stepCards(frame, item)],
    procedures.length > 0 && ['procedures', words.procedures, numbered(procedures)],
    ['places', words.places, placeList(frame, offeredBy)],
    ['facts', words.facts, pairs(factsOf(item))],
    ['bases', words.bases, numbered(item.legalBases.map(basisOf))],
    [
      'edition',
      words.edition,
      [
        pairs(editionOf(frame, version)),
        warning && html`<p class="note">${warning}</p>`,
        version.content.note && html`<p class="note">${version.content.note}</p>`,
      ],
    ],
  ];
  return sections.filter((section): section is Section => section !== false);
}

function editionOf(frame: Frame, version: ItemVersion): [string, string][] {
  const words = wordsOf(frame);
  const { dateWords } = itemWords;
  return [
    [words.code, version.itemCode],
    [words.version, words.versionWords(version.number)],
    [words.publishedOn, dateWords(localDateOf(version.publishedAt))],
    [words.inForceFrom, dateWords(version.effectiveFrom)],
    [words.supervision, frame.supervisionTelephone],
  ];
}

function numbered(lines: readonly string[]): Html {
  if (lines.length === 0) return html`<p>—</p>`;
  return html`<ol class="cards">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ol>`;
}

function pairs(facts: readonly (readonly [string, string, ...unknown[]])[]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function papers(frame: Frame, path: string): Html {
  const words = wordsOf(frame);
  const files = { guide: words.guidePdf, poster: words.posterPdf, brochure: words.brochurePdf };
  // Drawn by the library out of the address alone, so it is markup already.
  const code = new Html(renderSVG(frame.origin + path, { border: 1 }));
  return html`<div class="papers">
    <ul>
      ${Object.entries(files).map(
        ([name, label]) => html`<li><a href="${path}/${name}.pdf" rel="nofollow">${label}</a></li>`,
      )}
    </ul>
    <figure>
      <div role="img" aria-label="${words.scan}">${code}</div>
      <figcaption>${words.scan}</figcaption>
    </figure>
  </div>`;
}
