import { catalogError, checkMayManageOfferings, type Actor, type Hall } from '@yikou/domain';
import type { Reader } from '@yikou/platform';

export interface HallFacts extends Hall {
  id: string;
  name: string;
  areaCode: string;
  /** Numbers of its counters. */
  counters: number[];
}

/** @throws DomainError `catalog.hall_unknown` */
export async function hallOf(tx: Reader, unitId: string): Promise<HallFacts> {
  const [hall]: HallFacts[] = await tx.query(
    `SELECT u.id, u.name, u.kind, u.area_code AS "areaCode", a.path AS "areaPath",
       ARRAY(SELECT c.number FROM counters c WHERE c.unit_id = u.id ORDER BY c.number) AS counters
     FROM units u JOIN areas a ON a.code = u.area_code
     WHERE u.id = $1 AND u.kind IN ('CENTRE','STATION')`,
    [unitId],
  );
  if (!hall) throw catalogError('catalog.hall_unknown');
  return hall;
}

/** @throws DomainError `catalog.hall_unknown`, `catalog.offering_not_yours` */
export async function managedHallOf(tx: Reader, unitId: string, actor: Actor): Promise<HallFacts> {
  const hall = await hallOf(tx, unitId);
  checkMayManageOfferings(hall, actor);
  return hall;
}

/** The level whose items a hall offers. */
export const levelOfHall = ({ kind }: Pick<Hall, 'kind'>) =>
  kind === 'CENTRE' ? 'STREET' : 'COMMUNITY';
