/** Past interviews as data; the fields are part of the contract in --help. */
import { comparePoints } from '../../core/interview/attempts.ts';
import type { Debrief } from '../../core/interview/debrief.ts';
import { coverageJson, pointsJson, scoringJson } from '../grade/json.ts';
import type { ReadInterview } from './find.ts';

const seconds = (ms: number) => Math.round(ms / 1000);

export function pastJson({ past, debrief }: ReadInterview): object {
  const { setup, outcome } = past;
  return {
    number: past.number,
    id: setup.id,
    case: setup.caseId ?? null,
    title: setup.title,
    date: new Date(setup.startedAt).toISOString(),
    outcome: outcome ?? null,
    plannedSeconds: seconds(debrief.plannedMs),
    usedSeconds: seconds(debrief.actualMs),
    covered: debrief.points.filter(({ isCovered }) => isCovered).length,
    of: debrief.points.length,
    decision: debrief.scoring?.decision?.name ?? null,
  };
}

export function debriefJson(read: ReadInterview): object {
  const { debrief } = read;
  return {
    ...pastJson(read),
    level: debrief.level,
    steps: stepsJson(debrief),
    points: pointsJson(debrief.points),
    coverage: coverageJson(debrief.points, debrief.coverage),
    unasked: debrief.unasked.map(({ id, fact }) => ({ id, fact })),
    probes: debrief.probes.map(({ probe, usedMs, wasAnswered }) => ({
      id: probe.id,
      ask: probe.ask,
      seconds: seconds(usedMs),
      answered: wasAnswered,
    })),
    scorecard: debrief.scoring ? scoringJson(debrief.scoring) : null,
    flags: debrief.flags.map(({ id, text }) => ({ id, text })),
    next: debrief.next,
  };
}

function stepsJson({ steps }: Debrief): object[] {
  return steps.map(({ step, name, plannedMs, actualMs, wasReached, notes }) => ({
    step,
    name,
    plannedSeconds: seconds(plannedMs),
    usedSeconds: seconds(actualMs),
    reached: wasReached,
    notes: notes.map(({ text, usedMs }) => ({ text, seconds: seconds(usedMs) })),
  }));
}

export function comparisonJson(before: ReadInterview, after: ReadInterview): object {
  const { gained, lost } = comparePoints(before.debrief.points, after.debrief.points);
  return {
    case: before.past.setup.caseId,
    first: pastJson(before),
    second: pastJson(after),
    steps: before.debrief.steps.map(({ step, actualMs }) => ({
      step,
      firstSeconds: seconds(actualMs),
      secondSeconds: seconds(after.debrief.steps.find((each) => each.step === step)?.actualMs ?? 0),
    })),
    gained: gained.map(({ id, text }) => ({ id, text })),
    lost: lost.map(({ id, text }) => ({ id, text })),
  };
}
