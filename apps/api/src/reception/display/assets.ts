/** White and yellow on near black; the number is read from ten metres on a usual screen. */
const STYLE = `
*{box-sizing:border-box;margin:0}
html{color-scheme:dark}
body{min-height:100vh;display:flex;flex-direction:column;background:#06121f;color:#fff;font:clamp(1rem,2.2vw,2.4rem)/1.3 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
header,footer{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.3em 1em;padding:.6em 1em;background:#0d2740}
h1{font-size:1.2em}
main{flex:1;display:grid;grid-template-columns:3fr 2fr;gap:1em;padding:1em}
main.error{display:flex;align-items:center;justify-content:center;text-align:center}
#latest{display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;border:.15em solid #ffd84d;border-radius:.4em;padding:.5em}
#latest[data-empty=yes]{border-color:#4a6480}
.please,.to{font-size:2em}
.number{font-size:clamp(5rem,17vw,20rem);line-height:1;font-weight:800;color:#ffd84d}
.to strong{font-size:2em;color:#ffd84d}
table{width:100%;border-collapse:collapse;font-size:1.7em}
th{font-size:.6em;font-weight:500;color:#c9d8e8;text-align:left;padding:.2em .4em}
td{padding:.25em .4em;border-top:2px solid #24415e;font-weight:700}
td:last-child{color:#ffd84d}
footer strong{font-size:1.4em;color:#ffd84d}
button{font:inherit;font-size:.8em;color:#fff;background:#17568f;border:2px solid #9fc3e6;border-radius:.4em;padding:.4em .8em;min-height:44px}
button:focus-visible{outline:4px solid #ffd84d;outline-offset:2px}
#state[data-lost]{color:#ffd84d;font-weight:700}
@media(max-width:48rem){main{grid-template-columns:1fr}body{font-size:1.1rem}}
`.trim();

/** Small enough to need no framework: asks for the board whenever something has moved, and speaks. */
const SCRIPT = `
'use strict';
const at = (id) => document.getElementById(id);
const hall = '/hall/' + encodeURIComponent(document.querySelector('main').dataset.hall);
const spoken = new Set();
let first = true;
let speaks = false;

const words = ({ number, counter }) => '请 ' + number + ' 号到 ' + counter + ' 号窗口';
const key = ({ number, counter, calls }) => number + ' ' + counter + ' ' + calls;
function say(call) {
  if (!speaks || !('speechSynthesis' in window)) return;
  const text = words({ ...call, number: [...call.number].join(' ') });
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = 'zh-CN';
  speech.rate = 0.85;
  speechSynthesis.speak(speech);
}
function row({ number, counter }) {
  const line = document.createElement('tr');
  for (const text of [number, counter]) line.appendChild(document.createElement('td')).textContent = text;
  return line;
}
function draw({ calls, waitingCount }) {
  const [latest, ...earlier] = calls;
  at('latest').dataset.empty = latest ? 'no' : 'yes';
  at('latest-number').textContent = latest ? latest.number : '—';
  at('latest-counter').textContent = latest ? latest.counter : '—';
  at('earlier').replaceChildren(...earlier.map(row));
  at('waiting').textContent = waitingCount;
  const fresh = calls.filter((call) => !spoken.has(key(call))).reverse();
  for (const call of fresh) {
    spoken.add(key(call));
    if (!first) say(call);
  }
  first = false;
}
let asking = false;
let again = false;
async function load() {
  if (asking) { again = true; return; }
  asking = true;
  try {
    const answer = await fetch(hall + '/board');
    if (answer.ok) draw(await answer.json());
  } catch {
    state('连接中断，正在重新连接', true);
  }
  asking = false;
  if (again) { again = false; void load(); }
}
function state(text, lost) {
  at('state').textContent = text;
  at('state').toggleAttribute('data-lost', lost);
}
function listen() {
  const source = new EventSource(hall + '/live');
  source.addEventListener('ready', () => { state('实时更新', false); void load(); });
  source.addEventListener('changed', () => void load());
  source.addEventListener('error', () => {
    state('连接中断，正在重新连接', true);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  });
}
const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit' });
const tick = () => { at('clock').textContent = clock.format(new Date()); };
tick();
setInterval(tick, 1000);
// A browser speaks only after somebody has touched the page.
at('voice').addEventListener('click', () => {
  speaks = !speaks;
  at('voice').setAttribute('aria-pressed', String(speaks));
  at('voice').textContent = speaks ? '关闭语音叫号' : '开启语音叫号';
});
listen();
`.trim();

/** Asked for anew with each opening of the page; a screen opens it once a day. */
export const HALL_ASSETS = { style: STYLE, script: SCRIPT };
