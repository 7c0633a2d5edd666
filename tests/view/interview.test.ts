import { describe, expect, test } from 'vitest';
import { adviceAt } from '../../src/core/interview/advice.ts';
import type { InterviewEvent } from '../../src/core/interview/events.ts';
import { paceAt } from '../../src/core/interview/pace.ts';
import { newSession, reduce, type Session } from '../../src/core/interview/session.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import { type InterviewView, renderInterview } from '../../src/view/interview.ts';
import { helpLines, timeText } from '../../src/view/interview-text.ts';
import { plainPaint } from '../../src/view/paint.ts';
import { textWidth } from '../../src/view/width.ts';
import { design, guides, plan } from '../fixtures/interview/small.ts';

const minute = 60_000;

function session(...events: (readonly [number, object])[]): Session {
  return events
    .map(([minutes, data]) => ({ ...data, clockMs: minutes * minute, at: 0 }) as InterviewEvent)
    .reduce(reduce, newSession(plan));
}

function view(of: Session, minutes: number, message: readonly string[] = []): InterviewView {
  const pace = paceAt(plan, of.timeline, minutes * minute);
  const guide = guides[pace.stepIndex] ?? guides[0];
  if (!guide) throw new Error('the fixture has no steps');
  const advice = adviceAt(pace, { session: of, guides });
  return {
    title: 'Parking finder',
    prompt: design.prompt,
    words: design.prompt,
    isCalm: false,
    session: of,
    guide,
    pace,
    advice,
    message,
  };
}

const style = { width: 60, height: 22, paint: plainPaint, isUnicode: true };

const note = (text: string) => ({ kind: 'note', text });
const begun = session(
  [0.5, note('500 M users, 日本語')],
  [1, { kind: 'check', items: ['problem/users'], isDone: true }],
);

describe('a frame', () => {
  test('at the start shows the case, the step, the prompt, the clock and what to tick', () => {
    expect(renderInterview(view(newSession(plan), 0), style)).toMatchInlineSnapshot(`
      [
        "Parking finder · Step 1 of 3: The problem",
        "Goal: Reach the goal of The problem.",
        "Interviewer: Design a system that finds a free parking spot",
        "             in a large city.",
        "",
        "step 0:00 of 6:00 · total 0:00 of 15:00 · on time",
        "finish 15:00",
        "step ░░░░░░░░░░░░░░░░░░   0%  total ░░░░░░░░░░░░░░░░░░   0%",
        "",
        "[ ] 1 Name the users.",
        "[ ] 2 Name the needs. (0/2)",
        "      [ ] a What it must do.",
        "      [ ] b How fast.",
        "",
        "? question  /next /hint /check N /quit /help",
      ]
    `);
  });

  test('in overtime says by how much, from whom it is borrowed, and what to do', () => {
    expect(renderInterview(view(begun, 7), style)).toMatchInlineSnapshot(`
      [
        "Parking finder · Step 1 of 3: The problem",
        "Goal: Reach the goal of The problem.",
        "Interviewer: Design a system that finds a free parking spot",
        "             in a large city.",
        "",
        "step 7:00 of 6:00 · total 7:00 of 15:00 · 1:00 behind",
        "finish 16:00",
        "step ██████████████████ 116%  total ████████░░░░░░░░░░  46%",
        "→ Step over by 1:00: sum it up in a sentence, then /next.",
        "  Borrowed from Wrap-up (1:00).",
        "",
        "[x] 1 Name the users.",
        "[ ] 2 Name the needs. (0/2)",
        "",
        " 0:30 500 M users, 日本語",
        "",
        "? question  /next /hint /check N /quit /help",
      ]
    `);
  });

  test('in ASCII has no other characters of its own', () => {
    const lines = renderInterview(view(newSession(plan), 7), { ...style, isUnicode: false });
    expect(lines.join('')).toMatch(/^[ -~]+$/);
  });

  test('says in words that the clock is stopped', () => {
    const paused = session([2, { kind: 'pause' }]);
    expect(renderInterview(view(paused, 9), style).join('\n')).toMatch(/PAUSED · step 2:00/);
  });

  test('is calm: a note or a message moves nothing above it', () => {
    const before = renderInterview(view(begun, 1), style);
    const after = renderInterview(view(begun, 1, ['Something was said.']), style);
    const top = before.indexOf(before.find((line) => line.startsWith(' 0:30')) ?? '');
    expect(after.slice(0, top)).toEqual(before.slice(0, top));
  });
});

const feedPrompt =
  'We run a large social network. When people open the app they land on a feed of posts. Design the system that decides which posts they see and in which order.';

test.each([
  [60, 24],
  [80, 24],
  [120, 30],
])('at the start the whole prompt is there at %i by %i, with a message under it', (width, rows) => {
  const shown = {
    ...view(newSession(plan), 0, ['The clock is running. What you type is a note; /help.']),
    prompt: feedPrompt,
    words: feedPrompt,
  };
  const text = renderInterview(shown, { ...style, width, height: rows - 2 }).join(' ');
  expect(text.replace(/\s+/g, ' ')).toContain(shown.prompt);
});

const states: [string, InterviewView][] = [
  ['the start', view(newSession(plan), 0)],
  ['notes', view(begun, 2)],
  ['a long note', view(session([1, note('日本語 and more '.repeat(40))]), 2)],
  ['the second step', view(session([9, { kind: 'next' }]), 10)],
  ['time up', view(begun, 100)],
  ['help', view(begun, 2, helpLines())],
  ['paused', view(session([2, { kind: 'pause' }]), 50)],
  ['a hostile title', { ...view(begun, 2), title: '\u001B[2J\u0007evil\u202E'.repeat(20) }],
  ['a word without end', { ...view(begun, 2), prompt: 'x'.repeat(500) }],
];
const widths = Array.from({ length: 161 }, (_, index) => 40 + index);
const heights = [5, 10, 14, 18, 22, 30, 50];

describe.each(states)('with %s', (_, shown) => {
  test('no line is wider than the terminal and no frame is higher, from 40 to 200 columns', () => {
    for (const width of widths) {
      for (const height of heights) {
        const lines = renderInterview(shown, { ...style, width, height });
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThanOrEqual(height);
      }
    }
  });

  test('color adds nothing but color', () => {
    const painted = renderInterview(shown, { ...style, paint: createPaint('dark') });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for
    const bare = painted.map((line) => line.replace(/\u001B\[[0-9;]*m/g, ''));
    expect(bare).toEqual(renderInterview(shown, style));
    expect(bare.join('')).not.toMatch(/\p{Cc}/u);
  });

  test('the clock, the step and the total are on the smallest screen', () => {
    const text = renderInterview(shown, { ...style, width: 40, height: 6 }).join('\n');
    expect(text).toMatch(/step \d+:\d\d of/);
    expect(text).toMatch(/total \d+:\d\d of 15:00/);
  });
});

test.each([
  [
    newSession(plan),
    1,
    'The problem: step 1:00 of 6:00, 5:00 left in it; total 1:00 of 15:00; on time; finish 15:00.',
  ],
  [
    newSession(plan),
    7.5,
    'The problem: step 7:30 of 6:00, over by 1:30; total 7:30 of 15:00; 1:30 behind; finish 16:30.',
  ],
  [
    session([1, { kind: 'pause' }]),
    5,
    'The problem: step 1:00 of 6:00, 5:00 left in it; total 1:00 of 15:00; on time; finish 15:00; the clock is stopped.',
  ],
])('the time in words %#', (of, minutes, expected) => {
  expect(timeText(paceAt(plan, of.timeline, minutes * minute), plan)).toBe(expected);
});
