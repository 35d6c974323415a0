import type { ProgressDto } from '../../intake/index.js';
import { dialled, drawPage, html, link, type Frame, type Html } from '../../publication/index.js';
import { applicantWords } from '../words.js';
import { actionOf, faultsAbove, field, type Filled } from './form-parts.js';
import { momentWords } from './times.js';

export const PROGRESS_FIELDS = ['number', 'identityTail'];
const PATH = '/progress';

export function progressForm(frame: Frame, filled: Filled): string {
  const words = applicantWords(frame);
  return drawPage(frame, {
    ...{ title: words.progress, description: words.progressIntro, path: PATH, unlisted: true },
    main: html`<h1>${words.progress}</h1>
      <p class="note">${words.progressIntro}</p>
      ${faultsAbove(frame, filled.faults)}
      <form method="post" action="${actionOf(frame, PATH)}" enctype="multipart/form-data">
        ${field(filled, {
          ...{ name: 'number', label: words.number, hint: words.numberHint, maxlength: 40 },
          inputmode: 'numeric',
        })}
        ${field(filled, {
          ...{ name: 'identityTail', label: words.tail, hint: words.tailHint, maxlength: 4 },
        })}
        <button class="button" type="submit">${words.query}</button>
      </form>`,
  });
}

/** A paper of the case that the applicant may download. */
export interface PaperLink {
  name: string;
  href: string;
}

export function progressAnswer(
  frame: Frame,
  progress: ProgressDto,
  papers: readonly PaperLink[],
): string {
  const words = applicantWords(frame);
  const at = (label: string, moment: Date | null) =>
    moment && fact(label, momentWords(moment, frame.language));
  const open = progress.decidedAt === null;
  const { unitTelephone, followerName } = progress;
  return drawPage(frame, {
    ...{ title: words.progress, description: words.progressIntro, path: PATH, unlisted: true },
    main: html`<h1>${words.progress}</h1>
      <div class="card" role="status">
        <strong lang="zh-CN">${progress.itemName}</strong>
        <p class="sub">${progress.caseNumber}</p>
        <p>${words.state}：<strong>${words.states[progress.state] ?? progress.state}</strong></p>
        ${
          open &&
          progress.promisedDueAt &&
          html`<p>
            ${words.due}：<strong
              >${momentWords(lastMoment(progress.promisedDueAt), frame.language)}</strong
            >
            ${progress.provisional && words.provisional}
          </p>`
        }
      </div>
      ${messages(frame, progress)}
      <h2>${words.steps}</h2>
      <ol class="steps">
        ${progress.steps.map(
          ({ name, progress: where }) =>
            html`<li class="${where === 'CURRENT' ? 'now' : ''}">
              <span lang="zh-CN">${name}</span> · ${words.step[where]}
            </li>`,
        )}
      </ol>
      <dl class="facts">
        ${at(words.registeredAt, progress.registeredAt)}
        ${at(words.acceptedAt, progress.acceptedAt)} ${at(words.decidedAt, progress.decidedAt)}
        ${at(words.deliveredAt, progress.deliveredAt)}
        ${followerName && fact(words.follower, followerName)} ${fact(words.hall, progress.unitName)}
        ${
          unitTelephone &&
          fact(words.contact, html`<a href="tel:${dialled(unitTelephone)}">${unitTelephone}</a>`)
        }
      </dl>
      ${papers.length > 0 && paperList(frame, papers)}
      <p><a class="more" href="${link(frame, PATH)}">${words.another}</a></p>`,
  });
}

/** A limit ends at 24:00, which is 00:00 of the day after: said as the last minute of its day. */
const lastMoment = (due: Date) => new Date(due.getTime() - 1);

const fact = (label: string, value: string | Html): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function messages(frame: Frame, { messages: told }: ProgressDto): Html | false {
  const words = applicantWords(frame);
  if (told.length === 0) return false;
  return html`<h2>${words.messages}</h2>
    <ul class="rows" lang="zh-CN">
      ${told.map(
        ({ at, name, text }) =>
          html`<li>${text}<span class="sub">${momentWords(at, frame.language)} ${name}</span></li>`,
      )}
    </ul>`;
}

function paperList(frame: Frame, papers: readonly PaperLink[]): Html {
  return html`<h2>${applicantWords(frame).papers}</h2>
    <ul class="rows">
      ${papers.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
    </ul>`;
}
