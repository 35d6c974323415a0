import { Injectable } from '@nestjs/common';
import { Clock } from '@yikou/platform';
import type { SessionListDto } from './session.dto.js';
import { SessionQueries } from './session.queries.js';

@Injectable()
export class ListSessions {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly clock: Clock,
  ) {}

  /** @param currentId the session that asks, where it is the account's own */
  run(accountId: string, currentId?: string): Promise<SessionListDto> {
    return this.sessions.listOf(accountId, this.clock.now(), currentId);
  }
}
