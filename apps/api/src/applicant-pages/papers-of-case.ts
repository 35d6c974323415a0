import { Injectable } from '@nestjs/common';
import type { PaperLink } from './pages/progress-page.js';

/** The papers of a case that its applicant may download; there are none as long as none are made. */
@Injectable()
export class PapersOfCase {
  async of(_caseNumber: string): Promise<readonly PaperLink[]> {
    return [];
  }
}
