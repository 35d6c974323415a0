import { Injectable, type MessageEvent } from '@nestjs/common';
import { LiveHub, reaches } from '@yikou/platform';
import type { Observable } from 'rxjs';
import { scopeOfActor, type SignedIn } from '../identity/index.js';
import { EndStreams } from './end-streams.js';

/** Tabs that are looked at, over all of a person's machines; a hidden tab holds no stream. */
const MOST_TABS = 12;

/** Opens a person's stream: they hear of what their scope lets them read. */
@Injectable()
export class OpenStream {
  constructor(
    private readonly hub: LiveHub,
    private readonly endStreams: EndStreams,
  ) {}

  /** @throws ProblemError `live.too_many_streams` */
  run(actor: SignedIn): Observable<MessageEvent> {
    const scope = scopeOfActor(actor);
    this.endStreams.watch();
    return this.hub.open({
      owner: actor.accountId,
      most: MOST_TABS,
      key: this.endStreams.keyOf(actor),
      hears: (signal) => reaches(signal, scope),
    });
  }
}
