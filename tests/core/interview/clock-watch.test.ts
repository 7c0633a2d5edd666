import { expect, test } from 'vitest';
import { gapBetween } from '../../../src/core/interview/clock-watch.ts';

const minute = 60_000;
const start = { wallMs: 1_000_000, monotonicMs: 5_000 };
const after = (monotonicMs: number, wallMs: number) => ({
  wallMs: start.wallMs + wallMs,
  monotonicMs: start.monotonicMs + monotonicMs,
});

test.each([
  ['a tick on time', after(1000, 1000), undefined],
  ['a tick that came late', after(9000, 9000), undefined],
  [
    'a process that was stopped',
    after(3 * minute, 3 * minute),
    { kind: 'gap', cause: 'stopped', ms: 3 * minute },
  ],
  [
    'a machine that slept',
    after(1000, 20 * minute + 1000),
    { kind: 'gap', cause: 'asleep', ms: 20 * minute },
  ],
  ['a clock that was set back', after(1000, 1000 - minute), { kind: 'set-back', ms: minute }],
  ['a clock that was corrected by a second', after(1000, 2000), undefined],
])('%s', (_, reading, found) => {
  expect(gapBetween(start, reading, 1000)).toEqual(found);
});
