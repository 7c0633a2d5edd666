/** Every rule has a knowledge base that breaks it, and it alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/issue.ts';
import { topicSchema } from '../../src/core/schema/topic.ts';
import { contentsOf, loadKnowledge } from '../../src/knowledge/load.ts';
import { Reader } from '../../src/knowledge/reader.ts';
import { type RuleId, rules } from '../../src/knowledge/rules/table.ts';
import { repository, shippedKnowledge } from '../helpers/knowledge.ts';
import {
  caseYaml,
  domainYaml,
  frameworkYaml,
  metricYaml,
  modelYaml,
  questionYaml,
  stepYaml,
  topicYaml,
  writePack,
} from '../helpers/pack.ts';

const shippedScorecard = readFileSync(join(repository, 'knowledge', 'scorecard.yaml'), 'utf8');

interface Fixture {
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** file:line:column */
  readonly at: string;
  readonly message: RegExp;
  readonly hint?: RegExp;
  /** The base that the files add to. */
  readonly base?: Fixture['files'];
}

const topic = (more: string): Fixture['files'] => ({
  'topics/alpha.yaml': topicYaml('alpha', more),
});
const alpha = topicYaml('alpha');
const long = 'A sentence of many words that nobody would write twice by accident.';

const secondStep = stepYaml
  .replace('id: problem', 'id: data')
  .replace('Define the problem', 'Data');

/** A case with more to it, and all that it needs to break no other rule. */
const buildCase = (more: string): Fixture['files'] => ({
  'framework.yaml': frameworkYaml(stepYaml),
  'cases/build.yaml': caseYaml('build', more),
  'domains/field.yaml': domainYaml('field', ['gain'], ['net']),
  'metrics/gain.yaml': metricYaml('gain', 'domains: [field]'),
  'models/net.yaml': modelYaml('net', 'domains: [field]'),
});

