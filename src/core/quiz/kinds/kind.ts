/** What every kind of question must be able to do. */
import type { Outcome, QuestionByKind, QuestionKind, ResponseByKind } from '../question.ts';

export interface KindRules<K extends QuestionKind> {
  /** What it is called where a person chooses kinds. */
  readonly label: string;
  /** How often it comes up among new cards, relative to the others. */
  readonly weight: number;
  /** Does the person say how well it went? */
  readonly isJudgedByPerson?: true;
  grade(question: QuestionByKind[K], response: ResponseByKind[K]): Outcome;
  /** The right answer in one line. */
  answer(question: QuestionByKind[K]): string;
  /** Up to two, the second saying more; none of them is the answer. */
  hints(question: QuestionByKind[K]): readonly string[];
}
