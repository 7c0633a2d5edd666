/** What people type for a number. */
import { describe, expect, test } from 'vitest';
import { parseAmount, type Unit } from '../../../src/core/quiz/amount.ts';
import { amountText } from '../../../src/core/quiz/amount-text.ts';

describe('a number that was typed', () => {
  test.each([
    ['0.75', 0.75],
    ['.75', 0.75],
    ['0,75', 0.75],
    ['3/4', 0.75],
    ['3 / 4', 0.75],
    ['75%', 0.75],
    ['75 %', 0.75],
    ['75 percent', 0.75],
    ['1.2e6', 1.2e6],
    ['3M', 3e6],
    ['3 million', 3e6],
    ['2k', 2000],
    ['1.5bn', 1.5e9],
    ['1,200', 1200],
    ['1 200', 1200],
    ["1'200", 1200],
    ['1_200', 1200],
    ['12,345,678.5', 12_345_678.5],
    ['1,200/2,000', 0.6],
    ['10^5', 1e5],
    ['2*10^5', 2e5],
    ['2 × 10⁵', 2e5],
    ['-3', -3],
    ['−3', -3],
    ['= 7', 7],
    ['≈ 1/3', 1 / 3],
    ['about 5k', 5000],
    ['$1.5k', 1500],
  ])('%s', (typed, value) => {
    expect(parseAmount(typed)).toBeCloseTo(value, 9);
  });

  test.each(['', 'abc', '5 apples', '1,2,3', '1-2', '1.5.2', '3/0', '1e999', 'constructor', '%'])(
    '%j is none',
    (typed) => {
      expect(parseAmount(typed)).toBeUndefined();
    },
  );
});

const gigabytes: Unit = { dimension: 'bytes', name: 'GB' };
const bandwidth: Unit = { dimension: 'bytes', name: 'GB a second' };
const days: Unit = { dimension: 'seconds', name: 'days' };
const milliseconds: Unit = { dimension: 'seconds', name: 'ms' };
const requests: Unit = { dimension: 'count', name: 'requests a second' };
const money: Unit = { dimension: 'dollars', name: 'dollars a day' };

test.each<[string, Unit, number]>([
  ['500', gigabytes, 5e11],
  ['500 GB', gigabytes, 5e11],
  ['0.5TB', gigabytes, 5e11],
  ['2k GB', gigabytes, 2e12],
  ['16 GiB', gigabytes, 2 ** 34],
  ['6', bandwidth, 6e9],
  ['6 GB/s', bandwidth, 6e9],
  ['48 Gbit/s', bandwidth, 6e9],
  ['48gbps', bandwidth, 6e9],
  ['2', days, 172_800],
  ['48 h', days, 172_800],
  ['2 weeks', days, 1_209_600],
  ['20', milliseconds, 0.02],
  ['0.02 s', milliseconds, 0.02],
  ['6k', requests, 6000],
  ['6k qps', requests, 6000],
  ['6k/s', requests, 6000],
  ['6,944 requests a second', requests, 6944],
  ['$6k', money, 6000],
  ['6k a day', money, 6000],
])('%s where %o is asked for', (typed, unit, value) => {
  expect(parseAmount(typed, unit)).toBeCloseTo(value, 6);
});

test.each([
  [6944.44, 'count', 2, '6.9k'],
  [6944.44, 'count', 4, '6,944'],
  [600e6, 'count', 2, '600M'],
  [999_999, 'count', 2, '1M'],
  [2.4e12, 'bytes', 2, '2.4 TB'],
  [1, 'bytes', 2, '1 byte'],
  [86_400, 'seconds', 2, '1 day'],
  [3 * 86_400, 'seconds', 2, '3 days'],
  [0.033, 'seconds', 2, '33 ms'],
  [1_234_567, 'dollars', 2, '$1.2M'],
  [0.5, 'count', 2, '0.5'],
] as const)('%d %s with %i digits is written %s', (value, dimension, digits, text) => {
  expect(amountText(value, dimension, digits)).toBe(text);
});
