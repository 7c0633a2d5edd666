/** Histories taken elsewhere: what comes out goes in, and merging knows no order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratings } from '../../src/core/quiz/schedule.ts';
import type { History } from '../../src/history/history.ts';
import { setup } from '../fixtures/interview/small.ts';
import { dayMs, monday, reviewOf, temporaryHistory } from '../helpers/history.ts';

const cards = ['metric/mse#range', 'metric/mae#range', 'topic/dropout#name'];

async function linesOf(history: History): Promise<string[]> {
  return [...(await history.exportLines({ by: 'test' }))];
}

/** What two histories that hold the same have in common: the order of rows may differ. */
async function contentsOf(history: History): Promise<unknown> {
  const [, ...lines] = await linesOf(history);
  return { lines: lines.sort(), states: cards.map((card) => history.reviews.stateOf(card)) };
}

async function merge(history: History, ...others: readonly (readonly string[])[]) {
  return await history.importLines(others.map((lines, index) => ({ name: `${index}`, lines })));
}

/** What may happen on one machine. */
const happening = fc.oneof(
  fc.record({
    type: fc.constant('answer' as const),
    card: fc.constantFrom(...cards),
    rating: fc.constantFrom(...ratings),
    at: fc.integer({ min: 0, max: 20 * dayMs }),
  }),
  fc.record({ type: fc.constant('undo' as const) }),
  fc.record({ type: fc.constant('interview' as const), events: fc.nat({ max: 3 }) }),
);
const life = fc.array(happening, { maxLength: 8 });
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** The same interview may have gone on differently on two machines. */
function live(history: History, happenings: readonly Happening[]): void {
  for (const each of happenings) {
    if (each.type === 'answer') {
      const { card, rating, at } = each;
      history.reviews.record(reviewOf({ card, rating, answeredAt: monday + at }));
    } else if (each.type === 'undo') {
      const uid = lastUid(history);
      if (uid !== undefined) history.reviews.retract(uid, monday);
    } else if (!history.interviews.find(setup.id)) {
      history.interviews.begin(setup);
      for (let count = 1; count <= each.events; count++) {
        history.interviews.append(setup.id, [{ kind: 'note', text: `n${count}` }], count * 1000);
      }
    }
  }
}

const uids = new WeakMap<History, string[]>();

function lastUid(history: History): string | undefined {
  return uids.get(history)?.pop();
}

function machine(happenings: readonly Happening[]): History {
  const history = temporaryHistory();
  const given: string[] = [];
  uids.set(history, given);
  const { record } = history.reviews;
  const noted = {
    ...history,
    reviews: {
      ...history.reviews,
      record: (review: Parameters<typeof record>[0]) => {
        const recorded = record(review);
        given.push(recorded.uid);
        return recorded;
      },
    },
  };
  uids.set(noted, given);
  live(noted, happenings);
  return history;
}

