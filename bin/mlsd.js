#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`mlsd needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // Compiled code is kept between runs where Node can do that (22.1 and newer).
  const { env } = process;
  const cache = env.XDG_CACHE_HOME || (env.HOME && `${env.HOME}/.cache`) || env.LOCALAPPDATA;
  if (cache) process.getBuiltinModule('node:module').enableCompileCache?.(`${cache}/mlsd`);
  const { start } = await import('../dist/start.js');
  process.exitCode = await start(process.argv.slice(2), new URL('../', import.meta.url));
}
