import { errorsOf } from '../domain-error.js';

export const organisationErrors = {
  'organisation.area_unknown': { kind: 'not-found', title: '没有这个行政区划代码，请核对。' },
  'organisation.unit_unknown': { kind: 'not-found', title: '没有这个单位，请核对。' },
} as const;

export const organisationError = errorsOf(organisationErrors);
