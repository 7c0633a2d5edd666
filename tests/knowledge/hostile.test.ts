/** Whatever stands in a file, the loader answers with its own located problems, and soon. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readPlainYaml } from '../../src/knowledge/plain.ts';
import { rules } from '../../src/knowledge/rules/table.ts';
import { SourceFile } from '../../src/knowledge/source.ts';
import { parseYaml } from '../../src/knowledge/yaml.ts';
import { repository } from '../helpers/knowledge.ts';
import { caseYaml, metricYaml, questionYaml, topicYaml, writePack } from '../helpers/pack.ts';

const everyShipped = readdirSync(join(repository, 'knowledge'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(join(repository, 'knowledge', name), 'utf8'));
/** Enough of them for the tests that take each apart. */
const shipped = everyShipped.filter((_, index) => index % 12 === 0);

const valid = fc.oneof(
  fc.constantFrom(topicYaml('alpha'), metricYaml('alpha'), caseYaml('alpha')),
  fc.constantFrom(questionYaml('alpha', ['One', 'Two', 'Three', 'Four'])),
  fc.constantFrom(...shipped),
);

/** What YAML and JavaScript have in store for those who do not expect it. */
const oddities = [
  '__proto__: {polluted: yes}',
  'constructor: {prototype: x}',
  '<<: {name: merged}',
  '<<: *alpha',
  'name: &alpha [x]',
  'toString: [1]',
  'name: .nan',
  'order: .inf',
  'order: -.INF',
  'order: 1e999',
  'name: 2001-12-14t21:59:43.10-05:00',
  'name: !!binary R0lGODlhDAAMAIQAAP',
  'name: !!timestamp 2001-12-14',
  'name: !!set {a, b}',
  'name: !!js/function "function () {}"',
  'name: !<tag:yaml.org,2002:float> x',
  '? [complex, key]\n: value',
  '? |\n  block key\n: x',
  '? ? ? x',
  '{a: 1}: b',
  '1: one\n01: two\n0x1: three',
  'null: x\n~: y\ntrue: z',
  '--- second',
  '...\nmore',
  '%YAML 1.1\n---\nname: yes',
  '%TAG ! tag:x,2000:\n---\nname: !y z',
  'name: |2\n    too deep\n  back',
  'name: >-\n\n\n  folded\n\n   more',
  "name: 'it''s",
  'name: "\\uD800 \\x00 \\u202e"',
  '\tname: tabs',
  '\uFEFFname: mark',
  'name: \u2028\u2029\u0085',
  '[[[[[[[[]]]]]]]]',
  '- - - - - x',
  `deep: ${'['.repeat(2000)}`,
  `deep: ${'{a: '.repeat(2000)}`,
  `${'- '.repeat(2000)}x`,
  Array.from({ length: 150 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  `name: ${'x'.repeat(5000)}`,
  `id: ${'a-'.repeat(3000)}a`,
  `see: [${'alpha, '.repeat(500)}]`,
  Array.from({ length: 500 }, (_, index) => `key${index}: x`).join('\n'),
  'x: &x [1]\ny: &y [*x, *x, *x]\nz: [*y, *y, *y]',
];

const piece = fc.oneof(
  fc.constantFrom(...oddities),
  fc.constantFrom(
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '"',
    "'",
    '#',
    '&a',
    '*a',
    '!',
    '%',
    '@',
  ),
  fc.constantFrom('\n', '\r\n', '\t', '  ', '\0', '\u001b[2J', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A valid file with pieces put in, lines taken out, or cut off. */
const mutated = fc
  .tuple(
    valid,
    fc.array(fc.tuple(fc.nat(), piece, fc.constantFrom('insert', 'line', 'delete', 'cut')), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, edits]) => edits.reduce(edit, text));

function edit(text: string, [place, put, how]: [number, string, string]): string {
  const at = text.length === 0 ? 0 : place % text.length;
  if (how === 'insert') return text.slice(0, at) + put + text.slice(at);
  if (how === 'cut') return text.slice(0, at);
  const lines = text.split('\n');
  lines.splice(place % lines.length, how === 'delete' ? 1 : 0, ...(how === 'delete' ? [] : [put]));
  return lines.join('\n');
}

const anyText = fc.oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

const places = [
  'framework.yaml',
  'plans.yaml',
  'scorecard.yaml',
  'domains/alpha.yaml',
  'metrics/alpha.yaml',
  'models/alpha.yaml',
  'topics/alpha.yaml',
  'cases/alpha.yaml',
  'questions/alpha.yaml',
];

describe('arbitrary YAML', () => {
  test('never makes the loader throw anything, and every problem is located', () => {
    const directory = writePack(Object.fromEntries(places.map((place) => [place, ''])));
    fc.assert(
      fc.property(fc.constantFrom(...places), anyText, (place, text) => {
        writeFileSync(join(directory, place), text);
        const { problems } = loadKnowledge(directory, { shownFrom: directory });
        const lines = text.split('\n').length;
        for (const problem of problems.filter(({ file }) => file === place)) {
          expect(Object.keys(rules)).toContain(problem.rule);
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.hint).not.toBe('');
        }
        writeFileSync(join(directory, place), '');
        expect({}).not.toHaveProperty('polluted');
      }),
      { numRuns: 600 },
    );
  });

  test('read the quick way is what it is when read the careful way', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = readPlainYaml(text);
        if (plain === undefined) return;
        const { value, problems } = parseYaml(new SourceFile('file.yaml', text));
        // The careful way minds the indentation inside brackets, and brackets in endless texts.
        if (problems.length === 0) expect(value).toEqual(plain);
        else expect(['yaml', 'too-deep']).toContain(problems[0]?.rule);
      }),
      { numRuns: 3000 },
    );
  });

  test('of the shipped files, five in six are read the quick way', () => {
    const plain = everyShipped.filter((text) => readPlainYaml(text) !== undefined);
    expect(plain.length / everyShipped.length).toBeGreaterThan(5 / 6);
  });
});

describe('a file that would cost too much', () => {
  const many = 100_000;
  test.each([
    ['brackets without end', '['.repeat(many)],
    ['groups in groups', '{a: '.repeat(many)],
    ['lists on one line', '- '.repeat(many)],
    ['fields on one line', 'a: '.repeat(many)],
    [
      'a staircase of fields',
      Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['fields without number', Array.from({ length: 50_000 }, (_, i) => `k${i}: x`).join('\n')],
    ['the same field again and again', 'k: x\n'.repeat(many)],
    ['anchors', '&a '.repeat(many)],
    ['aliases', `a: &a [1]\nb: [${'*a, '.repeat(many)}]`],
    ['commas', `[${','.repeat(many)}`],
    ['directives', '%FOO\n'.repeat(many)],
    ['more bytes than a file may have', `#${'x'.repeat(2_000_000)}`],
  ])('is refused soon, with few problems: %s', (_, text) => {
    const directory = writePack({ 'topics/alpha.yaml': text });
    const start = performance.now();
    const { problems } = loadKnowledge(directory, { shownFrom: directory });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
  });
});
