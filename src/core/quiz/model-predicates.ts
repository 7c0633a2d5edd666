/** What can be asked of models by their fields: extremes only, never a middle against an end. */
import type { Model } from '../catalog.ts';
import type { Predicate } from './build.ts';
import { type Claim, statement } from './claims.ts';

type Grade = 'low' | 'medium' | 'high';

interface Scale {
  readonly id: string;
  readonly of: (model: Model) => Grade;
  readonly prompts: Readonly<Record<'low' | 'high', string>>;
  readonly says: (grade: Grade) => string;
  /** The same as a statement about one model. */
  readonly claims: Readonly<Record<'low' | 'high', string>>;
  /** More on it, for a model. */
  readonly note: (model: Model) => string;
}

const amounts = { small: 'low', medium: 'medium', large: 'high' } as const;

const scales: readonly Scale[] = [
  {
    id: 'interpretability',
    of: ({ interpretability }) => interpretability.level,
    prompts: {
      high: 'Which of these models is the easiest to explain to a person?',
      low: 'Which of these models is the hardest to explain to a person?',
    },
    says: (grade) => `its interpretability is ${grade}`,
    claims: {
      high: 'It is easy to explain to a person.',
      low: 'It is hard to explain to a person.',
    },
    note: ({ interpretability }) => interpretability.note,
  },
  {
    id: 'inference-cost',
    of: ({ cost }) => cost.inference,
    prompts: {
      low: 'Which of these models is cheap to run at prediction time?',
      high: 'Which of these models is expensive to run at prediction time?',
    },
    says: (grade) => `a prediction costs ${costWords[grade]}`,
    claims: {
      low: 'It is cheap to run at prediction time.',
      high: 'It is expensive to run at prediction time.',
    },
    note: ({ cost }) => cost.note,
  },
  {
    id: 'training-cost',
    of: ({ cost }) => cost.training,
    prompts: {
      low: 'Which of these models is cheap to train?',
      high: 'Which of these models is expensive to train?',
    },
    says: (grade) => `training costs ${costWords[grade]}`,
    claims: { low: 'It is cheap to train.', high: 'It is expensive to train.' },
    note: ({ cost }) => cost.note,
  },
  {
    id: 'data-amount',
    of: ({ data }) => amounts[data.amount],
    prompts: {
      low: 'Which of these models can already be good with little training data?',
      high: 'Which of these models needs a lot of training data to be good?',
    },
    says: (grade) => `it needs ${dataWords[grade]} of data to be good`,
    claims: {
      low: 'It can be good with little training data.',
      high: 'It needs a lot of training data to be good.',
    },
    note: ({ data }) => data.note,
  },
];

/** Asked only among other statements: by itself it does not make a good question. */
const memory: Omit<Scale, 'prompts'> = {
  id: 'memory',
  of: ({ cost }) => cost.memory,
  says: (grade) => `it takes ${costWords[grade]} memory`,
  claims: { low: 'It takes little memory.', high: 'It takes much memory.' },
  note: ({ cost }) => cost.note,
};

const costWords = { low: 'little', medium: 'a medium amount', high: 'much' } as const;
const dataWords = {
  low: 'a small amount',
  medium: 'a medium amount',
  high: 'a large amount',
} as const;

/** Every statement that holds for the model at an end of a scale, with what else is to be said. */
export function modelPredicates(
  model: Model,
): { readonly predicate: Predicate<Model>; readonly note: string }[] {
  return scales.flatMap((scale) => {
    const grade = scale.of(model);
    if (grade === 'medium') return [];
    return [{ predicate: scalePredicate(scale, grade), note: scale.note(model) }];
  });
}

function scalePredicate(scale: Scale, grade: 'low' | 'high'): Predicate<Model> {
  const opposite = grade === 'low' ? 'high' : 'low';
  return {
    id: scale.id,
    prompt: scale.prompts[grade],
    holds: (model) => scale.of(model) === grade,
    fails: (model) => scale.of(model) === opposite,
    reason: (model) => `${model.name}: ${scale.says(scale.of(model))}.`,
  };
}

/** What the ends of the scales prove and contradict about the model. */
export function modelClaims(model: Model): Claim[] {
  return [...scales, memory].flatMap(({ id, of, says, claims }) => {
    const grade = of(model);
    if (grade === 'medium') return [];
    const falsehood = claims[grade === 'low' ? 'high' : 'low'];
    return [{ aspect: id, truth: claims[grade], falsehood, why: statement(says(grade)) }];
  });
}
