/** Ranked lists. */
import { sum } from '../../metrics/sum.ts';
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { instead, type NumericDrill, type Problem } from './drill.ts';
import { between, clean, figure, listed, times } from './figures.ts';

interface Hits {
  readonly relevance: readonly number[];
  readonly k: number;
  readonly total: number;
}

/** A list longer than K with hits on both sides of the cut, and relevant items not in it at all. */
function hits(random: Random): Hits | undefined {
  const length = between(random, 6, 10);
  const relevance = times(length, () => Number(random.below(5) < 2));
  const k = random.pick([3, 4, 5]);
  const within = sum(relevance.slice(0, k));
  const shown = sum(relevance);
  if (within === 0 || within === k || shown === within) return undefined;
  const total = shown + between(random, 0, 6);
  return total === k ? undefined : { relevance, k, total };
}

function tell({ relevance, k, total }: Hits, question: string): string {
  const list = relevance.join(' ');
  return `A list, best first, with 1 for a relevant result: ${list}. There are ${total} relevant items in all. What is ${question} with K = ${k}?`;
}

const inputOf = ({ relevance, k, total }: Hits) => ({ relevance, k, 'total-relevant': total });

function listDrill(
  id: string,
  entry: string,
  question: string,
  slips: (drawn: Hits, input: Readonly<Record<string, unknown>>) => Problem['slips'],
): NumericDrill {
  return {
    id,
    entry: `metric/${entry}`,
    draw(random) {
      const drawn = hits(random);
      if (!drawn) return undefined;
      const input = inputOf(drawn);
      return {
        prompt: tell(drawn, question),
        formula: id,
        input,
        slips: slips(drawn, input),
        isShare: true,
      };
    },
  };
}

const within = ({ relevance, k }: Hits) => sum(relevance.slice(0, k));

/** Precision at each place that holds a relevant item, up to the cut. */
const precisions = ({ relevance, k }: Hits) =>
  relevance
    .slice(0, k)
    .flatMap((hit, index) => (hit ? [sum(relevance.slice(0, index + 1)) / (index + 1)] : []));

const binary: readonly NumericDrill[] = [
  listDrill('precision-at-k', 'precision-at-k', 'Precision@K', (drawn, input) => [
    instead('recall-at-k', input, 'That is Recall@K: you divided by all relevant items.'),
    instead('ap-at-k', input, 'That is AP@K: Precision@K does not look at the places inside.'),
    slip(
      sum(drawn.relevance) / drawn.relevance.length,
      'You used the whole list: only the first K places count.',
    ),
    slip(sum(drawn.relevance) / drawn.k, 'You counted hits below the cut as well.'),
    slip(
      within(drawn) / drawn.relevance.length,
      'You divided by the length of the list, not by K.',
    ),
  ]),
  listDrill('recall-at-k', 'recall-at-k', 'Recall@K', (drawn, input) => [
    instead('precision-at-k', input, 'That is Precision@K: you divided by K.'),
    slip(sum(drawn.relevance) / drawn.total, 'You counted hits below the cut as well.'),
    slip(
      within(drawn) / sum(drawn.relevance),
      'You divided by the relevant items of the list: those that it missed count too.',
    ),
    slip(within(drawn) / drawn.relevance.length, 'You divided by the length of the list.'),
  ]),
  listDrill(
    'ap-at-k',
    'map-at-k',
    'AP@K (one query of MAP@K), divided by all relevant items,',
    (drawn, input) => [
      slip(sum(precisions(drawn)) / drawn.k, 'You divided by K instead of the relevant items.'),
      slip(
        sum(precisions(drawn)) / precisions(drawn).length,
        'You divided by the hits in the first K places instead of all relevant items.',
      ),
      instead('precision-at-k', input, 'That is Precision@K: average it over the places of hits.'),
      instead('recall-at-k', input, 'That is Recall@K: it does not look at places.'),
      slip(
        sum(
          drawn.relevance
            .slice(0, drawn.k)
            .map((_, at) => sum(drawn.relevance.slice(0, at + 1)) / (at + 1)),
        ) / drawn.total,
        'You added the precision of every place: only places with a relevant item count.',
      ),
      slip(
        sum(drawn.relevance.slice(0, drawn.k).map((hit, at) => hit / (at + 1))) / drawn.total,
        'You added 1 / place: the precision there also counts the hits above.',
      ),
    ],
  ),
];

