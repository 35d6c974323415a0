import { Injectable } from '@nestjs/common';
import { mayDo, soughtCases, type Actor, type SoughtCases } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { SearchQueries } from '../catalog/index.js';
import { SealedApplicants } from '../intake/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { caseScopeOf } from '../workflow/index.js';
import {
  FOUND_BY,
  type FoundBy,
  type FoundCaseDto,
  type FoundCasesDto,
  type SearchCasesDto,
} from './search.dto.js';

type FoundRow = FoundCaseDto & { by: FoundBy };
type Bind = (value: unknown) => string;
/** What makes a case belong to a group, and what has to be joined for it. */
type Ways = Partial<Record<FoundBy, string>>;

const USUAL_GROUP = 5;
const INDEX = { identityNumber: 'identity_index', telephone: 'telephone_index' } as const;

/** The one search box over cases: every meaning of the text at once, within the asker's scope. */
@Injectable()
export class SearchCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly items: SearchQueries,
    private readonly applicants: SealedApplicants,
    private readonly clock: Clock,
  ) {}

  /** A search for a person's whole number is audited, as {@link SearchApplicants} is. */
  run(body: SearchCasesDto, actor: Actor): Promise<FoundCasesDto> {
    const { applicant, ...plain } = soughtCases(body.text, this.clock.now());
    const personal = applicant !== undefined;
    if (!applicant || !mayDo('applicant.search', actor)) {
      return this.transactions.read((tx) => this.find(tx, plain, personal, body, actor));
    }
    return this.transactions.run(
      async (tx) => {
        const found = await this.find(tx, { ...plain, applicant }, personal, body, actor);
        const count = found.groups.reduce((sum, { items }) => sum + items.length, 0);
        noteChange(tx, { kind: 'applicant', id: applicant.by, after: { found: count } });
        return found;
      },
      { keep: false },
    );
  }

  private async find(
    tx: Tx,
    sought: SoughtCases,
    personal: boolean,
    { by, cursor, limit = USUAL_GROUP }: SearchCasesDto,
    actor: Actor,
  ): Promise<FoundCasesDto> {
    const params: unknown[] = [limit + 1];
    const bind: Bind = (value) => `$${params.push(value)}`;
    const ways = await this.waysOf(tx, sought, bind, by);
    const wanted = FOUND_BY.filter((one) => ways[one] && (!by || one === by));
    if (wanted.length === 0) return { groups: [], personal };
    const and = [caseScopeOf(actor, bind)];
    const after = keyOf(by && cursor, [INSTANT, UUID]);
    if (after) {
      and.push(
        `(c.registered_at, c.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`,
      );
    }
    const branches = wanted.map((one) => branchOf(one, ways[one] ?? '', and));
    const rows: FoundRow[] = await tx.query(branches.join(' UNION ALL '), params);
    const groups = wanted.map((one) => {
      const own = rows.filter((row) => row.by === one);
      return { by: one, ...pageOf(own, limit, draw, (row) => cursorOf(row.registeredAt, row.id)) };
    });
    return { groups: groups.filter(({ items }) => items.length > 0), personal };
  }

  private async waysOf(tx: Tx, sought: SoughtCases, bind: Bind, only?: FoundBy): Promise<Ways> {
    const { number, applicant, words, name } = sought;
    const isWanted = (by: FoundBy) => !only || only === by;
    const ways: Ways = {};
    if (number && isWanted('NUMBER')) ways.NUMBER = `starts_with(c.number, ${bind(number)})`;
    if (applicant && isWanted('APPLICANT')) {
      const sealed = this.applicants.soughtAs(applicant.by, applicant.number);
      ways.APPLICANT = `c.applicant_id IN (SELECT p.id FROM applicants p
        WHERE p.${INDEX[applicant.by]} = ANY(${bind(sealed)}))`;
    }
    if (words && isWanted('ITEM')) {
      const codes = await this.items.codesIn(tx, words);
      if (codes.length > 0) ways.ITEM = `c.item_code = ANY(${bind(codes)})`;
    }
    if (name && isWanted('NAME')) ways.NAME = `starts_with(c.applicant_name, ${bind(name)})`;
    return ways;
  }
}

function branchOf(by: FoundBy, way: string, and: readonly string[]): string {
  return `(SELECT '${by}' AS by, c.id, c.number, c.item_name AS "itemName", c.state,
      c.applicant_name AS "applicantName", u.name AS "takingUnitName", c.registered_at AS "registeredAt"
    FROM cases c JOIN units u ON u.id = c.taking_unit_id
    WHERE ${[way, ...and].join(' AND ')} ORDER BY c.registered_at DESC, c.id DESC LIMIT $1)`;
}

function draw({ by: _by, ...found }: FoundRow): FoundCaseDto {
  return found;
}
