import { Injectable } from '@nestjs/common';
import {
  maskAddress,
  maskIdentityNumber,
  maskTelephone,
  preregistrationError,
  typedVisitCode,
  type Actor,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { SealedPeople } from '../intake/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  OpenedMaterialDto,
  OpenedPreregistrationDto,
  PreregistrationPageDto,
  PreregistrationQueryDto,
} from './preregistration.dto.js';
import {
  COLUMNS,
  draw,
  VISITOR,
  type OpenedRow,
  type PreregistrationRow,
} from './preregistration.row.js';

/** What a hall was sent beforehand. */
@Injectable()
export class PreregistrationQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  page(query: PreregistrationQueryDto, actor: Actor): Promise<PreregistrationPageDto> {
    const { state, code, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [actor.unitId, limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['p.unit_id = $1'];
    if (state) where.push(`p.state = ${bind(state)}`);
    if (code !== undefined) where.push(`p.code = ${bind(typedVisitCode(code) ?? '')}`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after)
      where.push(`(p.sent_at, p.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    return this.transactions.read(async (tx) => {
      const rows: PreregistrationRow[] = await tx.query(
        `SELECT ${COLUMNS} FROM preregistrations p WHERE ${where.join(' AND ')}
         ORDER BY p.sent_at DESC, p.id DESC LIMIT $2`,
        params,
      );
      const now = this.clock.now();
      return pageOf(
        rows,
        limit,
        (row) => draw(row, now),
        (row) => cursorOf(row.sent_at, row.id),
      );
    });
  }

  /** @throws DomainError `preregistration.unknown`, also for one of another hall */
  open(id: string, actor: Actor): Promise<OpenedPreregistrationDto> {
    return this.transactions.read(async (tx) => {
      const row = await this.row(tx, id, actor);
      const person = this.people.openVisitor('preregistrations', { id, ...row.visitor });
      return {
        ...draw(row, this.clock.now()),
        identityNumber: person ? maskIdentityNumber(person.identityNumber) : '',
        telephone: person ? maskTelephone(person.telephone) : '',
        address: person?.address ? maskAddress(person.address) : null,
        materials: await materialsOf(tx, row),
      };
    });
  }

  /** @throws DomainError `preregistration.unknown`, also for one of another hall */
  async row(tx: Reader, id: string, actor: Actor, lock = ''): Promise<OpenedRow> {
    const [row]: OpenedRow[] = await tx.query(
      `SELECT ${COLUMNS}, ${VISITOR} FROM preregistrations p WHERE p.id = $1 AND p.unit_id = $2 ${lock}`,
      [id, actor.unitId],
    );
    if (!row) throw preregistrationError('preregistration.unknown');
    return row;
  }
}

/** The checklist as it is today, with what was sent for each line. */
function materialsOf(tx: Reader, row: PreregistrationRow): Promise<OpenedMaterialDto[]> {
  return tx.query(
    `SELECT (m.n - 1)::int AS position, m.material ->> 'name' AS name, m.material ->> 'form' AS form,
       (m.material ->> 'required')::boolean AS required,
       coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
           'bytes', f.bytes) ORDER BY f.uploaded_at, f.id)
         FROM preregistration_files f
         WHERE f.preregistration_id = $1 AND f.position = m.n - 1), '[]') AS files
     FROM service_items i JOIN item_versions v ON v.id = i.current_version_id,
       jsonb_array_elements(v.content -> 'materials') WITH ORDINALITY AS m(material, n)
     WHERE i.code = $2 ORDER BY m.n`,
    [row.id, row.item_code],
  );
}
