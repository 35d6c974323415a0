import { URLSearchParams } from 'node:url';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { doorFile } from '../up/doors.mjs';
import { freePort } from '../up/reach.mjs';
import { loadItems } from './catalog.mjs';
import { openDistrict } from './district.mjs';

const ITEMS = Number(process.env.YIKOU_BENCH_ITEMS ?? 10_000);
const SEED = Number(process.env.YIKOU_SEED ?? 20261123);
const CALLS = 3000;
const WARM_UP = 300;
/** Readers at the same time. */
const READERS = 2;
/** The bar, in milliseconds, for the slowest of a hundred. */
const LIMIT_MS = 50;

/** How long a search takes over HTTP among many items of five versions each, as JSON and as a page. */
export async function searchCost(shutdown) {
  const { owner, env, migrateAgain } = await openDistrict(shutdown);
  await loadItems(owner, ITEMS, migrateAgain);
  const url = await openApi(env, shutdown);
  const random = numbersFrom(SEED);
  const queries = await mix(owner, url, random);
  console.log(
    `search among ${ITEMS} items of 5 versions, ${CALLS} calls by ${READERS} readers, seed ${SEED}`,
  );
  let met = true;
  for (const [name, path] of Object.entries({ json: '/api/v1/items', page: '/guide/search' })) {
    const ask = () => timed(`${url}${path}?${one(random, queries).query}`);
    await round(ask, WARM_UP);
    met = report(name, await round(ask, CALLS)) && met;
  }
  for (const { kind, query } of firstOfEach(queries)) {
    report(`  ${kind}`, await round(() => timed(`${url}/api/v1/items?${query}`), CALLS / 30));
  }
  return (
    report('guide page of an item', await round(itemPage(url, queries, random), CALLS / 3)) && met
  );
}

async function openApi(env, shutdown) {
  const port = await freePort();
  const most = '10000000';
  const child = spawn(process.execPath, [doorFile('main')], {
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      YIKOU_RATE_ADDRESS: most,
      YIKOU_RATE_ACCOUNT: most,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  shutdown.add({ stop, force: () => child.kill('SIGKILL') });
  const url = `http://127.0.0.1:${port}`;
  for (const end = performance.now() + 30_000; ;) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return url;
    if (performance.now() > end) throw new Error('the api does not become ready');
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** What people type: parts of real names, their pinyin, themes, nothing at all, and pages far down. */
async function mix(owner, url, random) {
  const { rows } = await owner.query('SELECT * FROM item_search ORDER BY code');
  const themes = [...new Set(rows.map(({ theme }) => theme))];
  const query = (parts) => new URLSearchParams(parts).toString();
  const sought = (q) => query({ q });
  const partOf = (text, length) => {
    const from = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(from, from + length);
  };
  const syllables = ({ spelling }) => spelling.split(' ')[0].match(/[A-Z][a-z]*/g) ?? ['a'];
  const kinds = {
    ...Object.fromEntries(
      [1, 2, 3, 4].map((length) => [
        `${length} Chinese characters`,
        (row) => sought(partOf(row.name, length)),
      ]),
    ),
    'characters apart': ({ name }) => sought(`${name[1]}${name.at(-2)}`),
    'two words': (row) => sought(`${partOf(row.name, 2)} ${row.theme}`),
    'pinyin of two syllables': (row) => sought(syllables(row).slice(0, 2).join('').toLowerCase()),
    'whole pinyin': (row) => sought(syllables(row).join('').toLowerCase().slice(0, 60)),
    'pinyin initials': ({ initials }) => sought(initials.slice(0, 4)),
    'two letters': ({ initials }) => sought(initials.slice(0, 2)),
    'the commonest letters': () => sought(one(random, ['sh', 'zh', 'ji', 'an', 'sheng'])),
    'one letter': ({ initials }) => sought(initials.slice(0, 1)),
    'a code': ({ code }) => sought(code),
    'a theme': () => query({ theme: one(random, themes) }),
    'a theme and a word': (row) => query({ theme: row.theme, q: partOf(row.name, 2) }),
    'no query': () => '',
    'nothing found': () => sought(`${one(random, rows).name.slice(0, 2)}龘`),
  };
  const queries = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: 60 }, () => ({ kind, query: make(one(random, rows)) })),
  );
  return [...queries, ...(await deepPages(url, query))];
}

/** Keyset pages far from the first, of everything and of a word that half the items have. */
async function deepPages(url, query) {
  const pages = [];
  for (const parts of [{}, { q: '办' }, { q: '变更' }]) {
    let cursor;
    for (let page = 0; page < 60; page += 1) {
      const asked = query({ ...parts, limit: '100', ...(cursor ? { cursor } : {}) });
      const { nextCursor } = await (await fetch(`${url}/api/v1/items?${asked}`)).json();
      if (!nextCursor) break;
      cursor = nextCursor;
      pages.push({ kind: 'a deep page', query: query({ ...parts, cursor }) });
    }
  }
  return pages;
}

function itemPage(url, queries, random) {
  const codes = queries.filter(({ kind }) => kind === 'a code').map(({ query }) => query.slice(2));
  return () => timed(`${url}/guide/items/${one(random, codes)}`);
}

const firstOfEach = (queries) => [...new Map(queries.map((query) => [query.kind, query])).values()];

async function timed(address) {
  const start = performance.now();
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} → ${answer.status}`);
  return performance.now() - start;
}

/** @returns the milliseconds of each call, sorted */
async function round(ask, calls) {
  const times = [];
  const reader = async () => {
    while (times.length < calls) times.push(await ask());
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return times.sort((a, b) => a - b);
}

function report(name, times) {
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const met = at(0.99) < LIMIT_MS;
  const figures = [0.5, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(1)} ms`);
  console.log(
    `  ${name.padEnd(28)} ${figures.join('  ')} (limit ${LIMIT_MS}): ${met ? 'met' : 'missed'}`,
  );
  return met;
}

/** The same numbers for the same seed. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const one = (random, all) => all[Math.floor(random() * all.length)];
