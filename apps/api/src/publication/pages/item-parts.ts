import type { ItemStandard } from '@yikou/domain';
import type { OfferingUnitDto } from '../../catalog/index.js';
import { itemWords } from '../../documents/index.js';
import { html, type Html } from '../html.js';
import { dialled, link, wordsOf, type Frame } from './frame.js';

/** More stand behind a click: an item of the communities has dozens. */
const OPEN_PLACES = 6;

/** What people ask first: how, how long, how much, how often. */
export function keyFacts(frame: Frame, item: ItemStandard): Html {
  const words = wordsOf(frame);
  const { kindOf, promiseOf, visitsOf } = itemWords;
  const fee = item.fee === null ? '—' : item.fee.charged ? words.charged : words.free;
  const facts = [
    [words.key.kind, kindOf(item)],
    [words.key.promise, promiseOf(item)],
    [words.key.fee, fee],
    [words.key.visits, visitsOf(item)],
  ];
  return html`<dl class="key">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function materialCards(frame: Frame, { materials }: ItemStandard): Html {
  const words = wordsOf(frame);
  const { said, paperOf, needOf, adviceOn } = itemWords;
  if (materials.length === 0) return html`<p>${words.noMaterials}</p>`;
  return html`<ol class="cards">
    ${materials.map((material) => {
      const advice = adviceOn(material);
      return html`<li>
        <strong>${said(material.name)}</strong>
        <dl>
          <div>
            <dt>${words.form}</dt>
            <dd>${paperOf(material)}</dd>
          </div>
          <div>
            <dt>${words.need}</dt>
            <dd>${needOf(material)}</dd>
          </div>
          ${
            advice &&
            html`<div>
              <dt>${words.advice}</dt>
              <dd>${advice}</dd>
            </div>`
          }
        </dl>
      </li>`;
    })}
  </ol>`;
}

export function stepCards(frame: Frame, item: ItemStandard): Html {
  const words = wordsOf(frame);
  const { stepNameOf, roleOf, stepDaysOf, UNSAID } = itemWords;
  return html`<ol class="cards">
    ${item.steps.map((step) => {
      const days = stepDaysOf(step, item);
      return html`<li>
        <strong>${stepNameOf(step)}</strong>
        <dl>
          <div>
            <dt>${words.stepBy}</dt>
            <dd>${roleOf(step)}</dd>
          </div>
          ${
            days !== UNSAID &&
            html`<div>
              <dt>${words.stepDays}</dt>
              <dd>${days}</dd>
            </div>`
          }
        </dl>
      </li>`;
    })}
  </ol>`;
}

/** The centres and stations that offer it, each with its own address, telephone and hours. */
export function placeList(frame: Frame, places: readonly OfferingUnitDto[]): Html {
  const words = wordsOf(frame);
  if (places.length === 0) return html`<p>${words.noPlaces}</p>`;
  const [open, more] = [places.slice(0, OPEN_PLACES), places.slice(OPEN_PLACES)];
  const list = (some: readonly OfferingUnitDto[]) =>
    html`<ul class="places">
      ${some.map((place) => html`<li>${onePlace(frame, place)}</li>`)}
    </ul>`;
  return html`${list(open)}
  ${
    more.length > 0 &&
    html`<details>
      <summary>${words.morePlaces(more.length)}</summary>
      ${list(more)}
    </details>`
  }`;
}

function onePlace(
  frame: Frame,
  { unitCode, name, address, telephone, ...hours }: OfferingUnitDto,
): Html {
  const words = wordsOf(frame);
  return html`<address>
    <a href="${link(frame, `/guide/centres/${encodeURIComponent(unitCode)}`)}"
      ><strong>${name}</strong></a
    ><br />
    ${address && html`${words.address}：${address}<br />`}
    ${
      telephone &&
      html`${words.telephone}：<a href="tel:${dialled(telephone)}">${telephone}</a><br />`
    }
    ${words.hours}：${hours.openingHours ?? `${words.workdays} ${hours.opensAt}–${hours.closesAt}`}
  </address>`;
}
