import type { TFunction } from 'i18next';
import { limitWords } from '../../../ui/limit-words';
import type { Part } from './parts';
import { codeWords, yuanOf, type Standard } from './words';

export interface Fact {
  field: string;
  label: string;
  value: string;
}

/** The plain fields of a section with their values in words; empty is what is not said yet. */
export function factsOfPart(part: Part, s: Standard, t: TFunction): Fact[] {
  const list = (values: readonly string[]) => values.join('、');
  const code = (field: string, value: string | null) => (value ? codeWords(field, value, t) : '');
  const text = (key: Labelled, value: string | null): Fact => ({
    field: key,
    label: t(`standardField.${key}`),
    value: value ?? '',
  });
  switch (part) {
    case 'identity':
      return [
        text('code', s.code),
        text('basicCode', s.basicCode),
        text('implementationCode', s.implementationCode),
        text('name', s.name),
        text('nameEn', s.nameEn),
        text('level', code('level', s.level)),
        text('class', code('class', s.class)),
      ];
    case 'kind':
      return [
        text('category', `${s.category.code} ${s.category.name}`.trim()),
        text('themes', list(s.themes)),
        text('serviceObject', s.serviceObject),
        text('serviceObjects', list(s.serviceObjects.map((one) => code('serviceObjects', one)))),
        text('featuredTags', list(s.featuredTags.map((tag) => code('featuredTags', tag)))),
      ];
    case 'path':
      return [
        text('handlingKind', code('handlingKind', s.handlingKind)),
        text('closure', code('closure', s.closure)),
        text('ownerDepartment', s.ownerDepartment),
        text('leadDepartment', s.leadDepartment),
      ];
    case 'limits':
      return limitFacts(s, t);
    case 'fee':
      return feeFacts(s, t);
    case 'result':
      return [
        text('resultDocuments', list(s.resultDocuments)),
        text('deliveryMethods', list(s.deliveryMethods.map((one) => code('deliveryMethods', one)))),
      ];
    case 'place':
      return [
        text('onSiteVisits', s.onSiteVisits === null ? '' : String(s.onSiteVisits)),
        text('visitsReason', s.visitsReason),
        text('crossRegion', s.crossRegion),
        text('dedicatedNetwork', s.dedicatedNetwork),
      ];
    case 'notes':
      return [
        text('source', s.source),
        text('confidence', code('confidence', s.confidence)),
        text('note', s.note),
      ];
    default:
      return [];
  }
}

type Labelled = Exclude<keyof Standard, 'limits' | 'fee'>;

function limitFacts({ limits }: Standard, t: TFunction): Fact[] {
  const { statutory, promised, statutoryNote, onTheSpotMinutes } = limits;
  const days = ({ amount, unit }: typeof statutory) =>
    amount === null ? '' : limitWords(amount, unit, t);
  const minutes = onTheSpotMinutes === null ? '' : String(onTheSpotMinutes);
  return [
    of('limits.promised', t('standardField.limits_promised'), days(promised)),
    of('limits.onTheSpotMinutes', t('standardField.limits_onTheSpotMinutes'), minutes),
    of('limits.statutory', t('standardField.limits_statutory'), days(statutory)),
    of('limits.statutoryNote', t('standardField.limits_statutoryNote'), statutoryNote),
  ];
}

function feeFacts({ fee }: Standard, t: TFunction): Fact[] {
  const charged = t('standardField.fee_charged');
  if (!fee) return [of('fee', charged, '')];
  const yuan = fee.amountFen === null ? '' : yuanOf(fee.amountFen);
  return [
    of('fee.charged', charged, t(fee.charged ? 'common.yes' : 'common.no')),
    of('fee.amountFen', t('standardField.fee_amountFen'), yuan),
    of('fee.amount', t('standardField.fee_amount'), fee.amount ?? ''),
    of('fee.basis', t('standardField.fee_basis'), fee.basis ?? ''),
  ];
}

const of = (field: string, label: string, value: string): Fact => ({ field, label, value });
