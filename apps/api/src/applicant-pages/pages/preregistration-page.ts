import { drawPage, html, type Frame, type Html } from '../../publication/index.js';
import type { SentDto } from '../../preregistration/index.js';
import type { Faults } from '../faults.js';
import { applicantWords } from '../words.js';
import {
  actionOf,
  APPLICANT_FIELDS,
  applicantFields,
  faultsAbove,
  hidden,
  type Filled,
} from './form-parts.js';
import { dayWords } from './times.js';

export const PREREGISTRATION_FIELDS = APPLICANT_FIELDS;
const PATH = '/online/preregister';

export function preregistrationForm(
  frame: Frame,
  filled: Filled,
  place: Record<'itemCode' | 'itemName' | 'unitId' | 'unitName', string>,
): string {
  const words = applicantWords(frame);
  const query = new URLSearchParams({ item: place.itemCode, unit: place.unitId });
  return drawPage(frame, {
    ...{ title: words.preregister, description: place.itemName, unlisted: true },
    path: `${PATH}?${query}`,
    main: html`<h1>${words.preregister}</h1>
      <p lang="zh-CN"><strong>${place.itemName}</strong><br />${place.unitName}</p>
      <p class="note">${words.preregisterIntro}</p>
      ${faultsAbove(frame, filled.faults)}
      <form method="post" action="${actionOf(frame, PATH)}" enctype="multipart/form-data">
        ${hidden('itemCode', place.itemCode)} ${hidden('unitId', place.unitId)}
        ${hidden('requestKey', filled.fields['requestKey'] ?? '')}
        ${applicantFields(frame, filled, true)}
        <button class="button" type="submit">${words.submitPreregistration}</button>
      </form>`,
  });
}

/** What was sent, with a form of its own for each material: a fault in one loses nothing of the others. */
export function sentPage(
  frame: Frame,
  sent: SentDto,
  { requestKey, faults, position }: { requestKey: string; faults: Faults; position?: number },
): string {
  const words = applicantWords(frame);
  return drawPage(frame, {
    ...{ title: words.sent, description: words.sent, path: PATH, unlisted: true },
    main: html`<h1 role="status">${words.sent}</h1>
      <div class="card">
        <p>${words.preregistrationCode}</p>
        <p class="code">${sent.code}</p>
        <p lang="zh-CN">${sent.itemName}<br />${sent.unitName}<br />${sent.telephone}</p>
        <p>${words.sentNote(sent.unitName, dayWords(sent.lastDay, frame.language))}</p>
      </div>
      ${position === undefined && faultsAbove(frame, faults)}
      <h2>${words.uploads}</h2>
      <p class="note">${words.uploadsNote}</p>
      <ul class="rows">
        ${sent.materials.map((material) =>
          upload(frame, material, {
            requestKey,
            fault: material.position === position ? faults.sentence : '',
          }),
        )}
      </ul>`,
  });
}

function upload(
  frame: Frame,
  { position, name, required, files }: SentDto['materials'][number],
  { requestKey, fault }: { requestKey: string; fault: string },
): Html {
  const words = applicantWords(frame);
  const id = `file-${position}`;
  return html`<li>
    <form
      method="post"
      action="${actionOf(frame, `${PATH}/files`)}"
      enctype="multipart/form-data"
      class="field${fault ? ' wrong' : ''}"
    >
      ${hidden('requestKey', requestKey)} ${hidden('position', String(position))}
      <label for="${id}" lang="zh-CN"
        >${name}（${required ? words.required : words.optional}）</label
      >
      ${
        files.length > 0 &&
        html`<p class="hint" lang="zh-CN">✓ ${words.sentFiles}${files.join('、')}</p>`
      }
      ${fault && html`<p class="fault" role="alert" lang="zh-CN">${fault}</p>`}
      <input id="${id}" name="file" type="file" accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx" />
      <p><button class="button plain" type="submit">${words.upload}</button></p>
    </form>
  </li>`;
}