const fixtures: Readonly<Record<Exclude<RuleId, 'unreadable'>, Fixture>> = {
  encoding: {
    files: { 'topics/alpha.yaml': Buffer.concat([Buffer.from(alpha), Buffer.from([0xff])]) },
    at: 'topics/alpha.yaml:1:1',
    message: /not UTF-8/,
  },
  size: {
    files: { 'topics/alpha.yaml': `${alpha}#${'x'.repeat(600_000)}` },
    at: 'topics/alpha.yaml:1:1',
    message: /file of 6\d+ bytes/,
    hint: /under 524288 bytes/,
  },
  yaml: {
    files: { 'topics/alpha.yaml': 'id: alpha\nname: [Alpha\nsummary: x' },
    at: 'topics/alpha.yaml:3:1',
    message: /flow/i,
  },
  'yaml-alias': {
    files: topic('pitfalls: [&one One.]'),
    at: 'topics/alpha.yaml:8:17',
    message: /anchors and aliases/,
  },
  'too-deep': {
    files: topic(`pitfalls: ${'['.repeat(30)}${']'.repeat(30)}`),
    at: 'topics/alpha.yaml:8:35',
    message: /too deeply/,
  },
  'duplicate-key': { files: topic('name: Again'), at: 'topics/alpha.yaml:8:1', message: /unique/ },
  'control-character': {
    files: topic('pitfalls: ["Do not \u001b[2J this."]'),
    at: 'topics/alpha.yaml:8:20',
    message: /U\+001B/,
  },
  number: {
    files: topic('numbers: [{name: N, value: .inf, note: Endless.}]'),
    at: 'topics/alpha.yaml:8:28',
    message: /not finite/,
  },
  'unknown-field': {
    files: topic('shade: dark'),
    at: 'topics/alpha.yaml:8:1',
    message: /unknown field "shade"/,
  },
  'missing-field': {
    files: { 'topics/alpha.yaml': alpha.replace(/sources:.*\n/, '') },
    at: 'topics/alpha.yaml:1:1',
    message: /"sources" is missing/,
  },
  'wrong-type': {
    files: topic('pitfalls: one'),
    at: 'topics/alpha.yaml:8:11',
    message: /not a list/,
  },
  'unknown-value': {
    files: { 'topics/alpha.yaml': alpha.replace('area: training', 'area: trainning') },
    at: 'topics/alpha.yaml:5:7',
    message: /"area" has a value/,
    hint: /training/,
  },
  'empty-list': {
    files: { 'topics/alpha.yaml': alpha.replace('[A textbook]', '[]') },
    at: 'topics/alpha.yaml:4:10',
    message: /the list is empty/,
  },
  'empty-text': { files: topic('pitfalls: [""]'), at: 'topics/alpha.yaml:8:12', message: /empty/ },
  'too-long': {
    files: topic(`pitfalls: [${'x'.repeat(300)}]`),
    at: 'topics/alpha.yaml:8:12',
    message: /too long/,
    hint: /280/,
  },
  'out-of-range': {
    files: { 'topics/alpha.yaml': alpha.replace('order: 1', 'order: 0') },
    at: 'topics/alpha.yaml:6:8',
    message: /"order"/,
  },
  schema: {
    files: { 'framework.yaml': frameworkYaml(stepYaml.replace('min: 5', 'min: 9')) },
    at: 'framework.yaml:18:20',
    message: /min is greater than max/,
  },
  example: {
    files: {
      ...topic('see: [gain]'),
      'metrics/gain.yaml': metricYaml('gain', 'example: {story: Two numbers., input: {true: [1]}}'),
    },
    at: 'metrics/gain.yaml:17:39',
    message: /cannot be computed/,
  },
  unfilled: {
    files: topic('pitfalls: ["FILL IN: what goes wrong"]'),
    at: 'topics/alpha.yaml:8:12',
    message: /still to be filled in/,
    hint: /what goes wrong/,
  },
  'file-name': {
    files: { 'topics/alpha.yaml': topicYaml('beta') },
    at: 'topics/alpha.yaml:1:5',
    message: /"beta" in a file named alpha.yaml/,
  },
  'duplicate-id': {
    files: {
      'metrics/alpha.yaml': metricYaml('alpha', 'see: [beta]'),
      'models/alpha.yaml': modelYaml('alpha'),
      'topics/beta.yaml': topicYaml('beta', 'see: [alpha]'),
    },
    at: 'models/alpha.yaml:1:5',
    message: /already used in metrics\/alpha.yaml/,
  },
  'kind-clash': {
    base: topic(''),
    files: {
      'models/alpha.yaml': modelYaml('alpha'),
      'topics/beta.yaml': topicYaml('beta', 'see: [alpha]'),
    },
    at: 'models/alpha.yaml:1:5',
    message: /already a topic, and here it is a model/,
  },
  'unknown-id': {
    files: { ...topic('see: [betta]'), 'topics/beta.yaml': topicYaml('beta') },
    at: 'topics/alpha.yaml:8:7',
    message: /no entry "betta"/,
    hint: /did you mean "beta"/,
  },
  'wrong-kind': {
    files: {
      ...topic('lookAlikes: [{id: gain, chooseThisWhen: Never.}]'),
      'metrics/gain.yaml': metricYaml('gain'),
    },
    at: 'topics/alpha.yaml:8:19',
    message: /"gain" is a metric, not a topic/,
  },
  'one-sided-link': {
    files: {
      'domains/field.yaml': domainYaml('field', ['gain'], ['net']),
      'metrics/gain.yaml': metricYaml('gain'),
      'models/net.yaml': modelYaml('net', 'domains: [field]'),
    },
    at: 'domains/field.yaml:7:16',
    message: /metric "gain" does not name the domain "field"/,
  },
  'self-link': { files: topic('see: [alpha]'), at: 'topics/alpha.yaml:8:7', message: /to itself/ },
  'repeated-link': {
    files: { ...topic('see: [beta, beta]'), 'topics/beta.yaml': topicYaml('beta') },
    at: 'topics/alpha.yaml:8:13',
    message: /"beta" is listed twice/,
  },
  'unused-entry': {
    files: { 'metrics/gain.yaml': metricYaml('gain') },
    at: 'metrics/gain.yaml:1:5',
    message: /nothing links to the metric "gain"/,
  },
  'duplicate-name': {
    files: {
      ...topic('aliases: [The Other Thing]'),
      'topics/beta.yaml': topicYaml('beta', 'aliases: [other, the other things]'),
    },
    at: 'topics/beta.yaml:8:18',
    message: /already stands for topic "alpha" in topics\/alpha.yaml/,
  },
  'duplicate-technique': {
    files: {
      ...topic('techniques: [{name: Trick, what: One way.}]'),
      'topics/beta.yaml': topicYaml('beta', 'techniques: [{name: Trick, what: Another way.}]'),
    },
    at: 'topics/beta.yaml:8:21',
    message: /"Trick" is already explained in topics\/alpha.yaml/,
  },
  'copied-text': {
    files: {
      ...topic(`pitfalls: ["${long}"]`),
      'topics/beta.yaml': topicYaml('beta', `tradeOffs: ["Mind this. ${long}"]`),
    },
    at: 'topics/beta.yaml:8:13',
    message: /what "alpha" says/,
  },
  minutes: {
    files: {
      'framework.yaml': frameworkYaml(stepYaml).replace('totalMinutes: 6', 'totalMinutes: 40'),
    },
    at: 'framework.yaml:10:15',
    message: /the steps take 5 to 7 minutes, not 40/,
  },
  weights: {
    files: {
      'scorecard.yaml': shippedScorecard
        .replace('weight: 15', 'weight: 14')
        .replace(/step: .*/g, ''),
    },
    at: 'scorecard.yaml:3:3',
    message: /the weights add up to 99, not 100/,
  },
  'step-number': {
    files: {
      'framework.yaml': frameworkYaml(stepYaml + secondStep).replace(
        'totalMinutes: 6',
        'totalMinutes: 12',
      ),
    },
    at: 'framework.yaml:24:13',
    message: /step 1 is already "problem"/,
  },
  'repeated-option': {
    files: {
      ...topic(''),
      'questions/one.yaml': questionYaml('one', ['Right', 'Wrong', 'Odd', 'wrong']),
    },
    at: 'questions/one.yaml:11:16',
    message: /there already/,
  },
  'telling-length': {
    files: {
      ...topic(''),
      'questions/one.yaml': questionYaml('one', [
        'Right for many reasons told at length',
        'One',
        'Two',
        'Three',
      ]),
    },
    at: 'questions/one.yaml:8:16',
    message: /37 characters, the longest wrong one 5/,
  },
  'step-without-points': {
    files: {
      'framework.yaml': frameworkYaml(
        stepYaml + secondStep.replace('number: 1', 'number: 2'),
      ).replace('totalMinutes: 6', 'totalMinutes: 12'),
      'cases/build.yaml': caseYaml('build'),
      'domains/field.yaml': domainYaml('field', ['gain'], ['net']),
      'metrics/gain.yaml': metricYaml('gain', 'domains: [field]'),
      'models/net.yaml': modelYaml('net', 'domains: [field]'),
    },
    at: 'cases/build.yaml:11:9',
    message: /belongs to the step "data"/,
  },
  'unknown-point': {
    files: buildCase(
      'probes: [{id: why, step: problem, depth: define, ask: Why?, good: So., points: [goall]}]',
    ),
    at: 'cases/build.yaml:12:81',
    message: /the rubric has no point "goall"/,
    hint: /did you mean "goal"/,
  },
};

