import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type History, openHistory } from '../../src/history/history.ts';
import { setup } from '../fixtures/interview/small.ts';

let directory: string;
let history: History;
let now: number;
const clock = { now: () => now, monotonic: () => now };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mlsd-interviews-'));
  now = setup.startedAt;
  history = openHistory(directory, clock);
});

afterEach(() => {
  history.close();
  rmSync(directory, { recursive: true });
});

/** Another process that opens the same file. */
function elsewhere<T>(read: (other: History) => T): T {
  const other = openHistory(directory, clock);
  try {
    return read(other);
  } finally {
    other.close();
  }
}

test('what an interview began with comes back as it was', () => {
  history.interviews.begin(setup);
  expect(elsewhere((other) => other.interviews.find(setup.id))).toEqual({
    setup,
    events: [{ kind: 'started', clockMs: 0, at: setup.startedAt }],
    clockMs: 0,
    seenAt: setup.startedAt,
  });
});

test('an interview on a prompt of one’s own has no case', () => {
  history.interviews.begin({ ...setup, caseId: undefined });
  expect(history.interviews.find(setup.id)?.setup.caseId).toBeUndefined();
  expect(history.interviews.unfinished('parking')).toBeUndefined();
  expect(history.interviews.unfinished()).toBeDefined();
});

test('events are on disk when append returns, in order, with both clocks', () => {
  history.interviews.begin(setup);
  now += 5000;
  const stored = history.interviews.append(setup.id, [{ kind: 'note', text: 'a' }], 4999.6);
  history.interviews.append(setup.id, [{ kind: 'next' }, { kind: 'pause' }], 6000);
  expect(stored).toEqual([{ kind: 'note', text: 'a', clockMs: 5000, at: now }]);
  expect(
    elsewhere((other) => other.interviews.find(setup.id))?.events.map((event) => event.kind),
  ).toEqual(['started', 'note', 'next', 'pause']);
});

test('the last one that was not ended is the one to continue', () => {
  history.interviews.begin(setup);
  history.interviews.begin({ ...setup, id: 'second', startedAt: setup.startedAt + 1 });
  expect(history.interviews.unfinished()?.setup.id).toBe('second');
  history.interviews.append('second', [{ kind: 'finished' }], 10);
  expect(history.interviews.unfinished()?.setup.id).toBe(setup.id);
  history.interviews.append(setup.id, [{ kind: 'stopped' }], 10);
  expect(history.interviews.unfinished()).toBeUndefined();
  expect(history.interviews.latest(5).map(({ outcome }) => outcome)).toEqual([
    'finished',
    'stopped',
  ]);
});

test('the clock goes on from the last sign of life, and never back', () => {
  history.interviews.begin(setup);
  history.interviews.append(setup.id, [{ kind: 'note', text: 'a' }], 2000);
  now += 60_000;
  history.interviews.touch(setup.id, 61_000);
  history.interviews.touch(setup.id, 50_000);
  expect(history.interviews.unfinished()).toMatchObject({ clockMs: 61_000, seenAt: now });
});