/** Lists of several queries, some of them without a hit. */
function queries(random: Random, k: number): number[][] {
  return times(between(random, 3, 4), () => {
    const first = between(random, 1, k + 2);
    return times(k + 2, (index) =>
      Number(index + 1 === first || (index + 1 > first && random.below(3) === 0)),
    );
  });
}

function tellQueries(lists: readonly (readonly number[])[]): string {
  const told = lists.map(
    (list, index) => `${index === 0 ? 'Query' : 'query'} ${index + 1}: ${list.join(' ')}`,
  );
  return `Results of ${lists.length} queries, best first, 1 for a relevant one. ${told.join('; ')}.`;
}

const queriesOf = (lists: readonly (readonly number[])[]) =>
  lists.map((relevance) => ({ relevance }));

const mrr: NumericDrill = {
  id: 'mrr',
  entry: 'metric/mrr',
  draw(random) {
    const lists = queries(random, 3);
    const ranks = lists.map((list) => list.indexOf(1) + 1);
    if (new Set(ranks).size < 2) return undefined;
    const input = { queries: queriesOf(lists) };
    return {
      prompt: `${tellQueries(lists)} What is the MRR?`,
      formula: 'mrr',
      input,
      isShare: true,
      slips: [
        slip(
          ranks.length / sum(ranks),
          'You took one over the mean rank: average 1 / rank over the queries.',
        ),
        slip(sum(ranks) / ranks.length, 'That is the mean rank: take 1 / rank of each query.'),
        slip(sum(ranks.map((rank) => 1 / rank)), 'You forgot to divide by the number of queries.'),
        instead('map', input, 'That is MAP: in MRR only the first relevant result counts.'),
        slip(
          sum(ranks.map((rank) => (rank === 1 ? 1 : 0))) / ranks.length,
          'That is the share of queries that are right at rank 1.',
        ),
      ],
    };
  },
};

const hitRate: NumericDrill = {
  id: 'hit-rate-at-k',
  entry: 'metric/hit-rate',
  draw(random) {
    const k = random.pick([2, 3]);
    const lists = queries(random, k);
    const found = lists.map((list) => sum(list.slice(0, k)));
    const successes = found.filter((count) => count > 0).length;
    if (successes === 0 || successes === lists.length) return undefined;
    const input = { queries: queriesOf(lists), k };
    return {
      prompt: `${tellQueries(lists)} What is the hit rate with K = ${k}?`,
      formula: 'hit-rate-at-k',
      input,
      isShare: true,
      slips: [
        slip(
          sum(found) / lists.length,
          'You counted hits: a query counts once, however many it has.',
        ),
        instead('precision-at-k', input, 'That is Precision@K: you divided the hits by K.'),
        instead('mrr', input, 'That is MRR@K: in the hit rate the place does not matter.'),
        instead('recall-at-k', input, 'That is Recall@K: one hit is enough for a query.'),
        slip(1, 'You looked below the cut: only the first K places count.'),
      ],
    };
  },
};

/** 1 / log₂(rank + 1), as one would have it at hand. */
const discounts = times(6, (index) => Number((1 / Math.log2(index + 2)).toFixed(2)));

interface Graded {
  readonly relevance: readonly number[];
  readonly k: number;
  readonly gain: 'linear' | 'exponential';
}

function graded(random: Random): Graded | undefined {
  const relevance = times(between(random, 4, 6), () => between(random, 0, 3));
  const k = random.pick([3, 4]);
  const isIdeal = relevance.every((grade, index) => grade <= (relevance[index - 1] ?? 3));
  const gain = random.pick(['linear', 'exponential'] as const);
  return isIdeal || sum(relevance.slice(0, k)) < 2 ? undefined : { relevance, k, gain };
}

function tellGraded({ relevance, k, gain }: Graded, question: string): string {
  const rule = gain === 'linear' ? 'The gain is the grade' : 'The gain is 2^grade − 1';
  return `Results with grades, best first: ${listed(relevance)}. ${rule}. Discounts 1 / log₂(rank + 1): ${listed(discounts.slice(0, k))}. What is ${question} with K = ${k}?`;
}

