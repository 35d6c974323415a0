import { ApiProperty } from '@nestjs/swagger';
import { WORKLISTS, type Worklist } from '@yikou/domain';
import { CaseSummaryDto } from '../workflow/index.js';

export class WorklistCountDto {
  @ApiProperty({ enum: WORKLISTS, enumName: 'Worklist' }) worklist: Worklist;
  /** Cases in it, counted up to 1,000. */
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

export class WorklistsDto {
  /** Those of the asker's roles, in the order in which they are shown. */
  items: WorklistCountDto[];
}

export class WaitingTaskDto {
  id: string;
  name: string;
  @ApiProperty({ enum: ['OPEN', 'CLAIMED'], enumName: 'TaskState' }) state: string;
  assigneeName: string | null;
  openedAt: Date;
}

export class WaitingCaseDto extends CaseSummaryDto {
  /** The oldest open task of the asker's unit. */
  task: WaitingTaskDto | null;
}

export class WaitingCasePageDto {
  /** The longest waiting first. */
  items: WaitingCaseDto[];
  nextCursor: string | null;
}
