import { Injectable } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import type { RecipientsDto, RecipientUnitDto } from './consultation.dto.js';

/** More than any district has above one hall. */
const MOST_UNITS = 200;
const MOST_PEOPLE = 100;

/** To whom a duty may be handed: the own hall, and the sections and departments on the way up. */
@Injectable()
export class RecipientQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(actor: Actor): Promise<RecipientsDto> {
    const items: RecipientUnitDto[] = await this.transactions.reader.query(
      `SELECT u.id, u.name, ARRAY(SELECT json_build_object('id', p.id, 'name', p.display_name)
           FROM accounts p WHERE p.unit_id = u.id AND p.active AND p.id <> $2
           ORDER BY p.display_name, p.id LIMIT ${MOST_PEOPLE}) AS people
       FROM units u
       WHERE u.id = $1 OR (u.kind IN ('CENTRE','STATION','SECTION','DEPARTMENT')
         AND u.area_code = ANY(string_to_array(trim(trailing '/' from $3), '/')))
       ORDER BY u.id = $1 DESC, u.area_code DESC, u.code LIMIT ${MOST_UNITS}`,
      [actor.unitId, actor.accountId, actor.areaPath],
    );
    return { items };
  }
}
