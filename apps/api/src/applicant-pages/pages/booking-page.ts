import type { BookedDto, SlotsDto } from '../../appointments/index.js';
import { dialled, drawPage, html, link, type Frame, type Html } from '../../publication/index.js';
import { applicantWords } from '../words.js';
import {
  actionOf,
  APPLICANT_FIELDS,
  applicantFields,
  faultsAbove,
  field,
  hidden,
  type Filled,
} from './form-parts.js';
import { dayWords, localTime, momentWords, shortDay } from './times.js';

export const BOOKING_FIELDS = ['slotAt', ...APPLICANT_FIELDS];
export const OWN_FIELDS = ['code', 'identityTail'];
const BOOK = '/online/book';
const OWN = '/online/appointment';

export function bookingForm(
  frame: Frame,
  filled: Filled,
  slots: SlotsDto,
  { itemCode, unitId }: { itemCode: string; unitId: string },
): string {
  const words = applicantWords(frame);
  const addressOf = (date: string) =>
    `${BOOK}?${new URLSearchParams({ item: itemCode, unit: unitId, date })}`;
  return drawPage(frame, {
    ...{ title: words.book, description: slots.itemName, unlisted: true },
    path: addressOf(slots.date),
    main: html`<h1>${words.book}</h1>
      <p lang="zh-CN"><strong>${slots.itemName}</strong><br />${slots.unitName}</p>
      ${faultsAbove(frame, filled.faults)}
      <h2>${words.day}</h2>
      ${slots.days.length === 0 && html`<p>${words.noSlots}</p>`}
      <ul class="days">
        ${slots.days.map(
          (day) =>
            html`<li>
              <a
                href="${link(frame, addressOf(day))}"
                ${day === slots.date && html`aria-current="date"`}
                >${shortDay(day, frame.language)}</a
              >
            </li>`,
        )}
      </ul>
      ${
        slots.date !== '' &&
        html`<form method="post" action="${actionOf(frame, BOOK)}" enctype="multipart/form-data">
          ${hidden('itemCode', itemCode)} ${hidden('unitId', unitId)} ${hidden('date', slots.date)}
          ${hidden('requestKey', filled.fields['requestKey'] ?? '')}
          ${slotList(frame, filled, slots)} ${applicantFields(frame, filled, false)}
          <button class="button" type="submit">${words.submitBooking}</button>
        </form>`
      }`,
  });
}

function slotList(frame: Frame, { fields, faults }: Filled, { date, slots }: SlotsDto): Html {
  const words = applicantWords(frame);
  const fault = faults.at['slotAt'];
  return html`<fieldset class="slots field${fault ? ' wrong' : ''}" id="slotAt">
    <legend>${words.slot}（${dayWords(date, frame.language)}）</legend>
    <p class="hint">${words.slotHint}</p>
    ${fault && html`<p class="fault" lang="zh-CN">${fault}</p>`}
    <ul>
      ${slots.map(({ at, free }) => {
        const value = at.toISOString();
        return html`<li>
          <label class="${free === 0 ? 'full' : ''}"
            ><input
              type="radio"
              name="slotAt"
              value="${value}"
              ${free === 0 && html`disabled`}
              ${free > 0 && fields['slotAt'] === value && html`checked`}
            /><span
              >${localTime(at)}
              <span class="sub">${free === 0 ? words.full : words.free(free)}</span></span
            ></label
          >
        </li>`;
      })}
    </ul>
  </fieldset>`;
}

/** @param heading what has just happened, or nothing to say but how it stands */
export function appointmentPage(
  frame: Frame,
  appointment: BookedDto,
  { heading, identityTail = '' }: { heading: string; identityTail?: string },
): string {
  const words = applicantWords(frame);
  const { telephone, mayCancel } = appointment;
  return drawPage(frame, {
    ...{ title: heading, description: heading, path: OWN, unlisted: true },
    main: html`<h1 role="status">${heading}</h1>
      <div class="card">
        <p>${words.code}</p>
        <p class="code">${appointment.code}</p>
        <p>
          <strong>${momentWords(appointment.slotAt, frame.language)}</strong>，
          ${words.counter(appointment.counter)}
        </p>
        <p>${words.state}：<strong>${words.appointmentStates[appointment.state]}</strong></p>
        <p lang="zh-CN">
          ${appointment.itemName}<br />${appointment.unitName}<br />${appointment.address}
          ${telephone && html`<br /><a href="tel:${dialled(telephone)}">${telephone}</a>`}
        </p>
      </div>
      ${mayCancel && html`<p>${words.bookedNote}</p>`}
      ${mayCancel && identityTail !== '' && cancelForm(frame, appointment, identityTail)}
      <p><a class="more" href="${link(frame, OWN)}">${words.ownAppointment}</a></p>`,
  });
}

function cancelForm(frame: Frame, { code }: BookedDto, identityTail: string): Html {
  return html`<form method="post" action="${actionOf(frame, OWN)}" enctype="multipart/form-data">
    ${hidden('code', code)} ${hidden('identityTail', identityTail)} ${hidden('do', 'cancel')}
    <button class="button plain" type="submit">${applicantWords(frame).cancel}</button>
  </form>`;
}

export function ownAppointmentForm(frame: Frame, filled: Filled): string {
  const words = applicantWords(frame);
  return drawPage(frame, {
    ...{ title: words.ownAppointment, description: words.ownAppointment, path: OWN },
    unlisted: true,
    main: html`<h1>${words.ownAppointment}</h1>
      ${faultsAbove(frame, filled.faults)}
      <form method="post" action="${actionOf(frame, OWN)}" enctype="multipart/form-data">
        ${field(filled, { name: 'code', label: words.code, hint: words.codeHint, maxlength: 20 })}
        ${field(filled, {
          ...{ name: 'identityTail', label: words.tail, hint: words.tailHint, maxlength: 4 },
        })}
        <button class="button" type="submit">${words.look}</button>
      </form>`,
  });
}
