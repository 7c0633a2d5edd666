import { expect, test } from 'vitest';
import { debriefOf } from '../../src/core/interview/debrief.ts';
import type { InterviewEvent } from '../../src/core/interview/events.ts';
import { replay } from '../../src/core/interview/session.ts';
import { debriefDocument } from '../../src/view/debrief.ts';
import { renderMarkdown } from '../../src/view/render/markdown.ts';
import { catalog, guides, plan, setup, startedAt } from '../fixtures/interview/small.ts';

function markdown(...events: (readonly [number, object])[]): string {
  const lived = events.map(
    ([minutes, data]) =>
      ({ ...data, clockMs: minutes * 60_000, at: startedAt + minutes * 60_000 }) as InterviewEvent,
  );
  const debrief = debriefOf(setup, replay(plan, lived), guides, { level: 'senior' });
  return renderMarkdown(debriefDocument(debrief, catalog));
}

test('a whole interview', () => {
  const text = markdown(
    [1, { kind: 'note', text: '500 M users | 5 *posts* each' }],
    [2, { kind: 'check', items: ['problem/users', 'problem/needs/2'], isDone: true }],
    [7.5, { kind: 'next' }],
    [8, { kind: 'reopened', offMs: 200_000 }],
    [9, { kind: 'pause' }],
    [11, { kind: 'resume' }],
    [12, { kind: 'note', text: 'clicks are the label' }],
    [13, { kind: 'next' }],
    [14, { kind: 'check', items: ['wrap-up/only'], isDone: true }],
    [15, { kind: 'finished' }],
  );
  expect(text).toMatchInlineSnapshot(`
    "# Debrief: Parking finder

    - **Case:** parking
    - **Date:** 2026-02-03 12:00
    - **Level:** senior
    - **Plan:** Framework, 15:00
    - **Outcome:** finished
    - **Paused:** 2 min
    - **Not counted:** 3 min 20 s when the program was not running

    ## What to do next

    1. The problem ran over. Practice it alone: \`mlsd interview --step problem --count 5\`
    2. The same case again in a week: \`mlsd interview parking\`

    ## The prompt

    Design a system that finds a free parking spot in a large city.

    ## Time

    | Time by step | Actual | Planned | Note | Bar |
    | - | - | - | - | - |
    | The problem | 7:30 | 6:00 | 1:30 over | ████████████████████ |
    | Data and 日本語 labels | 3:30 | 5:00 | | █████████ |
    | Wrap-up | 2:00 | 4:00 | | █████ |

    Together 13:00 of 15:00. The problem took 1:30 more than planned. Less than planned was left for Data and 日本語 labels 1:30, Wrap-up 2:00.

    ## Notes

    ### The problem

    - \`1:00\` 500 M users | 5 \\*posts\\* each

    ### Data and 日本語 labels

    - \`10:00\` clicks are the label

    ## Checklist

    2 of 4 points were ticked.

    ### The problem

    **Ticked:**

    - Name the users.
    - Name the needs.
      - How fast.

    **Not ticked:**

    - Name the needs.
      - What it must do.

    ### Data and 日本語 labels

    **Not ticked:**

    - The only point of Data and 日本語 labels.

    ### Wrap-up

    **Ticked:**

    - The only point of Wrap-up.

    ## Read next

    - A worked design of this case: \`mlsd case parking\`
    - The problem: \`mlsd step problem\`, \`mlsd topic sampling\`
    - Data and 日本語 labels: \`mlsd step data\`
    "
  `);
});

test('one that was stopped at once has a debrief all the same', () => {
  const text = markdown([0.1, { kind: 'stopped' }]);
  expect(text).toContain('stopped before the end');
  expect(text).toContain('Nothing was noted.');
  expect(text.match(/not reached/g)).toHaveLength(2);
});

test('text that looks like Markdown or drives a terminal is only text', () => {
  const text = markdown([1, { kind: 'note', text: '# not a heading \u001B[2J`x` <b>' }]);
  expect(text).not.toContain('\u001B');
  expect(text).toContain('\\`x\\` \\<b>');
});
