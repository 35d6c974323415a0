import { html, type Frame, type Html } from '../../publication/index.js';
import type { Faults } from '../faults.js';
import { applicantWords } from '../words.js';

/** A form as it was filled in, and what is wrong with it. */
export interface Filled {
  fields: Record<string, string>;
  faults: Faults;
}

interface Field {
  name: string;
  label: string;
  hint?: string;
  type?: string;
  inputmode?: string;
  autocomplete?: string;
  maxlength: number;
  optional?: boolean;
}

const idOf = (name: string) => name.replace('.', '-');

/** A text field with its label, what it is for, and what is wrong with it beside it. */
export function field({ fields, faults }: Filled, one: Field): Html {
  const { name, label, hint, maxlength } = one;
  const id = idOf(name);
  const fault = faults.at[name];
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${id}">${label}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${fault && html`<p class="fault" id="${id}-fault" lang="zh-CN">${fault}</p>`}
    <input
      id="${id}"
      name="${name}"
      type="${one.type ?? 'text'}"
      value="${fields[name] ?? ''}"
      maxlength="${maxlength}"
      inputmode="${one.inputmode ?? 'text'}"
      autocomplete="${one.autocomplete ?? 'off'}"
      ${described && html`aria-describedby="${described}"`}
      ${fault && html`aria-invalid="true"`}
      ${!one.optional && html`aria-required="true"`}
    />
  </div>`;
}

/** What is wrong with all of it, read out first; each leads to its field. */
export function faultsAbove(frame: Frame, { sentence, at }: Faults): Html | false {
  if (sentence === '') return false;
  const list = Object.entries(at);
  return html`<div class="faults" role="alert">
    <h2>${applicantWords(frame).wrong}</h2>
    ${list.length === 0 && html`<p lang="zh-CN">${sentence}</p>`}
    ${
      list.length > 0 &&
      html`<ul lang="zh-CN">
        ${list.map(([name, text]) => html`<li><a href="#${idOf(name)}">${text}</a></li>`)}
      </ul>`
    }
  </div>`;
}

/** Names of the applicant's fields are those of the API, so that its refusals find them. */
export const APPLICANT_FIELDS = ['kind', 'name', 'identityNumber', 'telephone', 'address'].map(
  (name) => `applicant.${name}`,
);

export function applicantFields(frame: Frame, filled: Filled, withAddress: boolean): Html {
  const words = applicantWords(frame);
  const kind = filled.fields['applicant.kind'] ?? 'PERSON';
  const at = (name: string) => `applicant.${name}`;
  return html`<h2>${words.applicant}</h2>
    <div class="field">
      <label for="applicant-kind">${words.kind}</label>
      <select id="applicant-kind" name="applicant.kind">
        ${(['PERSON', 'ORGANISATION'] as const).map(
          (one) =>
            html`<option value="${one}" ${one === kind && html`selected`}>
              ${words.kinds[one]}
            </option>`,
        )}
      </select>
    </div>
    ${field(filled, {
      ...{ name: at('name'), label: words.name, maxlength: 100, autocomplete: 'name' },
    })}
    ${field(filled, {
      ...{ name: at('identityNumber'), label: words.identity, hint: words.identityHint },
      maxlength: 18,
    })}
    ${field(filled, {
      ...{ name: at('telephone'), label: words.telephone, hint: words.telephoneHint },
      ...{ maxlength: 20, type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
    })}
    ${
      withAddress &&
      field(filled, {
        ...{ name: at('address'), label: words.address, maxlength: 200, optional: true },
        autocomplete: 'street-address',
      })
    }
    <p class="note">${words.privacy}</p>`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** Keeps the reader's language over the sending of a form. */
export const actionOf = ({ language }: Frame, path: string): string =>
  language === 'en' ? `${path}?lang=en` : path;
