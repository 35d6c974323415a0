import { errorsOf } from '../domain-error.js';

export const catalogErrors = {
  'catalog.item_unknown': {
    kind: 'not-found',
    title: '没有这个事项，请按名称或拼音首字母重新查找。',
  },
  'catalog.not_offered': {
    kind: 'conflict',
    title: '本中心（站）没有进驻这个事项，请引导申请人到已进驻的中心（站）办理。',
  },
} as const;

export const catalogError = errorsOf(catalogErrors);
