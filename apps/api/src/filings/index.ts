export { Filing, FilingQuestion, FilingRow, FilingWeek } from './filing.entity.js';
export { FILING_CLOCK, MakeFilings } from './make-filings.js';
export { FilingsModule } from './filings.module.js';
