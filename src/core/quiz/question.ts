/** A question as data: what is shown, and what is needed to judge the answer. */
import type { Kind } from '../catalog.ts';
import type { Unit } from './amount.ts';
import type { CardRating } from './schedule.ts';

export const questionKinds = [
  'choice',
  'multiple',
  'scenario',
  'recall',
  'fill-in',
  'order',
  'numeric',
  'estimate',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The entry that a question is about. */
export interface Subject {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

interface Asked<K extends QuestionKind> {
  readonly kind: K;
  /** Stable: the card and the way it is asked. */
  readonly id: string;
  /** The thing to know, which has a schedule; it can be asked in several ways. */
  readonly card: string;
  readonly about: Subject;
  readonly prompt: string;
  readonly explanation: string;
}

export interface Option {
  readonly text: string;
  readonly isCorrect: boolean;
  /** Why it is right, or the fact that contradicts it. */
  readonly why: string;
}

export interface ChoiceQuestion extends Asked<'choice' | 'scenario'> {
  readonly options: readonly Option[];
  /** What would change the answer. */
  readonly flip?: string | undefined;
}

/** Several options may be right; all of them are to be marked, and no other. */
export interface MultipleQuestion extends Asked<'multiple'> {
  readonly options: readonly Option[];
}

/** One of the things that should be named. */
export interface Part {
  readonly text: string;
  /** Names that stand for it; empty when it is a sentence, which is compared word by word. */
  readonly names: readonly string[];
}

export interface RecallQuestion extends Asked<'recall'> {
  readonly parts: readonly Part[];
}

/** Something else that the answer may be mistaken for. */
export interface Rival {
  readonly name: string;
  readonly keys: readonly string[];
  readonly summary: string;
}

export interface FillInQuestion extends Asked<'fill-in'> {
  readonly answer: string;
  /** Every accepted answer as `searchKey` writes it. */
  readonly keys: readonly string[];
  readonly rivals: readonly Rival[];
}

export interface OrderQuestion extends Asked<'order'> {
  /** As they are shown. */
  readonly items: readonly string[];
  /** Indexes into `items`, first to last. */
  readonly order: readonly number[];
}

/** A number that one gets by a typical mistake, and what the mistake was. */
export interface Slip {
  readonly value: number;
  readonly says: string;
}

interface Worked<K extends QuestionKind> extends Asked<K> {
  readonly value: number;
  /** The right answer as one would write it. */
  readonly answer: string;
  readonly slips: readonly Slip[];
  /** The way to the answer, line by line. */
  readonly working: readonly string[];
}

/** A number to work out on paper. */
export interface NumericQuestion extends Worked<'numeric'> {
  /** A number this near is right. */
  readonly tolerance: number;
  /** A percentage may be typed for it. */
  readonly isShare: boolean;
}

/** A magnitude to be got about right; `value` is in bytes, seconds, dollars or things. */
export interface EstimateQuestion extends Worked<'estimate'> {
  /** What a bare number stands for. */
  readonly unit: Unit;
  /** What one says aloud with it. */
  readonly aloud: string;
}

export interface QuestionByKind {
  choice: ChoiceQuestion;
  multiple: MultipleQuestion;
  scenario: ChoiceQuestion;
  recall: RecallQuestion;
  'fill-in': FillInQuestion;
  order: OrderQuestion;
  numeric: NumericQuestion;
  estimate: EstimateQuestion;
}
export type Question =
  | ChoiceQuestion
  | MultipleQuestion
  | RecallQuestion
  | FillInQuestion
  | OrderQuestion
  | NumericQuestion
  | EstimateQuestion;

interface RecallResponse {
  readonly text: string;
  /** How well the person says it went, after seeing the comparison. */
  readonly rating: CardRating;
}

/** What the person gave: an index or several, a text, an order of indexes. */
export interface ResponseByKind {
  choice: number;
  multiple: readonly number[];
  scenario: number;
  recall: RecallResponse;
  'fill-in': string;
  order: readonly number[];
  numeric: string;
  estimate: string;
}

export interface Outcome {
  readonly isCorrect: boolean;
  /** Not right, but near enough to say so. */
  readonly isClose?: boolean | undefined;
  readonly rating: CardRating;
  /** What was answered, in words, for the log. */
  readonly answer: string;
  /** Which options were marked, when several may be. */
  readonly marked?: readonly number[] | undefined;
  /** A remark on this very answer: a typo, or what the wrong name stands for. */
  readonly remark?: string | undefined;
}
