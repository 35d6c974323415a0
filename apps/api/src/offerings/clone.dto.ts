import { ApiProperty } from '@nestjs/swagger';
import { CLONE_REFUSALS, type CloneRefusal } from '@yikou/domain';
import { IsUUID } from 'class-validator';

export class CloneRequestDto {
  /** The centre that is the model. */
  @IsUUID() sourceUnitId: string;
  /** The centre that takes it over. */
  @IsUUID() targetUnitId: string;
}

export class ClonedItemDto {
  code: string;
  name: string;
}

export class RefusedItemDto extends ClonedItemDto {
  @ApiProperty({ enum: CLONE_REFUSALS, enumName: 'CloneRefusal' }) because: CloneRefusal;
}

export class ClonePreviewDto {
  added: ClonedItemDto[];
  present: ClonedItemDto[];
  refused: RefusedItemDto[];
  /** Numbers of the counters that would be set up. */
  counters: number[];
}

export class CloneDto {
  id: string;
  sourceUnitId: string;
  sourceUnitName: string;
  targetUnitId: string;
  targetUnitName: string;
  offeringCount: number;
  counters: number[];
  byName: string;
  at: Date;
  undoneAt: Date | null;
  /** Why it can be undone no more; null while it can. */
  @ApiProperty({ enum: ['USED', 'UNDONE'], enumName: 'CloneStanding', nullable: true })
  settled: 'USED' | 'UNDONE' | null;
}

export class ClonePageDto {
  items: CloneDto[];
  nextCursor: string | null;
}
