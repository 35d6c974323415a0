import type { Dto } from '@yikou/api-client';

const DRAWN_FIRST: Dto<'DeadlineKind'>[] = ['PROMISE', 'ON_THE_SPOT', 'STATUTORY', 'SUPPLEMENT'];

/** The clock that the case page draws large. */
export function mainDeadlineOf(
  deadlines: readonly Dto<'DeadlineDto'>[],
): Dto<'DeadlineDto'> | undefined {
  return DRAWN_FIRST.map((kind) => deadlines.find((one) => one.kind === kind)).find(Boolean);
}
