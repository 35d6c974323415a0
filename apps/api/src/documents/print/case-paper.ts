/** A paper that the counter hands over in one case, ready to be set: words only. */
export interface CasePaper {
  title: string;
  /** Such as 大学路便民受〔2026〕12号. */
  number: string;
  /** Of the paper, YYYY-MM-DD. */
  date: string;
  letterhead: Letterhead;
  /** Whom it speaks to, with the mark of the identity number; null for a form. */
  addressee: string | null;
  paragraphs: readonly string[];
  table: PaperTable | null;
  /** Below the table. */
  closing: readonly string[];
  /** Labels and values in the form of a table, such as those of a proof of service. */
  form: readonly (readonly [label: string, value: string])[];
  /** Who puts the seal on it; null where nobody does. */
  signer: string | null;
  /** Lines to be signed by hand, such as 申请人签收. */
  signatures: readonly string[];
  verification: { url: string; code: string };
}

export interface Letterhead {
  /** With the district before it. */
  unitName: string;
  address: string | null;
  telephone: string | null;
  /** Such as 周一至周五 09:00–17:00. */
  hours: string | null;
}

export interface PaperTable {
  heads: readonly string[];
  /** A share of the width for each column, in millimetres; 0 takes what is left. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
}
