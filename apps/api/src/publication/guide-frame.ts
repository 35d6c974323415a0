import type { Settings } from '@yikou/platform';
import type { GuideLanguage } from './guide-words.js';
import type { Frame } from './pages/frame.js';

/** Who reads: in which language, and under which address they came. */
export interface Reader {
  language: GuideLanguage;
  origin: string;
}

type Public = Pick<Settings, 'public'>;

/** What every page is drawn with. */
export function frameOf(settings: Public, reader: Reader, district: string): Frame {
  const { language } = reader;
  const { supervisionTelephone } = settings.public;
  return { language, origin: originFor(settings, reader), district, supervisionTelephone };
}

/** The address under which others find us. */
export function originFor(settings: Public, { origin }: Reader): string {
  return settings.public.url ?? origin;
}
