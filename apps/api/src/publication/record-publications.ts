import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  postedOnIsPast,
  publicationErrors,
  publicationStateOf,
  refusalOfPublication,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type {
  RecordedPublicationDto,
  RecordedPublicationsDto,
  RecordPublicationsDto,
} from './publication.dto.js';

type Entry = RecordPublicationsDto['entries'][number];

interface Facts {
  area_path: string | null;
  item_id: string | null;
  offered: boolean;
  version_id: string | null;
  in_force: number | null;
}

const FACTS = `
  SELECT r.path AS area_path, i.id AS item_id, o.item_id IS NOT NULL AS offered, v.id AS version_id,
    (SELECT c.number FROM item_versions c WHERE c.id = o.item_version_id) AS in_force
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("unitId" uuid, "itemCode" text, "versionNumber" int))
      WITH ORDINALITY AS e ("unitId", "itemCode", "versionNumber", n)
    LEFT JOIN units u ON u.id = e."unitId" LEFT JOIN areas r ON r.code = u.area_code
    LEFT JOIN service_items i ON i.code = e."itemCode"
    LEFT JOIN offerings o ON o.unit_id = u.id AND o.item_id = i.id
    LEFT JOIN item_versions v ON v.item_id = i.id AND v.number = e."versionNumber"
  ORDER BY e.n`;

const WRITE = `
  INSERT INTO publications (unit_id, item_id, channel, item_version_id, area_path, place, posted_on, recorded_at,
    recorded_by_id)
  SELECT e.unit_id, e.item_id, e.channel, e.version_id, e.area_path, $2, $3, $4, $5
  FROM jsonb_to_recordset($1::jsonb) AS e(unit_id uuid, item_id uuid, channel text, version_id uuid, area_path text)
  ON CONFLICT (unit_id, item_id, channel) DO UPDATE SET (item_version_id, area_path, place, posted_on, recorded_at,
    recorded_by_id) = (excluded.item_version_id, excluded.area_path, excluded.place, excluded.posted_on,
    excluded.recorded_at, excluded.recorded_by_id)`;

/** Notes what was posted (R36); an entry that cannot be recorded does not keep the others from it. */
@Injectable()
export class RecordPublications {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `publication.date_invalid` */
  run(body: RecordPublicationsDto, actor: Actor): Promise<RecordedPublicationsDto> {
    const today = localDateOf(this.clock.now());
    const { entries, place = '', postedOn = today } = body;
    postedOnIsPast(postedOn, today);
    return this.transactions.run(async (tx) => {
      const facts: Facts[] = await tx.query(FACTS, [JSON.stringify(entries)]);
      const items = entries.map((entry, i) => judge(entry, facts[i], actor));
      const rows = items.flatMap((item, i) => (item.problem ? [] : [rowOf(item, facts[i])]));
      // The same place twice in one go counts once: the last entry holds.
      const once = new Map(
        rows.map((row) => [`${row.unit_id} ${row.item_id} ${row.channel}`, row]),
      );
      const values = [JSON.stringify([...once.values()]), place, postedOn, this.clock.now()];
      if (once.size > 0) await tx.query(WRITE, [...values, actor.accountId]);
      note(tx, items, facts, postedOn);
      return { items };
    });
  }
}

function judge(entry: Entry, facts: Facts | undefined, actor: Actor): RecordedPublicationDto {
  const code = refusalOfPublication(
    {
      unitId: entry.unitId,
      areaPath: facts?.area_path ?? null,
      isOffered: facts?.offered ?? false,
      isVersionKnown: facts?.version_id != null,
    },
    actor,
  );
  if (code) {
    return { ...entry, state: null, problem: { code, title: publicationErrors[code].title } };
  }
  const inForce = facts?.in_force ?? entry.versionNumber;
  const state = publicationStateOf(entry.channel, entry.versionNumber, inForce);
  return { ...entry, state, problem: null };
}

function rowOf({ unitId, channel }: Entry, facts: Facts | undefined) {
  return {
    unit_id: unitId,
    channel,
    item_id: facts?.item_id,
    version_id: facts?.version_id,
    area_path: facts?.area_path,
  };
}

function note(
  tx: Tx,
  items: readonly RecordedPublicationDto[],
  facts: readonly Facts[],
  postedOn: string,
): void {
  items.forEach(({ problem, unitId, itemCode, channel, versionNumber }, i) => {
    const id = facts[i]?.item_id;
    if (problem || !id) return;
    const after = { itemCode, unitId, channel, number: versionNumber, postedOn };
    noteChange(tx, { kind: 'publication', id, after });
  });
}
