import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultRules } from '../../src/core/quiz/schedule.ts';
import { type History, openHistory } from '../../src/history/history.ts';
import { setup } from '../fixtures/interview/small.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5, 9);
const card = 'case/parking#point-label';
let directory: string;
let history: History;
let now: number;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mlsd-calls-'));
  now = start;
  history = openHistory(directory, { now: () => now, monotonic: () => now });
  history.interviews.begin(setup);
});

afterEach(() => {
  history.close();
  rmSync(directory, { recursive: true });
});

function call(...cards: string[]): void {
  history.interviews.append(setup.id, [{ kind: 'called', cards }], 0);
  history.reviews.rebuild(cards);
}

function answer(rating: 'good' | 'easy' = 'easy') {
  return history.reviews.record({
    card,
    question: `${card}:recall`,
    kind: 'recall',
    session: 'one',
    answeredAt: now,
    tookMs: 1000,
    isCorrect: true,
    rating,
    answer: '',
    mode: 'practice',
    hints: 0,
    rules: defaultRules,
  });
}

const due = () => history.reviews.due(now, 10).map((each) => each.card);

describe('a card that an interview called for', () => {
  test('is due at once, though it was never answered', () => {
    expect(due()).toEqual([]);
    call(card);
    expect(due()).toEqual([card]);
  });

  test('is due before its time when it was answered well before', () => {
    answer();
    now += dayMs;
    expect(due()).toEqual([]);
    call(card);
    expect(due()).toEqual([card]);
  });

  test('once answered goes on as if it had not been called', () => {
    call(card);
    now += 1000;
    const { state } = answer('good');
    expect(due()).toEqual([]);
    history.reviews.rebuild();
    expect(history.reviews.stateOf(card)).toEqual(state);
  });

  test('is still called for after everything is made anew', () => {
    call(card, 'case/parking#point-recap');
    history.reviews.rebuild();
    expect(due()).toEqual([card, 'case/parking#point-recap']);
  });
});
