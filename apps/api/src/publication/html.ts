/** Markup that is safe to send: whatever went into it was escaped on the way. */
export class Html {
  constructor(readonly text: string) {}
}

/** `null`, `undefined` and `false` leave nothing behind. */
export type Piece = string | number | Html | readonly Piece[] | null | undefined | false;

/**
 * Markup with values in it: html`<p class="${kind}">${text}</p>`. Every value is escaped, for text and for
 * attributes in double quotes alike; only other markup goes in as it is.
 */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(parts.reduce((text, part, i) => text + written(values[i - 1]) + part));
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(value: Piece): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object' && value !== null) return value.map(written).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** Data for machines inside a page: `<` must not end the element. */
export function jsonScript(data: object): Html {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return new Html(`<script type="application/ld+json">${json}</script>`);
}
