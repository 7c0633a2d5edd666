/** What answering costs: milliseconds, memory, dollars, hours. */
import { slip } from '../slip.ts';
import { about, bytes, Derivation, dollars, duration, given, rate, things } from './derive.ts';
import type { EstimateDrill } from './drill.ts';

const milliseconds = (value: number) => given(value / 1000, duration);

const latencyBudget: EstimateDrill = {
  id: 'latency-budget',
  name: 'Latency budget',
  asks: 'time for a batch of the ranker from the budget of a funnel',
  entry: 'topic/latency-budget',
  answers: [0.003, 0.1],
  draw(random) {
    const total = milliseconds(random.pick([150, 200, 250, 300]));
    const network = milliseconds(random.pick([20, 30, 40]));
    const retrieval = milliseconds(random.pick([20, 30]));
    const features = milliseconds(random.pick([10, 20, 30]));
    const rerank = milliseconds(random.pick([5, 10]));
    const candidates = given(random.pick([400, 500, 800, 1000]));
    const batch = given(random.pick([50, 100, 200]));
    const paper = new Derivation();
    const left = paper.rest('Left for ranking', duration, total, [
      network,
      retrieval,
      features,
      rerank,
    ]);
    const batches = paper.product('Batches', things(''), [candidates], [batch]);
    const result = paper.product('For a batch', duration, [left], [batches]);
    return {
      situation: `A feed has ${total.text} at p99. Network takes ${network.text}, retrieval ${retrieval.text}, features ${features.text}, re-ranking ${rerank.text}. The ranker scores ${candidates.text} candidates in batches of ${batch.text}, one batch after the other.`,
      question: 'How many milliseconds does a batch have?',
      unit: { dimension: 'seconds', name: 'ms' },
      measure: duration,
      result,
      lines: paper.lines,
      slips: [
        slip(left.exact, 'That is for all batches together: divide by their number.'),
        slip(total.exact / batches.exact, 'The other stages take their part of the budget first.'),
        slip(
          left.exact / candidates.exact,
          'That is for one candidate: a batch is scored at once.',
        ),
      ],
      aloud: `Ranking gets ${left.text}, so ${result.text} a batch; I would keep a margin for queues, or score batches in parallel.`,
    };
  },
};

const kvCache: EstimateDrill = {
  id: 'kv-cache',
  name: 'KV-cache memory',
  asks: 'GPU memory of the cache from model shape, context and users',
  entry: 'topic/kv-cache',
  answers: [1e9, 1e12],
  draw(random) {
    const [layers, heads] = random.pick([
      [32, 8],
      [32, 32],
      [40, 40],
      [80, 8],
      [48, 8],
    ] as const);
    const context = random.pick([2, 4, 8, 16, 32]);
    const sequences = given(random.pick([8, 16, 32, 64]), things('sequences'));
    const paper = new Derivation();
    const width = heads * 128;
    const channels = about(
      width,
      `${width} channels`,
      Number(width.toPrecision(1)),
      `${Number(width.toPrecision(1))}`,
    );
    const token = paper.product('A token', bytes, [
      given(2, things('(K and V)')),
      given(layers, things('layers')),
      channels,
      given(2, bytes),
    ]);
    const tokens = about(
      context * 1024,
      `${context}k tokens`,
      context * 1000,
      `${context}k tokens`,
    );
    const sequence = paper.product('A sequence', bytes, [tokens, token]);
    const result = paper.product('All of them', bytes, [sequence, sequences]);
    return {
      situation: `A language model has ${layers} layers and ${heads} key-value heads of 128 dimensions; the cache is kept in 16 bits. It serves ${sequences.text} of ${context}k tokens at once.`,
      question: 'How much memory does the KV cache take, in GB?',
      unit: { dimension: 'bytes', name: 'GB' },
      measure: bytes,
      result,
      lines: [`Channels: ${heads} heads × 128 = ${width}`, ...paper.lines],
      slips: [
        slip(sequence.exact, 'That is one sequence: multiply by those served at once.'),
        slip(result.exact / layers, 'Every layer has a cache of its own.'),
        slip(result.exact / 4, 'Keys and values are both kept, and a number takes two bytes.'),
      ],
      aloud: `${token.text} a token and ${result.text} in all: the cache, not the weights, limits the batch; grouped-query attention, shorter contexts or 8 bits shrink it.`,
    };
  },
};

const llmCost: EstimateDrill = {
  id: 'llm-cost',
  name: 'LLM cost a day',
  asks: 'dollars a day from requests, tokens and prices',
  entry: 'topic/llm-cost',
  answers: [50, 1e5],
  draw(random) {
    const requests = given(random.pick([50, 100, 200, 500, 1000, 2000]) * 1e3, things('requests'));
    const sent = given(random.pick([1000, 2000, 3000, 5000]), things('tokens'));
    const received = given(random.pick([200, 300, 500]), things('tokens'));
    const [low, high] = random.pick([
      [0.5, 2],
      [1, 4],
      [2, 10],
      [3, 15],
    ] as const);
    const price = (each: number) => ({
      ...given(each / 1e6),
      text: `$${each} / 1M`,
      roughText: `$${each} / 1M`,
    });
    const paper = new Derivation();
    const inward = paper.product('Sent', rate(dollars, 'a day'), [requests, sent, price(low)]);
    const outward = paper.product('Received', rate(dollars, 'a day'), [
      requests,
      received,
      price(high),
    ]);
    const result = paper.together('Together', rate(dollars, 'a day'), [inward, outward]);
    return {
      situation: `An assistant answers ${requests.text} a day with ${sent.text} of prompt and ${received.text} of answer each. A million tokens cost $${low} sent and $${high} received.`,
      question: 'What does a day cost, in dollars?',
      unit: { dimension: 'dollars', name: 'dollars a day' },
      measure: rate(dollars, 'a day'),
      result,
      lines: paper.lines,
      slips: [
        slip(inward.exact, 'You left out the answers.'),
        slip(outward.exact, 'You left out the prompts.'),
        slip(30 * result.exact, 'That is a month.'),
      ],
      aloud: `About ${result.text}; a shorter or cached prompt saves on the first part, routing easy requests to a small model on both.`,
    };
  },
};

const batchScoring: EstimateDrill = {
  id: 'batch-scoring',
  name: 'Batch scoring',
  asks: 'hours of a nightly job from items, speed and workers',
  entry: 'topic/batch-inference',
  answers: [3600, 20 * 3600],
  draw(random) {
    const items = given(random.pick([20, 50, 100, 200, 500]) * 1e6, things('users'));
    const speed = given(random.pick([500, 1000, 2000, 5000]), things('a second'));
    const workers = given(random.pick([4, 5, 10, 20]), things('workers'));
    const paper = new Derivation();
    const result = paper.product('The job', duration, [items], [speed, workers]);
    return {
      situation: `Every night a model scores ${items.text}. A worker scores ${speed.text}; there are ${workers.text}.`,
      question: 'How many hours does the job take?',
      unit: { dimension: 'seconds', name: 'hours' },
      measure: duration,
      result,
      lines: paper.lines,
      slips: [
        slip(result.exact * workers.exact, 'The workers share the job: divide by their number.'),
        slip(result.exact * 60, 'Those are minutes: an hour has 3,600 seconds.'),
      ],
      aloud: `About ${result.text} if nothing straggles; I would plan for twice that, so that a failed run can be repeated before morning.`,
    };
  },
};

export const servingDrills: readonly EstimateDrill[] = [
  latencyBudget,
  kvCache,
  llmCost,
  batchScoring,
];
