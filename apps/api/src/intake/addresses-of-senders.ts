import { Injectable } from '@nestjs/common';
import { addressKey, BlindIndex, requestContext } from '@yikou/platform';

/** From where the public sends in data: kept as a keyed hash, to count and for nothing else. */
@Injectable()
export class AddressesOfSenders {
  constructor(private readonly index: BlindIndex) {}

  /** Of the request in hand; an IPv6 network counts as one. */
  current(): string | null {
    const address = requestContext()?.address;
    return address ? this.index.of('senderAddress', addressKey(address)) : null;
  }
}
