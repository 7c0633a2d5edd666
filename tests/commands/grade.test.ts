import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function grade(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const exitCode = await main(['grade', ...argv], context);
  const { stdout, stderr, paged } = context;
  return { exitCode, stdout, stderr, text: stdout + paged.join('') };
}

function withFile(text: string | Buffer): TestOptions {
  const workingDirectory = temporaryDirectory();
  writeFileSync(join(workingDirectory, 'design.md'), text);
  return { workingDirectory };
}

const design = `# Evaluation
- precision@50 and recall@50
# Modeling
Two towers for retrieval, user and item embeddings.
`;

describe('mlsd grade', () => {
  test('gives each point with the line that proves it, and the coverage by step', async () => {
    const { exitCode, stdout } = await grade(
      ['feed-ranking', 'design.md', '--json'],
      withFile(design),
    );
    const { points, coverage, scorecard, ...rest } = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(rest).toEqual({ case: 'feed-ranking', level: 'senior' });
    expect(points.find(({ id }: { id: string }) => id === 'offline-metrics')).toMatchObject({
      step: 'evaluation',
      level: 'mid',
      covered: true,
      evidence: ['precision@50 and recall@50'],
      lines: [2],
    });
    expect(points.find(({ id }: { id: string }) => id === 'position-bias')).toMatchObject({
      covered: false,
      evidence: [],
      see: ['position-bias'],
    });
    expect(coverage.of).toBe(points.length);
    expect(coverage.covered).toBe(
      points.filter(({ covered }: { covered: boolean }) => covered).length,
    );
    expect(scorecard.decision.name).toBe('No hire');
  });

  test('shows the evidence, what is missing, and what to look up', async () => {
    const { exitCode, text } = await grade(['feed', 'design.md'], withFile(design));
    expect(exitCode).toBe(0);
    expect(text).toContain('line 2 \u201cprecision@50 and recall@50\u201d');
    expect(text).toContain('Read: mlsd topic ab-testing');
    expect(text).toContain('No hire at the level senior');
  });

  test('holds each line against all steps when no heading names one', async () => {
    const { text } = await grade(['feed-ranking', 'design.md'], withFile('Run an A/B test.\n'));
    expect(text).toContain('each line was held against all steps');
    expect(text).toContain('line 1 \u201cRun an A/B test.\u201d');
  });

  test('does not let a file drive the terminal', async () => {
    const { text } = await grade(
      ['feed-ranking', 'design.md'],
      withFile('Run an A/B test \u001b[31m\u202e now.\n'),
    );
    expect(text).toContain('A/B test');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each([
    [['no-such-case', 'design.md'], design, 1, /no case is called "no-such-case"/],
    [['feed-ranking', 'missing.md'], design, 1, /"missing\.md" cannot be read/],
    [['feed-ranking', '.'], design, 1, /cannot be read/],
    [['feed-ranking', 'design.md'], '  \n', 1, /is empty/],
    [['feed-ranking', 'design.md'], Buffer.from([0xff, 0xfe, 0x41]), 1, /not text in UTF-8/],
    [['feed-ranking', 'design.md'], 'a'.repeat(2 ** 20 + 1), 1, /larger than a megabyte/],
    [['feed-ranking'], design, 2, /missing required argument 'file'/],
    [['feed-ranking', 'design.md', '--level', 'boss'], design, 2, /mid, senior, staff/],
  ])('%j is told on standard error alone', async (argv, text, code, message) => {
    const { exitCode, stdout, stderr } = await grade(argv, withFile(text));
    expect(exitCode).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});
