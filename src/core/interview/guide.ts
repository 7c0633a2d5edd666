/** What the screen knows of a step: its goal, what to tick, the hints it can give. */
import type { Step } from '../catalog.ts';

interface CheckPart {
  readonly id: string;
  readonly text: string;
}

export interface CheckItem {
  readonly id: string;
  readonly text: string;
  /** Ticked one by one; the item is ticked when they all are. */
  readonly parts: readonly CheckPart[];
}

export interface StepGuide {
  readonly step: string;
  readonly goals: readonly string[];
  readonly checklist: readonly CheckItem[];
  readonly hints: readonly string[];
  readonly deliverable: string;
  /** Topics to read when the step went badly. */
  readonly topics: readonly string[];
}

/** Ids within the guide are step/item and step/item/part, part from 1. */
export function guideFor(step: Step): StepGuide {
  return {
    step: step.id,
    goals: step.goal,
    checklist: step.checklist.map((item) => ({
      id: `${step.id}/${item.id}`,
      text: item.text,
      parts: item.items.map((text, index) => ({ id: `${step.id}/${item.id}/${index + 1}`, text })),
    })),
    hints: [
      ...step.questions.map((question) => `Ask: ${question}`),
      ...step.tips.map(({ name, text }) => `${name}: ${text}`),
      `At the end of this step the board shows: ${step.deliverable}`,
    ],
    deliverable: step.deliverable,
    topics: step.topics,
  };
}

/** A step that the knowledge base no longer has: an interview that began with it still goes on. */
export function emptyGuide(step: string): StepGuide {
  return { step, goals: [], checklist: [], hints: [], deliverable: '', topics: [] };
}

/** What is ticked: the parts of an item, or the item itself when it has none. */
export function leavesOf(item: CheckItem): readonly string[] {
  return item.parts.length > 0 ? item.parts.map(({ id }) => id) : [item.id];
}

export function isTicked(item: CheckItem, ticked: ReadonlySet<string>): boolean {
  return leavesOf(item).every((id) => ticked.has(id));
}
