import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Does } from '../identity/index.js';
import { AreaPageDto, AreaQueryDto, UnitPageDto, UnitQueryDto } from './organisation.dto.js';
import { OrganisationQueries } from './organisation.queries.js';

@ApiTags('organisation')
@Controller('api/v1')
export class OrganisationController {
  constructor(private readonly queries: OrganisationQueries) {}

  @Get('areas')
  @Does('area.list')
  @ApiOperation({ operationId: 'listAreas', summary: '行政区划（市、区、镇街、社区四级），R1、R6' })
  areas(@Query() query: AreaQueryDto): Promise<AreaPageDto> {
    return this.queries.areas(query);
  }

  @Get('units')
  @Does('unit.list')
  @ApiOperation({ operationId: 'listUnits', summary: '单位（中心、站、科室、部门），R12、R16' })
  units(@Query() query: UnitQueryDto): Promise<UnitPageDto> {
    return this.queries.units(query);
  }
}