function load({ files, base }: Pick<Fixture, 'files' | 'base'>): readonly Problem[] {
  const shownFrom = writePack(files);
  if (!base) return loadKnowledge(shownFrom, { shownFrom }).problems;
  const { knowledge } = loadKnowledge(writePack(base), { shownFrom });
  return loadKnowledge(shownFrom, { shownFrom, base: contentsOf(knowledge) }).problems;
}

describe('a base that breaks a rule', () => {
  test.each(Object.entries(fixtures))(
    '%s is told where, what and how to mend it',
    (rule, fixture) => {
      const [problem, ...others] = load(fixture);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ rule, severity: rules[rule as RuleId].severity });
      expect(`${problem?.file}:${problem?.line}:${problem?.column}`).toBe(fixture.at);
      expect(problem?.message).toMatch(fixture.message);
      expect(problem?.hint).toMatch(fixture.hint ?? /./);
    },
  );
});

const probe = (id: string, points = ''): string =>
  `{id: ${id}, step: problem, depth: define, ask: Why?, good: So., points: [${points}]}`;

describe('a case whose parts do not fit together', () => {
  test.each<[situation: string, more: string, rule: RuleId, message: RegExp]>([
    [
      'two probes of one id',
      `probes: [${probe('why')}, ${probe('why')}]`,
      'duplicate-id',
      /"why" is used twice in probes/,
    ],
    [
      'two twists of one id',
      `twists: [${Array(2).fill('{id: less, say: Half., step: problem, good: So.}')}]`,
      'duplicate-id',
      /"less" is used twice in twists/,
    ],
    [
      'a point named twice by a probe',
      `probes: [${probe('why', 'goal, goal')}]`,
      'repeated-link',
      /"goal" is listed twice/,
    ],
    [
      'an arrow to a box that is not drawn',
      'diagram: {nodes: [{id: user, label: User}, {id: model, label: Model}], edges: [{from: user, to: modell}]}',
      'unknown-id',
      /no node "modell"/,
    ],
  ])('%s is told', (_, more, rule, message) => {
    expect(load({ files: buildCase(more) })).toEqual([
      expect.objectContaining({ rule, message: expect.stringMatching(message) }),
    ]);
  });

  test('two facts or points of one id are told', () => {
    const twice = (text: string): string =>
      text
        .replace(/^facts: \[(.*)\]$/m, 'facts: [$1, $1]')
        .replace(/^rubric: \[(.*)\]$/m, 'rubric: [$1, $1]');
    const files = buildCase('');
    const problems = load({ files: { ...files, 'cases/build.yaml': twice(caseYaml('build')) } });
    expect(problems.map(({ message }) => message)).toEqual([
      '"users" is used twice in facts',
      '"goal" is used twice in rubric',
    ]);
  });
});

test('a file that cannot be read is told like any other problem', () => {
  const directory = writePack({});
  const reader = new Reader(directory, directory);
  expect(reader.read(join(directory, 'topics/gone.yaml'), topicSchema)).toBeUndefined();
  expect(reader.problems).toMatchObject([
    { file: 'topics/gone.yaml', line: 1, column: 1, rule: 'unreadable', severity: 'error' },
  ]);
});

test('the shipped base keeps every rule, those of style too', () => {
  expect(shippedKnowledge().problems).toEqual([]);
});
