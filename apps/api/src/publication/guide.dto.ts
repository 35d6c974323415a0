import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ItemQueryDto } from '../catalog/index.js';
import { GUIDE_LANGUAGES, type GuideLanguage } from './guide-words.js';

export class GuideQueryDto {
  @IsOptional() @IsIn(GUIDE_LANGUAGES) lang?: GuideLanguage;
}

export class GuideSearchQueryDto extends OmitType(ItemQueryDto, ['limit'] as const) {
  @IsOptional() @IsIn(GUIDE_LANGUAGES) lang?: GuideLanguage;
}