const otherGain = (gain: Graded['gain']) => (gain === 'linear' ? 'exponential' : 'linear');
const gainSlip = {
  linear: 'You used the grade as gain: it is 2^grade − 1 here.',
  exponential: 'You used exponential gain, 2^grade − 1: here the gain is the grade itself.',
};

function gains({ relevance, gain }: Graded): number[] {
  return relevance.map((grade) => (gain === 'linear' ? grade : 2 ** grade - 1));
}

/** Discounted by log₂ of the rank, which starts a place too late. */
function lateDiscount(drawn: Graded): number {
  const terms = gains(drawn).map((gain, at) => gain / Math.max(1, Math.log2(at + 1)));
  return sum(terms.slice(0, drawn.k));
}

const dcg: NumericDrill = {
  id: 'dcg',
  entry: 'metric/dcg',
  draw(random) {
    const drawn = graded(random);
    if (!drawn) return undefined;
    const input = { ...drawn };
    return {
      prompt: tellGraded(drawn, 'DCG@K'),
      formula: 'dcg',
      input,
      isRounded: true,
      slips: [
        instead('dcg', { ...input, gain: otherGain(drawn.gain) }, gainSlip[otherGain(drawn.gain)]),
        instead('ndcg', input, 'That is NDCG: you divided by the ideal DCG.'),
        instead('dcg', { ...input, k: undefined }, 'You went on below the cut at K.'),
        slip(sum(gains(drawn).slice(0, drawn.k)), 'You forgot the discount.'),
        slip(lateDiscount(drawn), 'You discounted by log₂(rank): it is log₂(rank + 1).'),
      ],
    };
  },
};

const ndcg: NumericDrill = {
  id: 'ndcg',
  entry: 'metric/ndcg',
  draw(random) {
    const drawn = graded(random);
    if (!drawn) return undefined;
    const input = { ...drawn };
    const actual = instead('dcg', input, '').value;
    const cutIdeal = instead(
      'dcg',
      { ...input, relevance: [...drawn.relevance.slice(0, drawn.k)].sort((a, b) => b - a) },
      '',
    ).value;
    return {
      prompt: tellGraded(drawn, 'NDCG@K (all judged results are in the list)'),
      formula: 'ndcg',
      input,
      isRounded: true,
      slips: [
        instead('ndcg', { ...input, gain: otherGain(drawn.gain) }, gainSlip[otherGain(drawn.gain)]),
        slip(actual, 'That is DCG: divide by the DCG of the ideal order.'),
        slip(
          actual / cutIdeal,
          'The ideal order is taken from all judged results, also those below the cut.',
        ),
        slip(
          sum(gains(drawn).slice(0, drawn.k)) /
            sum([...gains(drawn)].sort((a, b) => b - a).slice(0, drawn.k)),
          'You forgot the discount.',
        ),
        slip(
          clean(
            actual /
              instead('dcg', { ...input, relevance: drawn.relevance.map(() => 3) }, '').value,
          ),
          'You divided by a list of top grades: the ideal order has the grades that there are.',
        ),
      ],
    };
  },
};

const annRecall: NumericDrill = {
  id: 'ann-recall',
  entry: 'metric/ann-recall',
  draw(random) {
    const k = random.pick([5, 8, 10]);
    const exact = random.shuffle(times(20, (index) => index + 1)).slice(0, k);
    const kept = between(random, 2, k - 1);
    const others = random.shuffle(times(20, (index) => index + 21)).slice(0, k - kept);
    const returned = random.shuffle([...exact.slice(0, kept), ...others]);
    const inPlace = returned.filter((id, index) => id === exact[index]).length;
    return {
      prompt: `The exact ${figure(k)} nearest neighbors are ${listed(exact)}. The index returns ${listed(returned)}. What is its recall@${k}?`,
      formula: 'ann-recall',
      input: { exact, returned },
      isShare: true,
      slips: [
        slip(inPlace / k, 'You compared place by place: only membership counts.'),
        slip((k - kept) / k, 'That is the share that was lost: one minus it is recall.'),
        slip(
          kept / (2 * k - kept),
          'You divided by the union of both lists: that is the Jaccard index.',
        ),
      ],
    };
  },
};

export const rankingDrills: readonly NumericDrill[] = [
  ...binary,
  mrr,
  hitRate,
  dcg,
  ndcg,
  annRecall,
];
