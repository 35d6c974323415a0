import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { ApplicationDto, RegisterApplicationDto } from './application.dto.js';
import { ApplicationQueries } from './application.queries.js';
import { RegisterApplication } from './register-application.js';

/** One application for several items (R74). */
@ApiTags('intake')
@ApiBearerAuth()
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly registerApplication: RegisterApplication,
    private readonly applications: ApplicationQueries,
  ) {}

  @Post()
  @Does('application.register')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({
    operationId: 'registerApplication',
    summary: '多事项并联收件：一次收件、材料共用，每个事项一个办件，R13、R74',
  })
  register(
    @Body() body: RegisterApplicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationDto> {
    return this.registerApplication.run(body, actor);
  }

  @Get(':id')
  @Does('application.read')
  @ApiOperation({
    operationId: 'getApplication',
    summary: '并联申请：各办件并列，总时限取最长而不相加，R74',
  })
  one(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<ApplicationDto> {
    return this.applications.one(id, actor);
  }
}
