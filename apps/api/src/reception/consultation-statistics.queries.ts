import { Injectable } from '@nestjs/common';
import { seesWholeSubtree, type Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import type {
  ConsultationDayDto,
  ConsultationStatisticsDto,
  SpanQueryDto,
} from './consultation.dto.js';
import { checkSpan } from './hall-of.js';

/** R63: what was asked a day, by type. */
@Injectable()
export class ConsultationStatistics {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError `reception.span_invalid` */
  async run(query: SpanQueryDto, actor: Actor): Promise<ConsultationStatisticsDto> {
    checkSpan(query);
    const watches = seesWholeSubtree(actor);
    const unitId = watches ? (query.unitId ?? null) : actor.unitId;
    const days: ConsultationDayDto[] = await this.transactions.reader.query(
      `SELECT asked_on::text AS day, count(*) FILTER (WHERE type = 'COPY')::int AS copy,
         count(*) FILTER (WHERE type = 'FORM_HELP')::int AS "formHelp",
         count(*) FILTER (WHERE type = 'POLICY')::int AS policy,
         count(*) FILTER (WHERE state IN ('OPEN','OFFERED'))::int AS open,
         count(*) FILTER (WHERE state = 'BECAME_CASE')::int AS "becameCase",
         count(*) FILTER (WHERE holder_id <> first_contact_id)::int AS "handedOver"
       FROM consultations
       WHERE asked_on BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR unit_id = $3)
         AND ($4::text IS NULL OR starts_with(area_path, $4))
       GROUP BY asked_on ORDER BY asked_on`,
      [query.from, query.until, unitId, watches ? actor.areaPath : null],
    );
    return { days };
  }
}