describe('merging histories', () => {
  test('is the same in any order, in any grouping, and done twice', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(life, life, life, async (one, two, three) => {
        const [a, b, c] = await Promise.all(
          [one, two, three].map((each) => linesOf(machine(each))),
        );
        if (!a || !b || !c) throw new Error('three lives give three histories');
        const all = temporaryHistory();
        await merge(all, a, b, c);
        const expected = await contentsOf(all);

        const backwards = temporaryHistory();
        for (const each of [c, b, a]) await merge(backwards, each);
        expect(await contentsOf(backwards)).toEqual(expected);

        const pair = temporaryHistory();
        await merge(pair, b, c);
        const grouped = temporaryHistory();
        await merge(grouped, a);
        await merge(grouped, await linesOf(pair));
        expect(await contentsOf(grouped)).toEqual(expected);

        expect(await merge(grouped, await linesOf(all))).toEqual({
          reviews: 0,
          retractions: 0,
          interviews: 0,
        });
        expect(await contentsOf(grouped)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('gives cards the state that all the answers in one place would have given', async () => {
    const together = temporaryHistory();
    const halves = [temporaryHistory(), temporaryHistory()];
    for (let day = 0; day < 10; day++) {
      const review = reviewOf({ answeredAt: monday + day * dayMs, isCorrect: day % 3 > 0 });
      together.reviews.record(review);
      halves[day % 2]?.reviews.record(review);
    }
    const merged = temporaryHistory();
    for (const half of halves) await merge(merged, await linesOf(half));
    expect(merged.reviews.count()).toBe(10);
    expect(merged.reviews.stateOf('metric/mse#range')).toEqual(
      together.reviews.stateOf('metric/mse#range'),
    );
  });

  test('an interview that was finished elsewhere is finished here too, and known by its events', async () => {
    const here = temporaryHistory();
    here.interviews.begin(setup);
    const there = temporaryHistory();
    await merge(there, await linesOf(here));
    expect(there.interviews.unfinished()?.setup).toEqual(setup);
    there.interviews.append(
      setup.id,
      [{ kind: 'note', text: 'later' }, { kind: 'finished' }],
      5000,
    );
    expect(await merge(here, await linesOf(there))).toMatchObject({ interviews: 1 });
    expect(here.interviews.find(setup.id)).toEqual(there.interviews.find(setup.id));
    expect(here.interviews.latest(1)).toMatchObject([{ outcome: 'finished' }]);
  });
});

describe('a file that is not right', () => {
  const header = '{"format":"mlsd-history","version":1}';
  const end = (lines: number) => JSON.stringify({ type: 'end', lines });

  async function exported(): Promise<string[]> {
    const history = temporaryHistory();
    history.reviews.record(reviewOf());
    return await linesOf(history);
  }

  const edited = (line: string, fields: object) =>
    JSON.stringify({ ...JSON.parse(line), ...fields });

  test.each<[string, (lines: string[]) => string[], RegExp]>([
    ['is empty', () => [], /^0:1: it is empty/],
    ['is something else', () => ['id,name', '1,x'], /^0:1: this is not a line of JSON/],
    ['is other JSON', () => ['{"name":"x"}'], /^0:1: this is not an exported history/],
    [
      'is newer',
      ([, ...rest]) => ['{"format":"mlsd-history","version":2}', ...rest],
      /format 2, of a newer mlsd; this one reads 1/,
    ],
    ['was cut off', (lines) => lines.slice(0, -1), /^0:2: the history ends too early/],
    [
      'lost a line',
      (lines) => [lines[0] ?? '', lines.at(-1) ?? ''],
      /^0:2: 1 lines should stand before/,
    ],
    ['goes on', (lines) => [...lines, lines[1] ?? ''], /^0:4: something stands behind the end/],
    ['has a strange line', () => [header, '{"type":"song"}', end(1)], /^0:2: type: /],
    [
      'has a rating of its own',
      (lines) => [header, edited(lines[1] ?? '', { rating: 'fine' }), end(1)],
      /^0:2: rating: /,
    ],
    [
      'is from before time',
      (lines) => [header, edited(lines[1] ?? '', { answeredAt: -1 }), end(1)],
      /^0:2: answeredAt: /,
    ],
    [
      'has no retention',
      (lines) => [header, edited(lines[1] ?? '', { retention: 7 }), end(1)],
      /^0:2: retention: /,
    ],
    [
      'has a card too long',
      (lines) => [header, edited(lines[1] ?? '', { card: 'x'.repeat(401) }), end(1)],
      /^0:2: card: /,
    ],
    [
      'has a field too many',
      (lines) => [header, edited(lines[1] ?? '', { mood: 'good' }), end(1)],
      /^0:2: .*mood/,
    ],
  ])('%s: file, line and reason are told, and nothing is kept', async (_, damage, message) => {
    const history = temporaryHistory();
    const whole = await exported();
    const source = [whole, damage(whole)];
    const named = source.map((lines, index) => ({ name: index === 1 ? '0' : 'whole', lines }));
    await expect(history.importLines(named)).rejects.toThrow(message);
    expect(history.reviews.count()).toBe(0);
    expect(history.reviews.stateOf('metric/mse#range')).toBeUndefined();
  });

  test('an answer that is another one under the same uid is refused', async () => {
    const lines = await exported();
    const history = temporaryHistory();
    await merge(history, lines);
    const other = [header, edited(lines[1] ?? '', { answer: 'something else' }), end(1)];
    await expect(merge(history, other)).rejects.toThrow(/another answer with uid/);
  });

  test('an answer that stands there twice with different words is refused', async () => {
    const lines = await exported();
    const twice = [header, lines[1] ?? '', edited(lines[1] ?? '', { answer: 'else' }), end(2)];
    await expect(merge(temporaryHistory(), twice)).rejects.toThrow(/^0:3: there is another answer/);
  });

  test('a retraction of an answer of the same file takes it back', async () => {
    const from = temporaryHistory();
    const { uid } = from.reviews.record(reviewOf());
    from.reviews.record(reviewOf({ card: 'metric/mae#range' }));
    from.reviews.retract(uid, monday);
    const to = temporaryHistory();
    await merge(to, await linesOf(from));
    expect(to.reviews.count()).toBe(1);
    expect(to.reviews.stateOf('metric/mse#range')).toBeUndefined();
  });

  test('more answers than fit into one statement all arrive, with their cards', async () => {
    const from = temporaryHistory();
    for (let count = 0; count < 1100; count++) {
      from.reviews.record(
        reviewOf({ card: `metric/mse#f${count % 600}`, answeredAt: monday + count }),
      );
    }
    const to = temporaryHistory();
    expect(await merge(to, await linesOf(from))).toMatchObject({ reviews: 1100 });
    for (const card of ['metric/mse#f0', 'metric/mse#f599']) {
      expect(to.reviews.stateOf(card)).toEqual(from.reviews.stateOf(card));
    }
  });

  test('an event that no interview knows is refused', async () => {
    const history = temporaryHistory();
    history.interviews.begin(setup);
    const [first = '', interview = '', last = ''] = await linesOf(history);
    const strange = interview.replace('"kind":"started"', '"kind":"sang"');
    await expect(merge(temporaryHistory(), [first, strange, last])).rejects.toThrow(
      /no event "sang"/,
    );
  });
});

describe('an interview that called for cards after its end', () => {
  const card = 'case/parking#point-label';
  const facts = ({ interviews, reviews }: History) => ({
    outcome: interviews.latest(1)[0]?.outcome,
    unfinished: interviews.unfinished()?.setup.id,
    due: reviews.due(monday + 1000 * dayMs, 10).map((each) => each.card),
    events: interviews.find(setup.id)?.events.map(({ kind }) => kind),
  });

  test('stays ended, and its cards are due, where it is imported', async () => {
    const here = temporaryHistory();
    here.interviews.begin(setup);
    here.interviews.append(setup.id, [{ kind: 'finished' }], 5000);
    here.interviews.append(setup.id, [{ kind: 'called', cards: [card] }], 5000);
    here.reviews.rebuild([card]);
    const there = temporaryHistory();
    await merge(there, await linesOf(here));
    expect(facts(there)).toEqual(facts(here));
    expect(facts(there)).toMatchObject({ outcome: 'finished', unfinished: undefined, due: [card] });
  });
});
