/** What Node gives to the scripts in tools/. */
const names = [
  'AbortSignal',
  'Buffer',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'process',
  'setInterval',
  'setTimeout',
];

export default Object.fromEntries(names.map((name) => [name, 'readonly']));
