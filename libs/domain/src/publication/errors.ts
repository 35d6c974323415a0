import { errorsOf } from '../domain-error.js';

export const publicationErrors = {
  'publication.not_yours': {
    kind: 'forbidden',
    title: '只能登记本中心（站）的公示，其他中心（站）由其专职管理员或区政务办登记。',
  },
  'publication.not_offered': {
    kind: 'conflict',
    title: '这个中心（站）没有进驻这个事项，请核对中心（站）和事项编码。',
  },
  'publication.version_unknown': {
    kind: 'conflict',
    title: '没有这个事项版本，请刷新后按页面上的版本登记。',
  },
  'publication.date_invalid': {
    kind: 'invalid',
    title: '公示日期应是存在的日期，且不能晚于今天，请改正后再登记。',
  },
} as const;

export const publicationError = errorsOf(publicationErrors);
export type PublicationErrorCode = keyof typeof publicationErrors;
