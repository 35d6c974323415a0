const BROWSERS: readonly [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdgA?\/(\d+)/],
  ['QQ', /\bQQBrowser\/(\d+)/],
  ['360', /\b360(?:SE|EE|Browser)\/?(\d*)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chrome', /\bChrome\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[.\d]* .*Safari\//],
];
const SYSTEMS: readonly [name: string, pattern: RegExp][] = [
  ['Android', /Android/],
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
];
const LONGEST = 40;

/**
 * What a person knows their own device by, out of what the browser sends: the rest of it would tell one
 * person's machine from another's and is not kept.
 *
 * @returns such as `Chrome 139 · Windows`; the first word for a program that is no browser
 */
export function deviceNameOf(userAgent: string | undefined): string {
  if (!userAgent) return '';
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  for (const [name, pattern] of BROWSERS) {
    const found = pattern.exec(userAgent);
    if (found)
      return [[name, found[1]].filter(Boolean).join(' '), system].filter(Boolean).join(' · ');
  }
  return (userAgent.split(/[\s(]/)[0] ?? '').slice(0, LONGEST);
}
