import { addDays, isCivilDate, receptionError, seesWholeSubtree, type Actor } from '@yikou/domain';
import type { Reader } from '@yikou/platform';

const MOST_DAYS = 92;

/** Both ends are real days, in order, and not too far apart. @throws DomainError `reception.span_invalid` */
export function checkSpan({ from, until }: { from: string; until: string }): void {
  const real = isCivilDate(from) && isCivilDate(until);
  if (!real || until < from || until >= addDays(from, MOST_DAYS))
    throw receptionError('reception.span_invalid');
}

/**
 * The hall that somebody asks about: their own, or one below the area they watch.
 *
 * @throws DomainError `reception.hall_unknown`
 */
export async function hallOf(tx: Reader, actor: Actor, unitId = actor.unitId) {
  const [hall]: { id: string; code: string; name: string; area_path: string }[] = await tx.query(
    `SELECT u.id, u.code, u.name, a.path AS area_path FROM units u JOIN areas a ON a.code = u.area_code
     WHERE u.id = $1 AND u.kind IN ('CENTRE','STATION') AND (u.id = $2 OR ($3 AND starts_with(a.path, $4)))`,
    [unitId, actor.unitId, seesWholeSubtree(actor), actor.areaPath],
  );
  if (!hall) throw receptionError('reception.hall_unknown');
  return hall;
}
