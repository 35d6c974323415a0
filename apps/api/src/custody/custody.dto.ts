import { ApiProperty } from '@nestjs/swagger';
import {
  HANDOVER_KINDS,
  ORIGINAL_STATES,
  type CustodyAction,
  type HandoverKind,
  type OriginalState,
} from '@yikou/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

export class CustodyUnitDto {
  id: string;
  name: string;
}

export class TakeableLineDto {
  position: number;
  name: string;
  /** How many originals the checklist asks for. */
  originals: number;
}

export class CustodyOriginalDto {
  id: string;
  position: number;
  name: string;
  copies: number;
  @ApiProperty({ enum: ORIGINAL_STATES, enumName: 'OriginalState' }) state: OriginalState;
  /** Who answers for it; in transit, whoever handed it over. */
  unit: CustodyUnitDto;
  takenAt: Date;
  @ApiProperty({
    enum: ['handOver', 'giveBack', 'archive'],
    enumName: 'CustodyAction',
    isArray: true,
  })
  allowedActions: CustodyAction[];
}

export class HandedOriginalDto {
  id: string;
  name: string;
  copies: number;
}

export class CustodyHandoverDto {
  id: string;
  @ApiProperty({ enum: HANDOVER_KINDS, enumName: 'HandoverKind' }) kind: HandoverKind;
  /** Null for the applicant. */
  fromUnitName: string | null;
  /** Null for the applicant, or the archive. */
  toUnitName: string | null;
  purpose: string;
  handedAt: Date;
  handedByName: string;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  answeredByName: string | null;
  declineReason: string | null;
  originals: HandedOriginalDto[];
  @ApiProperty({ enum: ['accept', 'decline'], enumName: 'HandoverAction', isArray: true })
  allowedActions: ('accept' | 'decline')[];
}

export class CustodyDto {
  originals: CustodyOriginalDto[];
  /** The chain, the oldest link first. */
  handovers: CustodyHandoverDto[];
  /** Lines whose original the asker may take now; empty for whoever may not. */
  takeable: TakeableLineDto[];
  /** Units to which an original may be handed over. */
  receivers: CustodyUnitDto[];
}

export class TakeOriginalsDto {
  /** Positions in the checklist. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  positions: number[];
}

export class OriginalsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  originalIds: string[];
}

export class HandOverOriginalsDto extends OriginalsDto {
  @IsUUID() toUnitId: string;
  /** What the receiver needs them for. */
  @IsString() @MinLength(1) @MaxLength(200) @PlainText() purpose: string;
}

export class DeclineHandoverDto {
  @IsString() @MinLength(2) @MaxLength(200) @PlainText() reason: string;
}
