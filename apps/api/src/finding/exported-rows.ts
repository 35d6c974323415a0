import { localDateOf, localTime } from '@yikou/domain';
import type { TableColumn } from '../documents/index.js';
import type { DeadlineDto } from '../deadlines/index.js';
import type { CaseSummaryDto } from '../workflow/index.js';
import { DEADLINE_WORDS, LIGHT_WORDS, PATH_WORDS, STATE_WORDS } from './export-words.js';
import type { WaitingCaseDto } from './worklist.dto.js';

interface RowColumn<Row> extends TableColumn {
  cell: (row: Row) => string | number;
}

const stamp = (at: Date | null | undefined) => (at ? `${localDateOf(at)} ${localTime(at)}` : '');

const column = <Row>(
  title: string,
  width: number,
  cell: (row: Row) => string | number,
): RowColumn<Row> => ({ title, width, cell });

/** As the list shows it: names masked, times of Asia/Shanghai. */
export const CASE_ROW: readonly RowColumn<CaseSummaryDto>[] = [
  column('办件编号', 26, (row) => row.number),
  column('事项名称', 36, (row) => row.itemName),
  column('事项编码', 18, (row) => row.itemCode),
  column('办理路径', 12, (row) => PATH_WORDS[row.path]),
  column('状态', 10, (row) => STATE_WORDS[row.state]),
  column('申请人（脱敏）', 16, (row) => row.applicantName),
  column('收件单位', 28, (row) => row.takingUnit.name),
  column('当前单位', 28, (row) => row.holderUnit.name),
  column('当前环节', 16, (row) => row.stageName),
  column('收件时间', 18, (row) => stamp(row.registeredAt)),
  column('最近时限', 14, ({ nextDeadline }) =>
    nextDeadline ? DEADLINE_WORDS[nextDeadline.kind] : '',
  ),
  column('到期时间', 18, ({ nextDeadline }) => stamp(nextDeadline?.dueAt)),
  column('亮灯', 8, ({ nextDeadline }) => (nextDeadline ? LIGHT_WORDS[nextDeadline.light] : '')),
];

export const WAITING_ROW: readonly RowColumn<WaitingCaseDto>[] = [
  ...CASE_ROW,
  column('待办环节', 20, ({ task }) => task?.name ?? ''),
  column('认领人', 14, ({ task }) => task?.assigneeName ?? ''),
];

export const DEADLINE_ROW: readonly RowColumn<DeadlineDto>[] = [
  column('办件编号', 26, (row) => row.reference),
  column('事项名称', 36, (row) => row.title),
  column('时限', 14, (row) => DEADLINE_WORDS[row.kind]),
  column('责任单位', 28, (row) => row.ownerUnitName),
  column('开始时间', 18, (row) => stamp(row.startedAt)),
  column('到期时间', 18, (row) => stamp(row.dueAt)),
  column('亮灯', 8, (row) => LIGHT_WORDS[row.light]),
  column('剩余工作日', 12, (row) => row.remainingWorkingDays),
];
