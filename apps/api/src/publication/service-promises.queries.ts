import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  mayPublishPromisesOf,
  publicationError,
  standingOfPromises,
  type Actor,
  type PromiseStanding,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE, type PageQueryDto } from '../page.dto.js';
import type {
  PublishedPromisesPageDto,
  ServicePromisesDto,
  ServicePromisesPageDto,
} from './service-promises.dto.js';

const NUMBER = /^\d{1,6}$/;

type Row = Omit<ServicePromisesDto, 'standing'> & { isOvertaken: boolean };
type Drawn<R> = Omit<R, 'isOvertaken'> & { standing: PromiseStanding };
type SignedRow = Row & { publishedByName: string };

const COLUMNS = `p.number, p.effective_from::text AS "effectiveFrom", p.promises, p.published_at AS "publishedAt"`;
/** @param today a bound date */
const isOvertaken = (today: string) => `EXISTS (SELECT 1 FROM service_promises l
  WHERE l.unit_id = p.unit_id AND l.number > p.number
    AND l.effective_from <= greatest(p.effective_from, ${today}::date)) AS "isOvertaken"`;

/** What the centres promise (R76): everybody may read every version. */
@Injectable()
export class ServicePromiseQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `publication.centre_unknown` */
  page(unitId: string, query: PageQueryDto): Promise<ServicePromisesPageDto> {
    return this.versions<Row>(unitId, query, {
      columns: COLUMNS,
      from: 'service_promises p',
    });
  }

  /** With who published each. @throws DomainError `publication.centre_unknown` */
  async register(
    unitId: string,
    query: PageQueryDto,
    actor: Actor,
  ): Promise<PublishedPromisesPageDto> {
    const page = await this.versions<SignedRow>(unitId, query, {
      columns: `${COLUMNS}, a.display_name AS "publishedByName"`,
      from: 'service_promises p JOIN accounts a ON a.id = p.published_by_id',
    });
    const allowedActions = mayPublishPromisesOf(actor, unitId) ? ['publish'] : [];
    return { ...page, allowedActions };
  }

  private versions<R extends Row>(
    unitId: string,
    { cursor, limit = USUAL_PAGE }: PageQueryDto,
    { columns, from }: Record<'columns' | 'from', string>,
  ): Promise<{ items: Drawn<R>[]; nextCursor: string | null }> {
    const [before] = keyOf(cursor, [NUMBER]) ?? [];
    const today = this.today();
    return this.transactions.read(async (tx) => {
      await checkCentre(tx, unitId);
      const rows: R[] = await tx.query(
        `SELECT ${columns}, ${isOvertaken('$2')} FROM ${from}
         WHERE p.unit_id = $1 AND ($3::int IS NULL OR p.number < $3) ORDER BY p.number DESC LIMIT $4`,
        [unitId, today, before ?? null, limit + 1],
      );
      return pageOf(
        rows,
        limit,
        (row) => draw(row, today),
        (row) => cursorOf(row.number),
      );
    });
  }

  /** The version that holds and those that are coming, the newest first. */
  async standing(tx: Reader, unitId: string): Promise<ServicePromisesDto[]> {
    const rows: Row[] = await tx.query(
      `SELECT * FROM (SELECT ${COLUMNS}, ${isOvertaken('$2')} FROM service_promises p
         WHERE p.unit_id = $1 ORDER BY p.number DESC LIMIT 20) AS late WHERE NOT "isOvertaken"`,
      [unitId, this.today()],
    );
    return rows.map((row) => draw(row, this.today()));
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

async function checkCentre(tx: Reader, unitId: string): Promise<void> {
  const known: unknown[] = await tx.query("SELECT 1 FROM units WHERE id = $1 AND kind = 'CENTRE'", [
    unitId,
  ]);
  if (known.length === 0) throw publicationError('publication.centre_unknown');
}

function draw<R extends Row>({ isOvertaken: overtaken, ...row }: R, today: string): Drawn<R> {
  const { effectiveFrom } = row;
  const standing = standingOfPromises({ effectiveFrom, isOvertaken: overtaken }, today);
  return { ...row, standing };
}
