import { Injectable } from '@nestjs/common';
import { mayTakeRequests, type Actor, type TrackingFacts } from '@yikou/domain';
import type { Reader } from '@yikou/platform';
import type { ColleagueRefDto, ProgressMessageDto, TrackingDto } from './agent.dto.js';

const MESSAGES = 50;
const COLLEAGUES = 50;

/** Who follows a case and what was told; the caller has made sure that the asker may see the case. */
@Injectable()
export class TrackingQueries {
  async followerOf(tx: Reader, caseId: string): Promise<string | null> {
    const [row]: { account_id: string }[] = await tx.query(
      'SELECT account_id FROM case_followers WHERE case_id = $1',
      [caseId],
    );
    return row?.account_id ?? null;
  }

  async of(tx: Reader, facts: TrackingFacts, caseId: string, actor: Actor): Promise<TrackingDto> {
    const [row]: { follower: ColleagueRefDto | null }[] = await tx.query(
      `SELECT (SELECT json_build_object('id', f.account_id, 'name', f.name) FROM case_followers f
         WHERE f.case_id = $1) AS follower`,
      [caseId],
    );
    const names = actor.unitId === facts.takingUnitId && mayTakeRequests(actor);
    return {
      follower: row?.follower ?? null,
      messages: await this.messages(tx, caseId),
      colleagues: names ? await this.colleagues(tx, actor.unitId) : [],
      mayTell: facts.followerId === actor.accountId,
    };
  }

  messages(tx: Reader, caseId: string): Promise<ProgressMessageDto[]> {
    return tx.query(
      `SELECT at, name, text FROM progress_messages WHERE case_id = $1
       ORDER BY at DESC, id LIMIT ${MESSAGES}`,
      [caseId],
    );
  }

  async colleague(
    tx: Reader,
    accountId: string,
  ): Promise<{ name: string; unitId: string } | undefined> {
    const [row]: { name: string; unitId: string }[] = await tx.query(
      `SELECT display_name AS name, unit_id AS "unitId" FROM accounts
       WHERE id = $1 AND active`,
      [accountId],
    );
    return row;
  }

  private colleagues(tx: Reader, unitId: string): Promise<ColleagueRefDto[]> {
    return tx.query(
      `SELECT a.id, a.display_name AS name FROM accounts a
       WHERE a.unit_id = $1 AND a.active
       ORDER BY a.login_name LIMIT ${COLLEAGUES}`,
      [unitId],
    );
  }
}
