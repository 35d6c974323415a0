import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  pathOf,
  plainOf,
  soughtWordsOf,
  spellingPattern,
  type SoughtWord,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import { isOfferedOn } from './offered-on.js';
import { OutOfForceQueries } from './out-of-force.queries.js';
import type {
  ItemPageDto,
  ItemQueryDto,
  ItemSummaryDto,
  ThemeListDto,
  ThemeQueryDto,
} from './catalog.dto.js';

const CODE = /^[\w-]{1,64}$/;
const RANK = /^[0-3]$/;
/** More items than anybody means by one line. */
const MOST_CODES = 200;

const SUMMARY = `s.code, v.name, v.name_en AS "nameEn", v.theme, v.category, v.level, s.class,
  v.handling_kind AS "handlingKind", v.closure, v.promised_days AS "promisedDays", v.day_unit AS "dayUnit",
  v.pinyin_initials AS "pinyinInitials"`;

type Bind = (value: unknown) => string;
type Row = Omit<ItemSummaryDto, 'path'> & { rank: number };

/** Finds items by the index of those in force: the lists of the API and the public pages alike. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly outOfForce: OutOfForceQueries,
  ) {}

  /** The best first; without a query by code. */
  page(query: ItemQueryDto): Promise<ItemPageDto> {
    if (query.standing === 'NOT_IN_FORCE') return this.outOfForce.page(query);
    return this.pageIn(this.transactions.reader, query);
  }

  /** The same within a transaction that is open already. */
  async pageIn(reader: Reader, query: ItemQueryDto): Promise<ItemPageDto> {
    const { cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind: Bind = (value) => `$${params.push(value)}`;
    const where = conditionsOf(query, this.today(), bind);
    const sought = plainOf(query.q ?? '');
    const rank = sought === '' ? undefined : rankOf(sought, bind);
    const place = afterOf(cursor, rank, bind);
    const rows: Row[] = await reader.query(
      `SELECT ${SUMMARY}, s.rank FROM (
         SELECT s.code, s.class, s.version_id, ${rank ?? '0'} AS rank FROM item_search s
         WHERE ${[...where, ...place].join(' AND ') || 'true'}
         ORDER BY ${rank ? 'rank, ' : ''}s.code LIMIT $1) s
       JOIN item_versions v ON v.id = s.version_id ORDER BY ${rank ? 's.rank, ' : ''}s.code`,
      params,
    );
    return pageOf(
      rows,
      limit,
      ({ rank: _rank, ...row }) => ({ ...row, path: pathOf(row) }),
      (row) => (rank ? cursorOf(row.rank, row.code) : cursorOf(row.code)),
    );
  }

  /**
   * Codes of items by words, letters of the pinyin or the code, for lists of other modules; those that
   * are no longer in force as well, since their cases are still there.
   */
  async codesIn(reader: Reader, q: string): Promise<string[]> {
    const params: unknown[] = [MOST_CODES];
    const where = conditionsOf({ q }, this.today(), (value) => `$${params.push(value)}`);
    if (where.length === 0) return [];
    const rows: { code: string }[] = await reader.query(
      `(SELECT s.code FROM item_search s WHERE ${where.join(' AND ')} LIMIT $1)
       UNION (${this.outOfForce.codesSql(q, (value) => `$${params.push(value)}`)} LIMIT $1)`,
      params,
    );
    return rows.map(({ code }) => code);
  }

  themes(query: ThemeQueryDto): Promise<ThemeListDto> {
    return this.themesIn(this.transactions.reader, query);
  }

  /** Those with most items first. */
  async themesIn(reader: Reader, query: ItemQueryDto): Promise<ThemeListDto> {
    const params: unknown[] = [];
    const where = conditionsOf(query, this.today(), (value) => `$${params.push(value)}`);
    const items: { theme: string; count: number }[] = await reader.query(
      `SELECT s.theme, count(*)::int AS count FROM item_search s WHERE ${where.join(' AND ') || 'true'}
       GROUP BY s.theme ORDER BY count DESC, s.theme LIMIT 100`,
      params,
    );
    return { items };
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

const FILTERS = [
  ['level', 's.level'],
  ['theme', 's.theme'],
  ['class', 's.class'],
  ['handlingKind', 's.handling_kind'],
  ['closure', 's.closure'],
] as const;

function conditionsOf({ q, offeredBy, ...query }: ItemQueryDto, today: string, bind: Bind) {
  const where = soughtWordsOf(q ?? '').map((word) => hasWord(word, bind));
  for (const [filter, column] of FILTERS) {
    if (query[filter]) where.push(`${column} = ${bind(query[filter])}`);
  }
  if (offeredBy) {
    where.push(
      `EXISTS (SELECT 1 FROM offerings o WHERE o.unit_id = ${bind(offeredBy)} AND o.item_id = s.item_id
         AND ${isOfferedOn(bind(today))})`,
    );
  }
  return where;
}

/** The grams find candidates by the index; what they only seem to have is looked at letter by letter. */
function hasWord(word: SoughtWord, bind: Bind): string {
  const { text, isHan, isSpelt, isShort, grams } = word;
  const candidate = `s.grams @@ ${bind(grams.map(quoted).join(isShort ? ' | ' : ' & '))}::tsquery`;
  if (isShort) return candidate;
  const inText = bind(`%${escapeLike(text)}%`);
  const ways = [`s.text LIKE ${inText}`];
  if (isHan && grams.length > 1) ways.push(`s.name LIKE ${bind(`%${[...text].join('%')}%`)}`);
  if (isSpelt) {
    ways.push(`s.initials LIKE ${inText}`, `s.spelling ~ ${bind(spellingPattern(text))}`);
  }
  return `${candidate} AND (${ways.join(' OR ')})`;
}

/** Between quotes every sign stands for itself, but for these two. */
function quoted(gram: string): string {
  return `'${gram.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
}

/** 0 is the very thing, 1 begins with it, 2 has it in one piece, 3 has it somewhere. */
function rankOf(sought: string, bind: Bind): string {
  const [same, first, within] = [sought, `${escapeLike(sought)}%`, `%${escapeLike(sought)}%`].map(
    bind,
  );
  const isSpelt = soughtWordsOf(sought).some((word) => word.text === sought && word.isSpelt);
  const begins = isSpelt ? ` OR s.spelling ~ ${bind(`^${spellingPattern(sought)}`)}` : '';
  return `CASE WHEN s.name = ${same} OR lower(s.code) = ${same} THEN 0
    WHEN s.name LIKE ${first} OR s.initials LIKE ${first}${begins} THEN 1
    WHEN s.name LIKE ${within} OR s.initials LIKE ${within} THEN 2 ELSE 3 END`;
}

/** @throws ProblemError `page.cursor_invalid` */
function afterOf(cursor: string | undefined, rank: string | undefined, bind: Bind): string[] {
  const [one, other] = keyOf(cursor, rank ? [RANK, CODE] : [CODE]) ?? [];
  if (one === undefined) return [];
  if (!rank) return [`s.code > ${bind(one)}`];
  return [`(${rank}, s.code) > (${bind(Number(one))}::int, ${bind(other)}::text)`];
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
