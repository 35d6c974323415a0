import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@yikou/platform';
import type { Reader } from './guide-pages.js';
import { GuideQueries } from './guide.queries.js';
import type { Frame } from './pages/frame.js';

/** What stands around every public page, also those of other modules. */
@Injectable()
export class PublicFrames {
  constructor(
    private readonly queries: GuideQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of({ language, origin }: Reader): Promise<Frame> {
    const { supervisionTelephone, url = origin } = this.settings.public;
    return { language, origin: url, district: await this.queries.district(), supervisionTelephone };
  }
}
