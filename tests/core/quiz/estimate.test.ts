/** Drills of estimation: over many seeds, sound, humane and repeatable. */
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../../src/core/quiz/amount.ts';
import { createDeck } from '../../../src/core/quiz/cards/deck.ts';
import { estimateQuestion } from '../../../src/core/quiz/estimate/ask.ts';
import { chooseDrills } from '../../../src/core/quiz/estimate/choose.ts';
import { Derivation, given, secondsADay, things } from '../../../src/core/quiz/estimate/derive.ts';
import type { EstimateDrill } from '../../../src/core/quiz/estimate/drill.ts';
import { estimateDrills } from '../../../src/core/quiz/estimate/table.ts';
import { bandsOf } from '../../../src/core/quiz/kinds/estimate.ts';
import { grade } from '../../../src/core/quiz/kinds/kinds.ts';
import type { EstimateQuestion, Subject } from '../../../src/core/quiz/question.ts';
import { seededRandom, seedFrom } from '../../../src/core/random.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';
import { numbersIn } from './by-hand.ts';

const seeds = 1000;
const about: Subject = { kind: 'topic', id: 'x', name: 'X' };

function questionOf(drill: EstimateDrill, seed: number): EstimateQuestion {
  const random = seededRandom(seedFrom(`${drill.id} ${seed}`));
  return estimateQuestion(drill, { card: 'topic/x#y', about }, random);
}

/** The work of a training run, and what a GPU does a second. */
function run(prompt: string) {
  const [, params, tokens] =
    /of (\S+)B parameters is trained on (\S+[BT]) tokens/.exec(prompt) ?? [];
  const [, head, power] = /does ([\d.]+)·10\^(\d+) FLOP/.exec(prompt) ?? [];
  const share = Number(/of which (\d+) %/.exec(prompt)?.[1]) / 100;
  const size = tokens?.endsWith('T') ? 1e12 : 1e9;
  return {
    work: 6 * Number(params) * 1e9 * Number(tokens?.slice(0, -1)) * size,
    reached: Number(head) * 10 ** Number(power) * share,
  };
}

/** The answer from the figures of the prompt alone, in base units. */
const byHand: Readonly<Record<string, (numbers: readonly number[], prompt: string) => number>> = {
  qps: ([users = 0, each = 0, peak = 0]) => (users * each * peak) / 86_400,
  servers: ([load = 0, ms = 0, cores = 0, busy = 0]) => (load * ms) / cores / (busy / 100),
  bandwidth: ([users = 0, views = 0, size = 0]) => (users * views * size) / 86_400,
  'feature-reads': ([load = 0, candidates = 0, hit = 0]) => load * candidates * (1 - hit / 100),
  'log-storage': ([users = 0, events = 0, size = 0, days = 0, copies = 0]) =>
    users * events * size * days * copies,
  'embedding-table': ([size = 0, bits = 0, rows = 0]) => (rows * size * bits) / 8,
  'ann-index': ([rows = 0, size = 0, , , links = 0]) => rows * (4 * size + 4 * links),
  'training-memory': ([params = 0]) => 16 * params,
  'latency-budget': ([total = 0, , a = 0, b = 0, c = 0, d = 0, candidates = 0, batch = 0]) =>
    (total - a - b - c - d) / (candidates / batch),
  'kv-cache': ([layers = 0, heads = 0, size = 0, bits = 0, sequences = 0, tokens = 0]) =>
    (2 * layers * heads * size * bits * sequences * tokens * 1.024) / 8,
  'llm-cost': ([requests = 0, sent = 0, got = 0, low = 0, high = 0]) =>
    (requests * (sent * low + got * high)) / 1e6,
  'batch-scoring': ([users = 0, speed = 0, workers = 0]) => users / speed / workers,
  'training-time': (_, prompt) => {
    const { work, reached } = run(prompt);
    return work / (reached * Number(/There are (\d+) GPUs/.exec(prompt)?.[1]));
  },
  'gpu-count': (_, prompt) => {
    const { work, reached } = run(prompt);
    return work / (reached * 86_400 * Number(/done in (\d+) days/.exec(prompt)?.[1]));
  },
  'label-volume': ([posts = 0, share = 0, votes = 0, each = 0, hours = 0]) =>
    (posts * (share / 100) * votes * each) / (hours * 3600),
  'ab-duration': ([rate = 0, lift = 0, users = 0, share = 0]) => {
    const p = rate / 100;
    const arm = (16 * p * (1 - p)) / ((p * lift) / 100) ** 2;
    return (2 * arm) / (users * (share / 100));
  },
};

const units: Readonly<Record<string, number>> = {
  k: 1e3,
  M: 1e6,
  B: 1e9,
  KB: 1e3,
  ms: 1e-3,
  bytes: 1,
};

