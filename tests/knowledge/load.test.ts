import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/issue.ts';
import { catalogOf, loadKnowledge } from '../../src/knowledge/load.ts';
import { shippedKnowledge } from '../helpers/knowledge.ts';
import { frameworkYaml, stepYaml, topicYaml, writePack } from '../helpers/pack.ts';

function problemsOf(files: Readonly<Record<string, string>>): readonly Problem[] {
  const directory = writePack(files);
  return loadKnowledge(directory, { shownFrom: directory }).problems;
}

/** file:line:column rule */
const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe('loading a knowledge base', () => {
  test('the shipped one has no problem', () => {
    expect(shippedKnowledge().problems).toEqual([]);
  });

  test('entries come out typed, frozen and linked by id', () => {
    const directory = writePack({
      'topics/alpha.yaml': topicYaml('alpha', 'see: [beta]'),
      'topics/beta.yaml': topicYaml('beta'),
    });
    const catalog = catalogOf(loadKnowledge(directory, { shownFrom: directory }).knowledge);
    const alpha = catalog.get('topic', 'alpha');
    expect(alpha).toMatchObject({ kind: 'topic', see: ['beta'], pitfalls: [] });
    expect(Object.isFrozen(alpha?.see)).toBe(true);
    expect(catalog.get('metric', 'alpha')).toBeUndefined();
  });

  test('an empty directory is an empty base without problems', () => {
    expect(problemsOf({ 'README.md': 'nothing' })).toEqual([]);
  });
});

describe('a problem names its file, line and column, what is wrong and what to do', () => {
  const table: [string, Record<string, string>, string[], RegExp][] = [
    [
      'broken YAML',
      { 'topics/alpha.yaml': 'id: alpha\nname: [Alpha\nsummary: x' },
      ['topics/alpha.yaml:3:1 yaml'],
      /flow/i,
    ],
    [
      'a key twice',
      { 'topics/alpha.yaml': `${topicYaml('alpha')}name: Again\n` },
      ['topics/alpha.yaml:8:1 duplicate-key'],
      /unique/,
    ],
    [
      'an unknown field',
      { 'topics/alpha.yaml': topicYaml('alpha', 'colour: red') },
      ['topics/alpha.yaml:8:1 unknown-field'],
      /unknown field "colour"/,
    ],
    [
      'a missing field',
      { 'topics/alpha.yaml': topicYaml('alpha').replace(/what:.*\n/, '') },
      ['topics/alpha.yaml:1:1 missing-field'],
      /"what" is missing/,
    ],
    [
      'a value that is not one of those known',
      { 'topics/alpha.yaml': topicYaml('alpha').replace('area: training', 'area: trainning') },
      ['topics/alpha.yaml:5:7 unknown-value'],
      /"area"/,
    ],
    [
      'text where a list belongs',
      { 'topics/alpha.yaml': topicYaml('alpha', 'pitfalls: one') },
      ['topics/alpha.yaml:8:11 wrong-type'],
      /"pitfalls" is not a list/,
    ],
    [
      'a link to an unknown id',
      {
        'topics/alpha.yaml': topicYaml('alpha', 'see: [betta]'),
        'topics/beta.yaml': topicYaml('beta'),
      },
      ['topics/alpha.yaml:8:7 unknown-id'],
      /no entry "betta"/,
    ],
    [
      'an id twice',
      {
        'topics/alpha.yaml': topicYaml('alpha'),
        'framework.yaml': frameworkYaml(stepYaml.replace('id: problem', 'id: alpha')),
      },
      ['framework.yaml:13:9 duplicate-id'],
      /already used in topics\/alpha.yaml/,
    ],
    [
      'an id that is not the name of its file',
      { 'topics/alpha.yaml': topicYaml('beta') },
      ['topics/alpha.yaml:1:5 file-name'],
      /id "beta" in a file named alpha.yaml/,
    ],
    [
      'an empty checklist',
      {
        'framework.yaml': frameworkYaml(stepYaml.replace(/checklist:\n.*\n/, 'checklist: []\n')),
      },
      ['framework.yaml:20:16 empty-list'],
      /checklist.*empty/,
    ],
    [
      'minutes with min greater than max',
      { 'framework.yaml': frameworkYaml(stepYaml.replace('{min: 5, max: 7}', '{min: 9, max: 7}')) },
      ['framework.yaml:18:20 schema'],
      /min is greater than max/,
    ],
    [
      'a plan whose minutes do not add up',
      {
        'framework.yaml': frameworkYaml(stepYaml),
        'plans.yaml':
          'plans:\n  - id: short\n    name: Short\n    summary: Short.\n    totalMinutes: 40\n    budgets: [{step: problem, minutes: 30}]\n',
      },
      ['plans.yaml:5:19 minutes'],
      /add up to 30 minutes, not 40/,
    ],
    [
      'a control character',
      { 'topics/alpha.yaml': topicYaml('alpha', 'pitfalls: ["Do not \u001b[2J this."]') },
      ['topics/alpha.yaml:8:20 control-character'],
      /U\+001B/,
    ],
    [
      'a control character written as an escape',
      { 'topics/alpha.yaml': topicYaml('alpha', 'pitfalls: ["Do not \\e[2J this."]') },
      ['topics/alpha.yaml:8:12 schema'],
      /control character/,
    ],
    [
      'an anchor and its alias',
      {
        'topics/alpha.yaml': 'a: &a [x]\nb: *a\n',
      },
      ['topics/alpha.yaml:1:7 yaml-alias', 'topics/alpha.yaml:2:4 yaml-alias'],
      /alias/i,
    ],
  ];

  test.each(table)('%s', (_, files, expected, message) => {
    const problems = problemsOf(files);
    expect(places(problems)).toEqual(expected);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.hint).not.toBe('');
  });

  test('a misspelled link is told what was probably meant', () => {
    const [problem] = problemsOf({
      'topics/alpha.yaml': topicYaml('alpha', 'see: [betta]'),
      'topics/beta.yaml': topicYaml('beta'),
    });
    expect(problem?.hint).toBe('did you mean "beta"?');
  });

  test('all problems of all files come at once, in the order of files and lines', () => {
    const problems = problemsOf({
      'topics/alpha.yaml': topicYaml('alpha', 'colour: red\nshade: dark'),
      'topics/beta.yaml': topicYaml('beta', 'see: [nothing]'),
    });
    expect(places(problems)).toEqual([
      'topics/alpha.yaml:8:1 unknown-field',
      'topics/alpha.yaml:9:1 unknown-field',
      'topics/beta.yaml:8:7 unknown-id',
    ]);
  });

  test('a link to a file that failed to load is not reported again', () => {
    const problems = problemsOf({
      'topics/alpha.yaml': topicYaml('alpha', 'see: [beta]'),
      'topics/beta.yaml': topicYaml('beta', 'colour: red'),
    });
    expect(places(problems)).toEqual(['topics/beta.yaml:8:1 unknown-field']);
  });
});
