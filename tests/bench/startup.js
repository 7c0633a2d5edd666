/**
 * Start-up and look-up time as ratios to bare Node (`node -e 0`) in the same run, on this Node
 * and on Node 24, which is fetched from the registry into a temporary directory (Linux on x64).
 */
import { medians, nodes, print, timeOf } from './clock.js';

const runs = Number(process.env.BENCH_RUNS ?? 31);
const calls = [
  ['node -e 0', ['-e', '0']],
  ['mlsd metric ndcg', ['bin/mlsd.js', 'metric', 'ndcg']],
  ['mlsd ndcg --json', ['bin/mlsd.js', 'ndcg', '--json']],
  ['mlsd presicion (typo)', ['bin/mlsd.js', 'presicion']],
  ['mlsd sheet evaluation', ['bin/mlsd.js', 'sheet', 'evaluation']],
  ['mlsd --help', ['bin/mlsd.js', '--help']],
];

for (const { path, version } of nodes()) {
  const [floor, ...rest] = medians(calls, runs, ([, args]) => timeOf(path, args));
  print(`${version}: node -e 0 takes ${floor.toFixed(1)} ms (median of ${runs})`);
  rest.forEach((time, index) => {
    const ratio = (time / floor).toFixed(2);
    print(`  ${calls[index + 1][0].padEnd(24)} ${time.toFixed(1).padStart(6)} ms  ${ratio} ×`);
  });
}
