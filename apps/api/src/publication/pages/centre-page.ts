import type { ThemeDto } from '../../catalog/index.js';
import { itemWords } from '../../documents/index.js';
import { html, type Html, type Piece } from '../html.js';
import type { ServicePromisesDto } from '../service-promises.dto.js';
import { dialled, drawPage, link, wordsOf, type Frame } from './frame.js';

export interface Hall {
  id: string;
  code: string;
  kind: 'CENTRE' | 'STATION';
  name: string;
  telephone: string | null;
  address: string | null;
  /** Local time HH:mm. */
  opensAt: string;
  closesAt: string;
  /** Numbers of its comprehensive counters. */
  counters: number[];
  /** Of the street in which a station stands. */
  centre: { code: string; name: string } | null;
}

export interface CentreFacts {
  hall: Hall;
  /** Of what it offers, with their numbers. */
  themes: readonly ThemeDto[];
  /** The version that holds and those that are coming, the newest first. */
  promises: readonly ServicePromisesDto[];
}

/** One centre or station: how to find it, what it does, what it promises (R76). */
export function centrePage(frame: Frame, { hall, themes, promises }: CentreFacts): string {
  const words = wordsOf(frame);
  const path = pathOf(hall);
  return drawPage(frame, {
    title: hall.name,
    description: `${hall.name}：${words.reach}、${words.itemsHere}、${words.promises}`,
    path,
    data: placeData(frame, hall),
    main: html`<article>
      <h1 lang="zh-CN">${hall.name}</h1>
      ${section('reach', words.reach, reach(frame, hall))}
      ${section('items', words.itemsHere, itemsHere(frame, hall, themes))}
      ${hall.kind === 'CENTRE' && section('promises', words.promises, given(frame, promises))}
    </article>`,
  });
}

const pathOf = ({ code }: Pick<Hall, 'code'>) => `/guide/centres/${encodeURIComponent(code)}`;

function section(id: string, heading: string, content: Piece): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;
}

function reach(frame: Frame, hall: Hall): Html {
  const words = wordsOf(frame);
  const { address, telephone, counters, centre } = hall;
  const call = telephone && html`<a href="tel:${dialled(telephone)}">${telephone}</a>`;
  const above = centre && html`<a href="${link(frame, pathOf(centre))}">${centre.name}</a>`;
  const facts: [string, Piece][] = [
    [words.address, address],
    [words.telephone, call],
    [words.hours, `${words.workdays} ${hall.opensAt}–${hall.closesAt}`],
    [words.counters, counters.length > 0 && words.counterNumbers(counters.join('、'))],
    [words.centreOfStreet, above],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        value &&
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function itemsHere(frame: Frame, { id }: Hall, themes: readonly ThemeDto[]): Html {
  const words = wordsOf(frame);
  if (themes.length === 0) return html`<p>${words.noItemsHere}</p>`;
  const count = themes.reduce((sum, theme) => sum + theme.count, 0);
  const search = (more: Record<string, string>) =>
    link(frame, `/guide/search?${new URLSearchParams({ offeredBy: id, ...more })}`);
  return html`<ul class="tiles">
      ${themes.map(
        (one) =>
          html`<li>
            <a href="${search({ theme: one.theme })}"
              ><span>${one.theme}</span><span class="sub">${one.count}</span></a
            >
          </li>`,
      )}
    </ul>
    <a class="more" href="${search({})}">${words.allItemsHere(count)}</a>`;
}

function given(frame: Frame, promises: readonly ServicePromisesDto[]): Html {
  const words = wordsOf(frame);
  const { dateWords } = itemWords;
  const now = promises.find(({ standing }) => standing === 'IN_FORCE');
  const coming = promises.filter(({ standing }) => standing === 'COMING');
  return html`${
    now
      ? html`<p class="note">${words.promisesSince(now.number, dateWords(now.effectiveFrom))}</p>
          <ol class="cards" lang="zh-CN">
            ${now.promises.map(
              ({ title, text }) => html`<li><strong>${title}</strong><br />${text}</li>`,
            )}
          </ol>`
      : html`<p>${words.noPromises}</p>`
  }
  ${coming.map(
    ({ number, effectiveFrom }) =>
      html`<p class="note">${words.promisesComing(number, dateWords(effectiveFrom))}</p>`,
  )}`;
}

/** The place as schema.org knows it. */
function placeData({ origin, district }: Frame, hall: Hall): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name: hall.name,
    url: origin + pathOf(hall),
    address: hall.address ?? undefined,
    telephone: hall.telephone ?? undefined,
    openingHours: `Mo-Fr ${hall.opensAt}-${hall.closesAt}`,
    parentOrganization: { '@type': 'GovernmentOrganization', name: district },
  };
}
