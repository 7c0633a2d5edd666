import { beforeEach, describe, expect, test } from 'vitest';
import type { History } from '../../src/history/history.ts';
import { setup } from '../fixtures/interview/small.ts';
import { dayMs, monday, reviewOf, temporaryHistory } from '../helpers/history.ts';

const card = 'case/parking#point-label';
let history: History;
let now: number;

beforeEach(() => {
  now = monday;
  history = temporaryHistory(() => now);
  history.interviews.begin(setup);
});

function call(...cards: string[]): void {
  history.interviews.append(setup.id, [{ kind: 'called', cards }], 0);
  history.reviews.rebuild(cards);
}

function answer(rating: 'good' | 'easy' = 'easy') {
  return history.reviews.record(
    reviewOf({ card, question: `${card}:recall`, kind: 'recall', answeredAt: now, rating }),
  );
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
