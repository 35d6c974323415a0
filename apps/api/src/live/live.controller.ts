import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { CurrentActor, Does, type SignedIn } from '../identity/index.js';
import { OpenStream } from './open-stream.js';

/** Characters that may wait for a screen that does not read; then it is cut off, and comes back. */
const MOST_WAITING = 64 * 1024;

@ApiTags('live')
@ApiBearerAuth()
@Controller('api/v1/live')
export class LiveController {
  constructor(private readonly openStream: OpenStream) {}

  @Sse('', { maxPendingDataLength: MOST_WAITING })
  @ApiProduces('text/event-stream')
  @Does('live.listen')
  @ApiOperation({
    operationId: 'listenLive',
    summary: '实时更新（SSE）：只传变化对象的类别和标识，内容仍按权限另行读取',
    description:
      'Events: `ready` (nothing is missed from here on; load anew what was loaded before) and `changed` ' +
      'with a list of `{kind, id}`. There is no replay: after a reconnection `ready` comes again.',
  })
  listen(@CurrentActor() actor: SignedIn): Observable<MessageEvent> {
    return this.openStream.run(actor);
  }
}
