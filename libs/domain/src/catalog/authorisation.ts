import { calendarDaysFrom, isCivilDate, type CivilDate } from './civil-date.js';
import { catalogError } from './errors.js';
import type { ItemStandard } from './item-standard.js';
import type { Stage } from './route.js';

/** R48, R50: a section empowers a centre to decide one item in its name, by a document, for a time. */
export interface Authorisation {
  id: string;
  itemCode: string;
  sectionUnitId: string;
  centreUnitId: string;
  /** Name and number of the document (授权委托书). */
  document: string;
  /** Both inclusive; null until further notice. */
  from: CivilDate;
  until: CivilDate | null;
  /** The first day it no longer holds because the section took it back. */
  revokedFrom: CivilDate | null;
}

export const AUTHORISATION_STANDINGS = [
  'NOT_BEGUN',
  'HOLDS',
  'ENDS_SOON',
  'EXPIRED',
  'REVOKED',
] as const;
export type AuthorisationStanding = (typeof AUTHORISATION_STANDINGS)[number];

type Period = Pick<Authorisation, 'from' | 'until' | 'revokedFrom'>;

/** R48: how many calendar days before its end a section is reminded to renew. */
export const AUTHORISATION_WARNING_DAYS = 30;

/**
 * R48, R50: whether the unit that takes a case also decides it, and therefore in the name of a section: a
 * centre is a hall and holds no authority of its own. What a community does itself (a station's items),
 * what goes up, and convenience services (R47) ask for none.
 */
export function isDecidedByAuthorisation(
  item: Pick<ItemStandard, 'level' | 'class' | 'closure'>,
  stages: readonly Pick<Stage, 'decides' | 'body' | 'role'>[],
): boolean {
  if (item.level !== 'STREET' || item.class !== 'GOVERNMENT' || item.closure !== 'LOCAL') {
    return false;
  }
  return stages.some(
    ({ decides, body, role }) => decides && body === null && role === 'COUNTER_CLERK',
  );
}

/** @throws DomainError `catalog.authorisation_period_invalid` */
export function checkAuthorisationPeriod({ from, until }: Omit<Period, 'revokedFrom'>): void {
  if (!isCivilDate(from) || (until !== null && (!isCivilDate(until) || until < from))) {
    throw catalogError('catalog.authorisation_period_invalid', undefined, [
      {
        field: 'until',
        code: 'catalog.authorisation_period_invalid',
        detail: '截止日期早于开始日期。',
      },
    ]);
  }
}

/** Where an authorisation stands on a day: it holds on its last day still. */
export function authorisationStandingOn(
  { from, until, revokedFrom }: Period,
  date: CivilDate,
): AuthorisationStanding {
  if (revokedFrom !== null && revokedFrom <= date) return 'REVOKED';
  if (date < from) return 'NOT_BEGUN';
  if (until === null) return 'HOLDS';
  if (until < date) return 'EXPIRED';
  return calendarDaysFrom(date, until) <= AUTHORISATION_WARNING_DAYS ? 'ENDS_SOON' : 'HOLDS';
}

export function authorisationHolds(authorisation: Period, date: CivilDate): boolean {
  const standing = authorisationStandingOn(authorisation, date);
  return standing === 'HOLDS' || standing === 'ENDS_SOON';
}

/** Calendar days from the date to the last day, which counts as 0; null without an end. */
export function daysLeftOf({ until }: Pick<Period, 'until'>, date: CivilDate): number | null {
  return until === null ? null : calendarDaysFrom(date, until);
}

/** Those to remind of: they end within 30 days, and no other carries on from the day after (R48). */
export function authorisationsToRenew(
  authorisations: readonly Authorisation[],
  date: CivilDate,
): Authorisation[] {
  return authorisations.filter((one) => {
    if (authorisationStandingOn(one, date) !== 'ENDS_SOON') return false;
    const { until } = one;
    return !authorisations.some(
      (other) =>
        other !== one &&
        isForTheSame(one, other) &&
        until !== null &&
        (other.until === null || other.until > until) &&
        calendarDaysFrom(until, other.from) <= 1 &&
        other.revokedFrom === null,
    );
  });
}

function isForTheSame(one: Authorisation, other: Authorisation): boolean {
  return (
    one.itemCode === other.itemCode &&
    one.centreUnitId === other.centreUnitId &&
    one.sectionUnitId === other.sectionUnitId
  );
}

/**
 * R48, R50: the authorisation by which a centre decides an item on a day; its id goes on the case. Of
 * several that hold, the one that lasts longest.
 *
 * @throws DomainError `catalog.authorisation_missing`, `catalog.authorisation_not_begun`,
 *   `catalog.authorisation_expired`, `catalog.authorisation_revoked`: the path stops that very day
 */
export function authorisationFor(
  authorisations: readonly Authorisation[],
  { itemCode, centreUnitId }: Pick<Authorisation, 'itemCode' | 'centreUnitId'>,
  date: CivilDate,
): Authorisation {
  const its = authorisations
    .filter((one) => one.itemCode === itemCode && one.centreUnitId === centreUnitId)
    .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  const holding = its.find((one) => authorisationHolds(one, date));
  if (holding) return holding;
  const standings = its.map((one) => authorisationStandingOn(one, date));
  if (standings.includes('NOT_BEGUN')) throw catalogError('catalog.authorisation_not_begun');
  if (standings.includes('EXPIRED')) throw catalogError('catalog.authorisation_expired');
  if (standings.includes('REVOKED')) throw catalogError('catalog.authorisation_revoked');
  throw catalogError('catalog.authorisation_missing', itemCode);
}

const endOf = ({ until }: Authorisation) => until ?? '9999-12-31';

/** R50: what receipts and decisions print of the authority by which a centre decides. */
export function authorityWords(authorisation: {
  sectionName: string;
  documentName: string;
  documentNumber: string;
}): string {
  const { sectionName, documentName, documentNumber } = authorisation;
  return `受${sectionName}委托（《${documentName}》${documentNumber}）`;
}
