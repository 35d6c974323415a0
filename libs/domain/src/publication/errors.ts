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
  'publication.centre_unknown': {
    kind: 'not-found',
    title: '没有这个便民服务中心（站），请从首页的中心列表进入。',
  },
  'publication.promises_not_yours': {
    kind: 'forbidden',
    title: '服务承诺由本中心的专职管理员发布，请与该中心联系。',
  },
  'publication.promises_changed_meanwhile': {
    kind: 'conflict',
    title: '服务承诺刚发布了新的一版，请刷新后在最新一版上修改再发布。',
  },
  'publication.promises_from_invalid': {
    kind: 'invalid',
    title: '施行日期应是存在的日期，不早于今天，也不早于上一版的施行日期，请改正后再发布。',
  },
} as const;

export const publicationError = errorsOf(publicationErrors);
export type PublicationErrorCode = keyof typeof publicationErrors;
