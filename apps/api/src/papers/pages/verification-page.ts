import { groupedPaperCode, localDateOf, typedPaperCode } from '@yikou/domain';
import { itemWords } from '../../documents/index.js';
import { drawPage, html, type Frame, type Html } from '../../publication/index.js';
import type { VerifiedPaper } from '../paper.queries.js';
import { VERIFICATION_WORDS, type VerificationWords } from './verification-words.js';

/** The form in which a code is typed in, and what was found; `undefined` before anything was asked. */
export function verificationPage(
  frame: Frame,
  typed: string,
  found: VerifiedPaper | null | undefined,
): string {
  const words = VERIFICATION_WORDS[frame.language];
  const code = typedPaperCode(typed);
  return drawPage(frame, {
    title: words.title,
    description: words.hint,
    path: code === null ? '/verify' : `/verify/${code}`,
    unlisted: true,
    main: html`<h1>${words.title}</h1>
      ${found === undefined && html`<p class="note">${words.hint}</p>`}
      ${found === null && notFound(words)} ${found && paper(words, found)}
      ${form(frame, words, typed)}`,
  });
}

function form(frame: Frame, words: VerificationWords, typed: string): Html {
  const code = typedPaperCode(typed);
  return html`<form class="find" action="/verify" method="get">
    <input
      type="text"
      name="code"
      value="${code === null ? typed : groupedPaperCode(code)}"
      maxlength="40"
      required
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-label="${words.code}"
      placeholder="${words.placeholder}"
    />
    ${frame.language === 'zh-CN' ? null : html`<input type="hidden" name="lang" value="en" />`}
    <button type="submit">${words.verify}</button>
  </form>`;
}

function notFound(words: VerificationWords): Html {
  return html`<p role="alert"><strong>✕ ${words.notFound}</strong></p>
    <p class="note">${words.notFoundHint}</p>`;
}

function paper(words: VerificationWords, found: VerifiedPaper): Html {
  const facts: [string, string][] = [
    [words.paper, found.title],
    [words.number, found.number],
    [words.unit, found.unitName],
    [words.date, dayOf(found.issuedAt)],
    [words.caseNumber, found.caseNumber],
    [words.applicant, found.applicantName],
  ];
  if (found.withdrawnAt) facts.push([words.withdrawnOn, dayOf(found.withdrawnAt)]);
  return html`<p role="status">
      <strong>${found.withdrawnAt ? `■ ${words.withdrawn}` : `✓ ${words.valid}`}</strong>
    </p>
    <dl class="facts" lang="zh-CN">
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="note">${words.compare}</p>`;
}

const dayOf = (instant: Date): string => itemWords.dateWords(localDateOf(instant));
