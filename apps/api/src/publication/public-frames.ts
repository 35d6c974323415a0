import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@yikou/platform';
import { frameOf, type Reader } from './guide-frame.js';
import { GuideQueries } from './guide.queries.js';
import type { Frame } from './pages/frame.js';

/** What stands around every public page, also those of other modules. */
@Injectable()
export class PublicFrames {
  constructor(
    private readonly queries: GuideQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(reader: Reader): Promise<Frame> {
    return frameOf(this.settings, reader, await this.queries.district());
  }
}