/** Figures with their letters: 20M, 5k, 200 KB. */
function amountsIn(prompt: string): number[] {
  const plain = prompt
    .replace(/A million tokens/, '')
    .replace(/p99|float(?=\d)/g, (word) => (word === 'p99' ? '99' : ''));
  return [...plain.matchAll(/(\d[\d,]*(?:\.\d+)?)(?: ?(KB|ms|[kMB])\b)?/g)].map(
    ([, digits = '', unit = '']) => Number(digits.replaceAll(',', '')) * (units[unit] ?? 1),
  );
}

describe.each(estimateDrills)('the drill $id', (drill) => {
  const questions = Array.from({ length: seeds }, (_, seed) => questionOf(drill, seed));
  const breaking = (isBroken: (question: EstimateQuestion) => boolean) =>
    questions.filter(isBroken).map(({ prompt, answer }) => `${prompt} ${answer}`);

  test('has a positive answer, a derivation and no NaN', () => {
    const broken = breaking(
      ({ value, working, prompt, answer, aloud }) =>
        !(value > 0 && Number.isFinite(value)) ||
        working.length < 1 ||
        /NaN|undefined|Infinity/.test([prompt, answer, aloud, ...working].join('\n')),
    );
    expect(broken).toEqual([]);
  });

  test('accepts the exact value and the rounded one that it shows', () => {
    const broken = breaking((question) => {
      const size = sizeOf(question.unit);
      const rounded = question.answer.replace(/^about /, '').replace(/ \(.*$/, '');
      const typed = [String(question.value / size), rounded];
      const [least, most] = bandsOf(question).right;
      const isInside = least < question.value && question.value < most;
      return !isInside || typed.some((each) => !grade(question, each).isCorrect);
    });
    expect(broken).toEqual([]);
  });

  test('knows mistakes that it tells from the answer', () => {
    const broken = breaking(({ slips, value }) =>
      slips.some((slip) => !(Math.abs(slip.value / value - 1) >= 0.2)),
    );
    expect(broken).toEqual([]);
    expect(questions.every(({ slips }) => slips.length > 0)).toBe(true);
  });

  test('has humane figures', () => {
    const long = breaking(({ prompt }) =>
      numbersIn(prompt).some((each) => String(each).replace(/\D|0+$/g, '').length > 4),
    );
    expect(long).toEqual([]);
  });

  test('repeats with its seed and varies between seeds', () => {
    expect(questionOf(drill, 7)).toEqual(questions[7]);
    expect(new Set(questions.map(({ prompt }) => prompt)).size).toBeGreaterThan(5);
  });

  test('comes out the same from the words of the question', () => {
    const wrong = breaking(({ prompt, value }) => {
      const again = byHand[drill.id]?.(amountsIn(prompt), prompt) ?? Number.NaN;
      return !(Math.abs(again / value - 1) < 1e-6);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a derivation', () => {
  test('is rounded at every step, with the exact value beside it', () => {
    const paper = new Derivation();
    const daily = paper.product('A day', things('requests'), [
      given(20e6, things('users')),
      given(30, things('requests')),
    ]);
    paper.product('A second', things(''), [daily], [secondsADay]);
    expect(paper.lines).toEqual([
      'A day: 20M users × 30 requests = 600M requests',
      'A second: 600M requests / 86,400 s ≈ 600M requests / 10^5 s = 6k (exactly 6,944)',
    ]);
  });
});

describe('the choice of drills', () => {
  const deck = createDeck(shippedCatalog());
  const request = {
    deck,
    drills: estimateDrills,
    count: 5,
    seed: 3,
    now: 100,
    dueAt: () => undefined,
  };
  const ids = (items: ReturnType<typeof chooseDrills>) => items.map(({ card }) => card.id);

  test('every drill has an entry to belong to', () => {
    const all = chooseDrills({ ...request, count: estimateDrills.length });
    expect(new Set(ids(all)).size).toBe(estimateDrills.length);
  });

  test('what is due comes first, then what is new, then the rest', () => {
    const dues: Record<string, number> = {
      'topic/kv-cache#estimate-kv-cache': 50,
      'topic/llm-cost#estimate-llm-cost': 20,
      'topic/embeddings#estimate-embedding-table': 500,
    };
    const chosen = ids(chooseDrills({ ...request, count: 16, dueAt: (card) => dues[card] }));
    expect(chosen.slice(0, 2)).toEqual([
      'topic/llm-cost#estimate-llm-cost',
      'topic/kv-cache#estimate-kv-cache',
    ]);
    expect(chosen.at(-1)).toBe('topic/embeddings#estimate-embedding-table');
  });

  test('one drill asked three times has fresh figures each time', () => {
    const drills = estimateDrills.filter(({ id }) => id === 'qps');
    const prompts = chooseDrills({ ...request, drills, count: 3 }).map(
      ({ question }) => question.prompt,
    );
    expect(new Set(prompts).size).toBe(3);
  });
});
