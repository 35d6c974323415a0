import { Injectable } from '@nestjs/common';
import {
  mayDo,
  mayRecordFor,
  POSTED_CHANNELS,
  PUBLICATION_CHANNELS,
  publicationStateOf,
  seesWholeSubtree,
  type Actor,
  type PostedChannel,
  type PublicationState,
} from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  PublicationPageDto,
  PublicationQueryDto,
  PublicationRowDto,
  PublicationSummaryDto,
  PublishedOnDto,
} from './publication.dto.js';

const CODE = /^[\w-]{1,64}$/;

interface Posted {
  channel: PostedChannel;
  number: number;
  postedOn: string;
  place: string;
  recordedBy: string;
}

interface Row {
  unitId: string;
  unitCode: string;
  unitName: string;
  areaPath: string;
  itemCode: string;
  itemName: string;
  versionNumber: number;
  effectiveFrom: string;
  posted: Posted[];
}

const OFFERED = `offerings o JOIN units u ON u.id = o.unit_id JOIN areas r ON r.code = u.area_code
  JOIN item_versions v ON v.id = o.item_version_id`;
/** What is posted on one of the channels `$1`. */
const POSTED = `FROM publications p
  WHERE p.unit_id = o.unit_id AND p.item_id = o.item_id AND p.channel = ANY($1)`;
/** Domain's `publicationStateOf` over several channels, said in SQL. A test compares both. */
const CONDITION: Record<PublicationState, string> = {
  CURRENT: `(SELECT count(*) ${POSTED} AND p.item_version_id = o.item_version_id) = cardinality($1)`,
  STALE: `EXISTS (SELECT 1 ${POSTED} AND p.item_version_id <> o.item_version_id)`,
  MISSING: `(SELECT count(*) ${POSTED}) < cardinality($1)`,
};

/** The register of what is posted where: one row for each item that a centre or station offers. */
@Injectable()
export class PublicationQueries {
  constructor(private readonly transactions: Transactions) {}

  async page(query: PublicationQueryDto, actor: Actor): Promise<PublicationPageDto> {
    const { unitId, channel, state, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [channel ? [channel] : [...POSTED_CHANNELS], limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['$1::text[] IS NOT NULL', seenBy(actor, bind)];
    if (unitId) where.push(`u.id = ${bind(unitId)}`);
    if (state) where.push(CONDITION[state]);
    const [unitCode, itemCode] = keyOf(cursor, [CODE, CODE]) ?? [];
    if (unitCode) {
      where.push(`(u.code, v.item_code) > (${bind(unitCode)}::text, ${bind(itemCode)}::text)`);
    }
    const rows: Row[] = await this.transactions.reader.query(
      `SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", r.path AS "areaPath",
         v.item_code AS "itemCode", v.name AS "itemName", v.number AS "versionNumber",
         v.effective_from::text AS "effectiveFrom",
         coalesce((SELECT json_agg(json_build_object('channel', p.channel, 'number', pv.number,
             'postedOn', p.posted_on, 'place', p.place, 'recordedBy', a.display_name))
           FROM publications p JOIN item_versions pv ON pv.id = p.item_version_id
             LEFT JOIN accounts a ON a.id = p.recorded_by_id
           WHERE p.unit_id = o.unit_id AND p.item_id = o.item_id), '[]') AS posted
       FROM ${OFFERED} WHERE ${where.join(' AND ')} ORDER BY u.code, v.item_code LIMIT $2`,
      params,
    );
    return pageOf(
      rows,
      limit,
      (row) => drawRow(row, actor),
      (row) => cursorOf(row.unitCode, row.itemCode),
    );
  }

  /** How many are posted rightly, out of date or not at all, on each channel. */
  async summary(unitId: string | undefined, actor: Actor): Promise<PublicationSummaryDto> {
    const params: unknown[] = [[...POSTED_CHANNELS]];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [seenBy(actor, bind), ...(unitId ? [`u.id = ${bind(unitId)}`] : [])];
    const rows: { channel: PostedChannel; offered: number; current: number; stale: number }[] =
      await this.transactions.reader.query(
        `SELECT c.channel, count(o.unit_id)::int AS offered,
           count(*) FILTER (WHERE p.item_version_id = o.item_version_id)::int AS current,
           count(*) FILTER (WHERE p.item_version_id <> o.item_version_id)::int AS stale
         FROM ${OFFERED} CROSS JOIN unnest($1::text[]) AS c (channel)
           LEFT JOIN publications p
             ON p.unit_id = o.unit_id AND p.item_id = o.item_id AND p.channel = c.channel
         WHERE ${where.join(' AND ')} GROUP BY c.channel`,
        params,
      );
    const offered = rows[0]?.offered ?? 0;
    const items = PUBLICATION_CHANNELS.map((channel) => {
      if (channel === 'WEBSITE') return { channel, current: offered, stale: 0, missing: 0 };
      const { current = 0, stale = 0 } = rows.find((row) => row.channel === channel) ?? {};
      return { channel, current, stale, missing: offered - current - stale };
    });
    return { items };
  }
}

/** Who watches a district sees its whole subtree, everybody else the own unit. */
function seenBy(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(r.path, ${bind(actor.areaPath)})`;
  return `u.id = ${bind(actor.unitId)}`;
}

function drawRow(
  { unitCode: _code, areaPath, posted, ...row }: Row,
  actor: Actor,
): PublicationRowDto {
  const mayRecord =
    mayDo('publication.record', actor) && mayRecordFor(actor, { unitId: row.unitId, areaPath });
  return {
    ...row,
    channels: PUBLICATION_CHANNELS.map((channel): PublishedOnDto => {
      if (channel === 'WEBSITE') return onWebsite(row);
      const its = posted.find((one) => one.channel === channel);
      return {
        channel,
        state: publicationStateOf(channel, its?.number ?? null, row.versionNumber),
        versionNumber: its?.number ?? null,
        postedOn: its?.postedOn ?? null,
        place: its?.place || null,
        recordedBy: its?.recordedBy ?? null,
      };
    }),
    allowedActions: mayRecord ? ['record'] : [],
  };
}

/** The public guide shows the version in force from its first day on, by itself. */
function onWebsite(row: Pick<Row, 'versionNumber' | 'effectiveFrom'>): PublishedOnDto {
  return {
    channel: 'WEBSITE',
    state: publicationStateOf('WEBSITE', row.versionNumber, row.versionNumber),
    versionNumber: row.versionNumber,
    postedOn: row.effectiveFrom,
    place: '/guide',
    recordedBy: null,
  };
}
