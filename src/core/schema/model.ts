import * as z from 'zod';
import {
  entry,
  id,
  line,
  lookAlikes,
  paragraph,
  sentence,
  sentences,
  someSentences,
} from './parts.ts';

export const modelFamilies = [
  'linear',
  'tree',
  'tree-ensemble',
  'instance-based',
  'kernel',
  'probabilistic',
  'neural',
  'recurrent',
  'transformer',
  'convolutional',
  'detector',
  'segmenter',
  'generative',
  'multimodal',
  'collaborative-filtering',
  'content-based',
  'hybrid',
  'embedding',
  'learning-to-rank',
  'lexical',
  'index',
  'sequential',
  'graph',
  'bandit',
  'multi-task',
  'anomaly',
  'forecasting',
  'survival',
  'clustering',
  'causal',
  'speech',
  'llm',
] as const;

const dataKinds = [
  'tabular',
  'text',
  'image',
  'video',
  'audio',
  'interactions',
  'graph',
  'time-series',
  'vectors',
] as const;

const grade = z.enum(['low', 'medium', 'high']);

export const modelSchema = z.strictObject({
  ...entry,
  domains: z.array(id).default([]),
  family: z.enum(modelFamilies),
  tasks: z.array(line(60)).min(1, 'name at least one task'),
  how: paragraph,
  useWhen: someSentences,
  tradeOffs: someSentences,
  strengths: someSentences,
  weaknesses: someSentences,
  cost: z.strictObject({ training: grade, inference: grade, memory: grade, note: sentence }),
  complexity: z
    .strictObject({ training: line(80).optional(), inference: line(80).optional() })
    .optional(),
  interpretability: z.strictObject({ level: grade, note: sentence }),
  data: z.strictObject({
    amount: z.enum(['small', 'medium', 'large']),
    kinds: z.array(z.enum(dataKinds)).min(1, 'name at least one kind of data'),
    note: sentence,
  }),
  tips: sentences,
  examples: sentences,
  pitfalls: sentences,
  lookAlikes,
});
