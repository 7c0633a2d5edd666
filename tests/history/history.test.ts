/** The file on disk: what is stored, what survives, what is said when it cannot be used. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultRules } from '../../src/core/quiz/schedule.ts';
import { UserError } from '../../src/errors.ts';
import { explainDatabaseError, openDatabase } from '../../src/history/database.ts';
import { type History, openHistory } from '../../src/history/history.ts';
import { migrate } from '../../src/history/migrations.ts';
import type { Review } from '../../src/history/reviews.ts';

const start = Date.UTC(2026, 0, 5, 9);
const clock = { now: () => start, monotonic: () => 0 };
const made: string[] = [];
const opened: History[] = [];

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mlsd-history-'));
  made.push(directory);
  return directory;
}

function open(directory: string): History {
  const history = openHistory(directory, clock);
  opened.push(history);
  return history;
}

afterEach(() => {
  for (const history of opened.splice(0)) history.close();
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

const review = (fields: Partial<Review> = {}): Review => ({
  card: 'metric/mse#range',
  question: 'metric/mse#range:choice',
  kind: 'choice',
  session: 'one',
  answeredAt: start,
  tookMs: 1234.5,
  isCorrect: true,
  rating: 'good',
  answer: '0 and up; lower is better',
  mode: 'practice',
  hints: 0,
  rules: defaultRules,
  ...fields,
});

describe('the log of answers', () => {
  test('an answer is there after the file is opened again, with its state', () => {
    const directory = freshDirectory();
    const { state } = open(directory).reviews.record(review());
    const { reviews } = open(directory);
    expect(reviews.count()).toBe(1);
    expect(reviews.latest(5)).toEqual([review({ tookMs: 1235 })]);
    expect(reviews.stateOf('metric/mse#range')).toEqual(state);
  });

  test('a card never answered has no state and is not due', () => {
    const { reviews } = open(freshDirectory());
    expect(reviews.stateOf('metric/mse#range')).toBeUndefined();
    expect(reviews.due(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test('due cards come longest overdue first, page by page', () => {
    const { reviews } = open(freshDirectory());
    const cards = ['c', 'a', 'b', 'd'];
    cards.forEach((card, day) => {
      reviews.record(review({ card, answeredAt: start + day }));
    });
    const until = start + 2 * 86_400_000 + 2;
    const first = reviews.due(until, 2);
    expect(first.map(({ card }) => card)).toEqual(['c', 'a']);
    expect(reviews.due(until, 2, first.at(-1)).map(({ card }) => card)).toEqual(['b']);
  });

  test('state rebuilt from the answers is the same, clock set back and all', () => {
    const { reviews } = open(freshDirectory());
    const ratings = ['again', 'good', 'hard', 'good', 'easy', 'again', 'good'] as const;
    ratings.forEach((rating, index) => {
      const back = index === 4 ? -86_400_000 * 30 : 0;
      const answeredAt = start + index * 86_400_000 * index + back;
      for (const card of ['a', 'b']) reviews.record(review({ card, rating, answeredAt }));
    });
    const before = ['a', 'b'].map((card) => reviews.stateOf(card));
    reviews.rebuild();
    expect(['a', 'b'].map((card) => reviews.stateOf(card))).toEqual(before);
    expect(reviews.count()).toBe(14);
  });

  test('two at once lose nothing', () => {
    const directory = freshDirectory();
    const [one, other] = [open(directory), open(directory)];
    for (let turn = 0; turn < 20; turn++) {
      (turn % 2 ? one : other).reviews.record(review({ answeredAt: start + turn }));
    }
    expect(one.reviews.count()).toBe(20);
    expect(one.reviews.stateOf('metric/mse#range')?.reps).toBe(20);
  });

  test('an answer that cannot be stored whole is not stored at all', () => {
    const { reviews } = open(freshDirectory());
    expect(() => reviews.record(review({ rating: 'superb' as 'good' }))).toThrow();
    expect([reviews.count(), reviews.stateOf('metric/mse#range')]).toEqual([0, undefined]);
  });
});

describe('a history that cannot be used', () => {
  test('a damaged file is named, and what to do is said', () => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'history.sqlite'), 'This is no database. '.repeat(50));
    expect(() => openHistory(directory, clock)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(join(directory, 'history.sqlite')),
        hint: expect.stringContaining('Rename that file'),
      }),
    );
  });

  test('a file from a newer version is left alone', () => {
    const directory = freshDirectory();
    const { path } = open(directory);
    const database = openDatabase(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openHistory(directory, clock)).toThrow(/written by a newer mlsd/);
  });

  test('something else in the place of the file', () => {
    const directory = freshDirectory();
    mkdirSync(join(directory, 'history.sqlite'));
    expect(() => openHistory(directory, clock)).toThrow(UserError);
  });

  test('a directory that cannot be made', () => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'file'), '');
    expect(() => openHistory(join(directory, 'file', 'below'), clock)).toThrow(
      /directory for your history cannot be made/,
    );
  });

  test.each([
    ['SQLITE_READONLY', /cannot be written/],
    ['UNKNOWN_SQLITE_ERROR_1544', /cannot be written/],
    ['UNKNOWN_SQLITE_ERROR_517', /another program/],
    ['UNKNOWN_SQLITE_ERROR_779', /is damaged/],
    ['SQLITE_CORRUPT_VTAB', /is damaged/],
    ['SQLITE_FULL', /could not be saved/],
    ['SQLITE_BUSY', /another program/],
  ])('%s is explained', (code, message) => {
    const error = Object.assign(new Error('x'), { code });
    expect(explainDatabaseError(error, '/there')?.message).toMatch(message);
  });

  test('a mistake of ours is not explained away', () => {
    const error = Object.assign(new Error('x'), { code: 'SQLITE_ERROR' });
    expect(explainDatabaseError(error, '/there')).toBeUndefined();
  });
});

test('a migration that fails leaves the file as it was', () => {
  const database = openDatabase(join(freshDirectory(), 'history.sqlite'));
  expect(() => migrate(database, ['CREATE TABLE a (b)', 'CREATE NONSENSE'])).toThrow();
  expect(database.all("SELECT name FROM sqlite_master WHERE name = 'a'")).toEqual([]);
  migrate(database, ['CREATE TABLE a (b)']);
  migrate(database, ['CREATE TABLE a (b)', 'ALTER TABLE a ADD COLUMN c']);
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: 2 });
  database.close();
});
