import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { EndStreams } from './end-streams.js';
import { LiveController } from './live.controller.js';
import { OpenStream } from './open-stream.js';

/** Live updates for whoever is signed in. */
@Module({
  imports: [IdentityModule],
  controllers: [LiveController],
  providers: [EndStreams, OpenStream],
})
export class LiveModule {}
