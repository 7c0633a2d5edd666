import { describe, expect, test } from 'vitest';
import { createIo, type Streams, type TerminalFacts } from '../../src/terminal/io.ts';

const terminal: TerminalFacts = {
  stdoutIsTty: true,
  stderrIsTty: true,
  stdinIsTty: true,
  columns: 80,
  rows: 2,
  env: {},
};
const nowhere: Streams = { out: () => {}, err: () => {}, page: async () => {} };

describe('links that open when clicked', () => {
  test.each<[string, Partial<TerminalFacts>, boolean]>([
    ['a terminal known to open them', { env: { TERM_PROGRAM: 'WezTerm' } }, true],
    ['a terminal of a new enough VTE', { env: { VTE_VERSION: '6003' } }, true],
    ['a terminal of an old VTE', { env: { VTE_VERSION: '4900' } }, false],
    ['a terminal nothing is known of', {}, false],
    ['a terminal forced to', { env: { FORCE_HYPERLINK: '1' } }, true],
    ['a terminal forced not to', { env: { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' } }, false],
    ['a pipe', { stdoutIsTty: false, env: { TERM: 'xterm-kitty' } }, false],
    ['a plain rendering', { env: { TERM: 'xterm-kitty', ACCESSIBLE: '1' } }, false],
  ])('%s', async (_, facts, hasLinks) => {
    const io = await createIo({ ...terminal, ...facts }, nowhere);
    expect(io.hasLinks).toBe(hasLinks);
  });

  test('are taken out of what goes to the pager', async () => {
    const paged: string[] = [];
    const io = await createIo(terminal, {
      ...nowhere,
      page: async (text) => void paged.push(text),
    });
    await io.page('a\nb\n\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\\n');
    expect(paged).toEqual(['a\nb\nhere\n']);
  });
});

test('a page of HTML stays as it is where only ASCII is shown', async () => {
  const written: string[] = [];
  const facts = { ...terminal, env: { LC_ALL: 'C' } };
  const io = await createIo(facts, { ...nowhere, out: (text) => written.push(text) });
  io.out('<!doctype html><p>a ≤ b');
  io.out('a ≤ b');
  expect(written).toEqual(['<!doctype html><p>a ≤ b', 'a <= b']);
});
