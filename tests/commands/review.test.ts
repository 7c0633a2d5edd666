import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EventData } from '../../src/core/interview/events.ts';
import { planFromSteps } from '../../src/core/interview/plan.ts';
import { type History, openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 9);
const catalog = shippedCatalog();
const plan = planFromSteps(catalog.all('step'), 40);

/** A history with interviews whose notes are given, one after the other, a day apart. */
function held(...interviews: { readonly caseId: string; readonly notes: readonly string[] }[]) {
  const dataDirectory = temporaryDirectory();
  const history = openHistory(dataDirectory, { now: () => start, monotonic: () => 0 });
  interviews.forEach(({ caseId, notes }, index) => {
    const design = catalog.get('case', caseId);
    const id = `${caseId}-${index}`;
    const startedAt = start + index * 24 * 60 * minute;
    const { name: title = '', prompt = '' } = design ?? {};
    history.interviews.begin({ id, caseId, title, prompt, plan, seed: 1, startedAt });
    const append = (event: EventData, minutes: number) =>
      history.interviews.append(id, [event], minutes * minute);
    for (const [number, text] of notes.entries()) append({ kind: 'note', text }, 1 + number);
    append({ kind: 'asked', question: 'how many users', facts: ['users'] }, 10);
    append({ kind: 'finished' }, 20);
  });
  return { dataDirectory, history };
}

async function review(
  { dataDirectory, history }: { dataDirectory: string; history: History },
  ...argv: string[]
) {
  const context = await testContext({
    dataDirectory,
    history: () => history,
    workingDirectory: dataDirectory,
  });
  const code = await main(['review', ...argv], context);
  return { code, stdout: context.stdout, stderr: context.stderr };
}

const weak = { caseId: 'feed-ranking', notes: ['we want more engagement'] };
const strong = {
  caseId: 'feed-ranking',
  notes: ['we want more engagement', 'p99 under 200 ms', '500M daily users, 100M posts a day'],
};

describe('mlsd review', () => {
  test('without any interview says so and makes no history', async () => {
    const context = await testContext({ dataDirectory: temporaryDirectory() });
    expect(await main(['review'], context)).toBe(0);
    expect(context.stdout).toMatch(/^No interview was held yet/);
  });

  test('lists them newest first, with the points of repeated attempts', async () => {
    const { code, stdout } = await review(held(weak, strong), '--width', '100');
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 +2026-01-06 +Social feed ranking/);
    expect(stdout).toMatch(/Social feed ranking: 1, 3 points/);
    const { interviews } = JSON.parse((await review(held(weak, strong), '--json')).stdout);
    expect(interviews.map(({ covered }: { covered: number }) => covered)).toEqual([3, 1]);
  });

  test.each(['last', '1', 'feed-ranking-1'])(
    'shows the debrief of %s with its evidence',
    async (word) => {
      const { code, stdout } = await review(held(weak, strong), word);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Debrief: Social feed ranking/);
      expect(stdout).toContain('p99 under 200 ms');
      expect(stdout).toContain('Nobody asked');
    },
  );

  test('as JSON says which points were covered, by which note, and what nobody asked', async () => {
    const {
      points,
      unasked,
      case: id,
    } = JSON.parse((await review(held(strong), 'last', '--json')).stdout);
    expect(id).toBe('feed-ranking');
    const latency = points.find((point: { id: string }) => point.id === 'latency-limit');
    expect(latency).toMatchObject({
      covered: true,
      evidence: ['p99 under 200 ms'],
      atSeconds: [120],
    });
    expect(unasked.map((fact: { id: string }) => fact.id)).not.toContain('users');
    expect(unasked.map((fact: { id: string }) => fact.id)).toContain('latency');
  });

  test.each([
    ['debrief.md', /^# Debrief: Social feed ranking/],
    ['debrief.html', /^<!doctype html>/i],
    ['debrief.json', /^\{/],
  ])('writes %s by its ending', async (file, start) => {
    const past = held(strong);
    const { code, stderr } = await review(past, 'last', '--output', file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Written to ${file}\n` });
    expect(readFileSync(join(past.dataDirectory, file), 'utf8')).toMatch(start);
  });

  test('replays what happened, in order, with the clock', async () => {
    const { stdout } = await review(held(strong), '--replay');
    expect(stdout).toMatch(/0:00 begins with Define the problem\n +1:00 we want more engagement\n/);
    expect(stdout).toMatch(/10:00 asks: how many users Interviewer: 500 million/);
    expect(stdout).toMatch(/20:00 finishes\n$/);
  });

  test('compares two attempts at a case, whichever comes first', async () => {
    for (const order of [
      ['1', '2'],
      ['2', '1'],
    ]) {
      const { stdout } = await review(held(weak, strong), ...order, '--json');
      const { gained, lost, first } = JSON.parse(stdout);
      expect(gained.map(({ id }: { id: string }) => id)).toEqual(['latency-limit', 'scale']);
      expect(lost).toEqual([]);
      expect(first.covered).toBe(1);
    }
    expect((await review(held(weak, strong), '1', '2')).stdout).toMatch(/Gained/);
  });

  test('keeps a correction, and the points follow from it', async () => {
    const past = held(weak);
    const { stdout } = await review(past, '--covered', 'position-bias');
    expect(stdout).toMatch(/^Kept: position-bias was said\. 2 of \d+ points now\.\n$/);
    await review(past, '--missed', 'objective-engagement');
    const { interviews } = JSON.parse((await review(past, '--json')).stdout);
    expect(interviews[0].covered).toBe(1);
  });

  test.each([
    [['7'], 1, /no interview is called "7"/],
    [['last', '--covered', 'positon-bias'], 1, /Nearest: position-bias/],
    [['1', '2', '1'], 2, /two interviews are compared, not more/],
    [['--speed', 'fast'], 2, /number above 0/],
    [['last', '--covered', 'scale', '--missed', 'scale'], 2, /opposite things/],
  ])('%j is refused', async (argv, code, message) => {
    const found = await review(held(weak, strong), ...argv);
    expect({ code: found.code, stdout: found.stdout }).toEqual({ code, stdout: '' });
    expect(found.stderr).toMatch(message);
  });

  test('refuses to compare different cases', async () => {
    const past = held(weak, { caseId: 'rag-assistant', notes: ['x'] });
    expect((await review(past, '1', '2')).stderr).toMatch(/same case/);
  });
});
