import { ApiProperty } from '@nestjs/swagger';
import {
  CASE_PATHS,
  DEADLINE_KINDS,
  READINESS_LIST,
  SECTION_REASONS,
  type CasePath,
  type DeadlineKind,
  type ReadinessPoint,
  type SectionReason,
} from '@yikou/domain';
import { StageDto } from './workflow.dto.js';

export class PreviewStageDto extends StageDto {
  /** When this stage would be due if all before it took their full time; null without a limit. */
  dueAt: Date | null;
}

export class PreviewLimitDto {
  @ApiProperty({ enum: DEADLINE_KINDS, enumName: 'DeadlineKind' }) kind: DeadlineKind;
  amount: number;
  @ApiProperty({ enum: ['WORKING_DAY', 'CALENDAR_DAY', 'MINUTE'], enumName: 'LimitUnit' })
  unit: string;
  dueAt: Date;
  provisional: boolean;
}

/** What would happen if the case were accepted now at the asking counter. */
export class PreviewDto {
  @ApiProperty({ enum: CASE_PATHS, enumName: 'CasePath' }) path: CasePath;
  stages: PreviewStageDto[];
  limits: PreviewLimitDto[];
  /** R48, R49: the section steps in where the counter may not close it on the spot. */
  @ApiProperty({ enum: ['COUNTER', 'SECTION'], enumName: 'HandledBy' })
  handledBy: 'COUNTER' | 'SECTION';
  @ApiProperty({ enum: SECTION_REASONS, enumName: 'SectionReason', nullable: true })
  because: SectionReason | null;
  @ApiProperty({ enum: READINESS_LIST, enumName: 'ReadinessPoint', isArray: true })
  openPoints: ReadinessPoint[];
}
