import { openDoor } from './doors.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';

const READY_MS = 120_000;
const STEADY_MS = 60_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** One door that all depends on: when it ends by itself, everything ends. */
export function openVital(name, args, context, shutdown) {
  const door = openDoor(name, args, context);
  shutdown.add(door);
  void door.exited.then((code) => {
    if (shutdown.asked) return;
    console.error(
      `${name} 意外退出（${code}），详见 ${context.dataDir}/logs/${name}.log / ` +
        `${name} stopped unexpectedly (${code}), see its log`,
    );
    void shutdown.leave(1);
  });
  return door;
}

/** One door that may fall and is set up again, each time after a longer pause. */
export function openRestarting(name, args, context, shutdown) {
  let door;
  let delay = 1000;
  const open = () => {
    const since = Date.now();
    door = openDoor(name, args, context);
    void door.exited.then(async (code) => {
      if (shutdown.asked) return;
      if (Date.now() - since > STEADY_MS) delay = 1000;
      const seconds = delay / 1000;
      say(
        `${name} 意外退出（${code}），${seconds} 秒后重新启动`,
        `${name} stopped unexpectedly (${code}), starting again in ${seconds} s`,
      );
      await pause(delay);
      delay = Math.min(delay * 2, 30_000);
      if (!shutdown.asked) open();
    });
  };
  open();
  shutdown.add({ stop: () => door.stop(), force: () => door.force() });
}

/** The api's own word that everything is up. */
export async function waitReady(port, shutdown) {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(200)) {
    if (shutdown.asked) return;
    if (await isReady(port)) return;
  }
  throw new Refusal(
    `服务在 ${READY_MS / 1000} 秒内未就绪`,
    `the services were not ready within ${READY_MS / 1000} s`,
  );
}

async function isReady(port) {
  try {
    const signal = AbortSignal.timeout(3000);
    return (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal })).ok;
  } catch {
    return false;
  }
}
