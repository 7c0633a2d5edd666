/** Cards about a step of the interview: its place, its minutes, what is done in it. */
import type { Catalog, Step } from '../../catalog.ts';
import type { Random } from '../../random.ts';
import {
  cardId,
  cardOf,
  choiceQuestion,
  type Statement,
  sentences,
  subjectOf,
  way,
} from '../build.ts';
import type { Card } from '../card.ts';
import { mask, revealsAny } from '../mask.ts';
import { orderCards, recallCards } from './facts.ts';

export function stepCards(step: Step, catalog: Catalog): Card[] {
  const steps = catalog.all('step');
  const { name, summary } = step;
  return [
    ...(step.id === steps[0]?.id ? frameworkCards(step, steps, catalog) : []),
    minutesCard(step, steps, catalog.framework.totalMinutes),
    nextCard(step, steps),
    deliverableCard(step, steps),
    ...recallCards(
      step,
      { fact: 'goal', prompt: `Step "${name}": what is its goal?`, explanation: summary },
      sentences(step.goal),
    ),
    ...recallCards(
      step,
      {
        fact: 'checklist',
        prompt: `Step "${name}": what do you go through?`,
        explanation: `On the board at the end: ${step.deliverable}`,
      },
      sentences(step.checklist.map(({ text }) => text)),
    ),
    ...recallCards(
      step,
      { fact: 'faults', prompt: `Step "${name}": what usually goes wrong?`, explanation: summary },
      sentences(step.faults),
    ),
  ];
}

/** What belongs to no single step is kept with the first. */
function frameworkCards(first: Step, steps: readonly Step[], catalog: Catalog): Card[] {
  const total = `${catalog.framework.totalMinutes} minutes in all.`;
  const budgets = steps.map((step) => `${step.name} ${minutesText(step)}`).join(', ');
  return [
    ...orderCards(
      first,
      {
        fact: 'sequence',
        prompt: `Put the ${steps.length} steps of the interview in order.`,
        explanation: `${catalog.framework.summary} ${budgets}; ${total}`,
      },
      steps.map(({ name }) => name),
    ),
    ...orderCards(
      first,
      {
        fact: 'pace',
        prompt: 'Order these steps by the minutes they are given, fewest first.',
        explanation: `${budgets}; ${total}`,
      },
      byMinutes(steps).map(({ name }) => name),
    ),
  ];
}

/** Steps of which each is given clearly more than the one before. */
function byMinutes(steps: readonly Step[]): Step[] {
  const sorted = [...steps].sort((a, b) => sumOf(a) - sumOf(b));
  const chosen: Step[] = [];
  for (const step of sorted) {
    const last = chosen.at(-1)?.minutes;
    const { min, max } = step.minutes;
    const isMore = !last || (min >= last.min && max >= last.max && min + max > last.min + last.max);
    if (isMore) chosen.push(step);
  }
  return chosen;
}

function sumOf({ minutes }: Step): number {
  return minutes.min + minutes.max;
}

function minutesText({ minutes: { min, max } }: Pick<Step, 'minutes'>): string {
  return min === max ? `${max} minutes` : `${min} to ${max} minutes`;
}

const otherBudgets = [
  { min: 1, max: 2 },
  { min: 8, max: 10 },
  { min: 10, max: 15 },
];

function minutesCard(step: Step, steps: readonly Step[], total: number): Card {
  const right = { text: minutesText(step), why: `${step.name} is given ${minutesText(step)}.` };
  const ask = way('choice', (random) => {
    const budgets = [...steps.map(({ minutes }) => minutes), ...otherBudgets];
    const texts = new Set(random.shuffle(budgets).map((minutes) => minutesText({ minutes })));
    texts.delete(right.text);
    const wrong = [...texts].map((text) => ({ text, why: wrongMinutes(text, step, steps) }));
    return choiceQuestion(
      {
        card: cardId(step, 'minutes'),
        about: subjectOf(step),
        prompt: `How many minutes of a ${total}-minute interview does the step "${step.name}" get?`,
        explanation: step.summary,
      },
      right,
      wrong,
      random,
    );
  });
  return cardOf(step, 'minutes', [ask]);
}

function wrongMinutes(text: string, step: Step, steps: readonly Step[]): string {
  const owner = steps.find((other) => minutesText(other) === text);
  const fact = `${step.name} is given ${minutesText(step)}.`;
  return owner ? `${text} are for ${owner.name}; ${fact}` : fact;
}

function nextCard(step: Step, steps: readonly Step[]): Card {
  const ask = way('choice', (random) => {
    const next = steps.find(({ number }) => number === step.number + 1);
    if (!next) return undefined;
    const others = steps.filter((other) => other !== step && other !== next);
    const place = (each: Step): Statement => ({
      text: each.name,
      why: `${each.name} is step ${each.number}, ${step.name} is step ${step.number}.`,
    });
    return choiceQuestion(
      {
        card: cardId(step, 'next'),
        about: subjectOf(step),
        prompt: `Which step comes right after "${step.name}"?`,
        explanation: next.summary,
      },
      place(next),
      random.shuffle(others).map(place),
      random,
    );
  });
  return cardOf(step, 'next', [ask]);
}

function deliverableCard(step: Step, steps: readonly Step[]): Card {
  const ask = way('choice', (random: Random) => {
    const prompt = `At the end of which step should this stand on the board? ${mask(step.deliverable, [step.name])}`;
    if (revealsAny(prompt, [step.name])) return undefined;
    const tell = (each: Step): Statement => ({
      text: each.name,
      why: `${each.name} ends with: ${each.deliverable}`,
    });
    const others = steps.filter((other) => other !== step);
    return choiceQuestion(
      {
        card: cardId(step, 'deliverable'),
        about: subjectOf(step),
        prompt,
        explanation: step.summary,
      },
      tell(step),
      random.shuffle(others).map(tell),
      random,
    );
  });
  return cardOf(step, 'deliverable', [ask]);
}
