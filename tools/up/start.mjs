// Only syntax and modules that an old Node knows stand here, so that it can be told in one line.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.version} / ` +
      `Node.js 20.19 or newer is needed, this is ${process.version}`,
  );
  process.exit(1);
}

import('./launch.mjs').then(({ launch }) => launch('start'));
