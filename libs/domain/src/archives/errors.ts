import { errorsOf } from '../domain-error.js';

export const archiveErrors = {
  'archive.unknown': { kind: 'not-found', title: '没有找到这份档案，请从档案列表中打开。' },
  'archive.not_ready': { kind: 'conflict', title: '档案正在打包，请稍后刷新。' },
  'archive.failed': { kind: 'conflict', title: '档案打包没有成功，请联系系统管理员查看原因。' },
  'archive.destroyed': { kind: 'conflict', title: '档案已按批准销毁，只保留销毁记录。' },
  'archive.nothing_expired': {
    kind: 'conflict',
    title: '本中心没有保管期限已满、尚未列入销毁清册的档案。',
  },
  'archive.destruction_unknown': {
    kind: 'not-found',
    title: '没有找到这份销毁清册，请从清册列表中打开。',
  },
  'archive.destruction_decided_already': {
    kind: 'conflict',
    title: '销毁清册已经审批，请刷新查看结果。',
  },
  'archive.same_person': {
    kind: 'forbidden',
    title: '销毁须由两人分别同意，编制清册的人不能再审批。',
  },
  'archive.item_unknown': { kind: 'not-found', title: '没有这个事项，请核对事项编码。' },
} as const;

export const archiveError = errorsOf(archiveErrors);
