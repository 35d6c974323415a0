import { isIPv6 } from 'node:net';

/** How much of an IPv6 address names the household or office; the rest its members choose themselves. */
const NETWORK_GROUPS = 4;

/** Under what name requests from an address are counted: one for each IPv4, one for each IPv6 network. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  return `${groupsOf(bare).slice(0, NETWORK_GROUPS).join(':')}::`;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  // Only the front is looked at, so a dotted IPv4 at the end may count as one group.
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: missing }, () => '0'), ...back];
  return groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
