/**
 * Look-ups with a pack of 10,000 entries, as ratios to the same look-up without it in the same
 * run; and how long the first load takes, for entries as short as they may be, for entries of a
 * page, and for entries as long as the shipped ones. BENCH_ENTRIES sets another number.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, medians, nodes, print, timeOf } from './clock.js';

const runs = Number(process.env.BENCH_RUNS ?? 21);
const count = Number(process.env.BENCH_ENTRIES ?? 10_000);
const scratch = mkdtempSync(join(tmpdir(), 'mlsd-bench-packs-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Techniques per entry, each of some 300 bytes. */
const sizes = { short: 0, page: 4, long: 12 };
const packs = Object.entries(sizes).map(([name, techniques]) => ({
  name,
  ...writePack(join(scratch, name), techniques),
}));
/** Of one who has no packs of their own installed. */
const env = { ...process.env, MLSD_PACK: '', MLSD_DATA_DIR: join(scratch, 'data') };

for (const { path, version } of nodes()) {
  print(`${version}, ${count} entries in a pack:`);
  for (const { name, directory, bytes } of packs) {
    const first = median([1, 2, 3].map(() => firstLoad(path, directory)));
    const size = (bytes / count / 1000).toFixed(1);
    const what = `first load, ${size} kB an entry (${name})`;
    print(`  ${what.padEnd(40)} ${(first / 1000).toFixed(2)} s`);
  }
  compare(path, packs.at(-1).directory);
}

function firstLoad(node, directory) {
  rmSync(join(scratch, 'data'), { recursive: true, force: true });
  return timeOf(node, ['bin/mlsd.js', '--pack', directory, 'metric', 'ndcg'], env);
}

/** Each look-up without the pack and with it, whose cache is there. */
function compare(node, directory) {
  const lookups = [
    ['mlsd metric ndcg', ['metric', 'ndcg']],
    ['mlsd recall@k --json', ['recall@k', '--json']],
    ['mlsd presicion (typo)', ['presicion']],
    ['mlsd "only the first result matters"', ['only', 'the', 'first', 'result', 'matters']],
  ];
  const calls = lookups.flatMap(([, words]) => [words, ['--pack', directory, ...words]]);
  const times = medians(calls, runs, (words) => timeOf(node, ['bin/mlsd.js', ...words], env));
  lookups.forEach(([name], index) => {
    const [without, withPack] = times.slice(index * 2, index * 2 + 2);
    const ratio = (withPack / without).toFixed(2);
    const told = `${without.toFixed(1)} ms, with the pack ${withPack.toFixed(1)} ms`;
    print(`  ${name.padEnd(40)} ${told}  ${ratio} ×`);
  });
}

function writePack(directory, techniques) {
  const folder = join(directory, 'topics');
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const text = entry(number, techniques);
    bytes += text.length;
    writeFileSync(join(folder, `subject-${number}.yaml`), text);
  }
  return { directory, bytes };
}

function entry(number, techniques) {
  const words = wordsFrom(number);
  const parts = Array.from(
    { length: techniques },
    (_, part) => `  - name: Way ${part} of subject ${number}
    aliases: [way ${part} ${words(2)}]
    what: ${words(22)}.
    useWhen: ${words(9)}.
`,
  );
  return `id: subject-${number}
name: Subject ${number}
aliases: [theme ${number}, ${words(2)} ${number}]
summary: ${words(10)}.
area: training
order: 1
what: ${words(techniques > 0 ? 60 : 8)}.
${techniques > 0 ? `techniques:\n${parts.join('')}` : ''}see: [data-splits]
sources: [A textbook]
`;
}

/** Words that are the same in every run. */
function wordsFrom(seed) {
  const syllables = ['ra', 'ten', 'mo', 'li', 'cas', 'ver', 'du', 'pan', 'si', 'gol', 'ne', 'thi'];
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  const word = () =>
    Array.from({ length: 2 + (next() % 2) }, () => syllables[next() % syllables.length]).join('');
  return (many) => Array.from({ length: many }, word).join(' ');
}
