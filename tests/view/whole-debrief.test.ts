/** A whole debrief as the README shows it: a fixed interview on the shipped case, kept as a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { debriefOf } from '../../src/core/interview/debrief.ts';
import type { EventData, InterviewEvent } from '../../src/core/interview/events.ts';
import { guideFor } from '../../src/core/interview/guide.ts';
import { planFromSteps } from '../../src/core/interview/plan.ts';
import { replay } from '../../src/core/interview/session.ts';
import { debriefDocument } from '../../src/view/debrief.ts';
import { renderMarkdown } from '../../src/view/render/markdown.ts';
import { repository, shippedCatalog } from '../helpers/knowledge.ts';

const catalog = shippedCatalog();
const steps = catalog.all('step');
const plan = planFromSteps(steps, 40);
const design = catalog.get('case', 'feed-ranking');
if (!design) throw new Error('the shipped base has no feed-ranking');

/** Seconds that each step took: the first two ran over, and the last was cut short. */
const taken = [470, 430, 380, 380, 260, 270, 150];
const notes = parse(
  readFileSync(
    join(repository, 'tests/fixtures/coverage-notes/feed-ranking-middling.yaml'),
    'utf8',
  ),
).notes as Record<string, readonly string[]>;

function lived(): InterviewEvent[] {
  const startedAt = new Date(2026, 1, 3, 12).getTime();
  let used = 0;
  const at = (seconds: number, data: EventData): InterviewEvent => ({
    ...data,
    clockMs: seconds * 1000,
    at: startedAt + seconds * 1000,
  });
  const events = steps.flatMap(({ id }, index) => {
    const texts = notes[id] ?? [];
    const whole = taken[index] ?? 0;
    const said = texts.map((text, line) =>
      at(used + Math.round((whole * (line + 1)) / (texts.length + 1)), { kind: 'note', text }),
    );
    const asked: InterviewEvent[] =
      index === 0
        ? [at(20, { kind: 'asked', question: 'how many daily users are there?', facts: ['users'] })]
        : [];
    used += whole;
    return [
      ...asked,
      ...said,
      at(used, { kind: index === steps.length - 1 ? 'finished' : 'next' }),
    ];
  });
  return [...events, at(used, { kind: 'scored', dimension: 'framing', score: 2 })];
}

test('a whole debrief is the one that the README leads to', async () => {
  const setup = {
    id: 'feed-ranking-1',
    caseId: 'feed-ranking',
    title: design.name,
    prompt: design.prompt,
    plan,
    seed: 1,
    startedAt: new Date(2026, 1, 3, 12).getTime(),
  };
  const debrief = debriefOf(setup, replay(plan, lived()), steps.map(guideFor), {
    design,
    scorecard: catalog.scorecard,
    level: 'senior',
  });
  await expect(renderMarkdown(debriefDocument(debrief, catalog))).toMatchFileSnapshot(
    '../golden/debrief.md',
  );
});
