/** Training, labels and experiments: how long, how many. */
import { slip } from '../slip.ts';
import { about, Derivation, duration, given, secondsADay, things } from './derive.ts';
import type { EstimateDrill } from './drill.ts';

/** 4.2e21 as "4.2·10^21": too large for words. */
function power(value: number, digits = 4): string {
  const exponent = Math.floor(Math.log10(value) + 1e-12);
  const head = Number((value / 10 ** exponent).toPrecision(digits));
  return head === 1 ? `10^${exponent}` : `${head}·10^${exponent}`;
}

interface Run {
  readonly params: number;
  readonly tokens: number;
  readonly speed: number;
  readonly used: number;
}

const speeds = [
  [312e12, 300e12],
  [990e12, 1e15],
] as const;

function sizes(random: Parameters<EstimateDrill['draw']>[0]): Run {
  const params = random.pick([1, 3, 7, 13]) * 1e9;
  return {
    params,
    tokens: params * random.pick([20, 50, 100]),
    speed: random.pick([0, 1]),
    used: random.pick([0.3, 0.4, 0.5]),
  };
}

function told({ params, tokens, speed, used }: Run) {
  const [exact, rough] = speeds[speed] ?? speeds[0];
  const flop = 6 * params * tokens;
  return {
    situation: `A language model of ${given(params, things('parameters')).text} is trained on ${given(tokens, things('tokens')).text}. A GPU does ${power(exact)} FLOP a second at best, of which ${100 * used} % are reached; training takes 6 · parameters · tokens FLOP.`,
    work: about(flop, `${power(flop)} FLOP`, Number(flop.toPrecision(2)), `${power(flop, 2)} FLOP`),
    line: `Work: 6 × ${power(params)} × ${power(tokens)} = ${power(flop)} FLOP`,
    peak: about(exact, `${power(exact)} FLOP/s`, rough, `${power(rough)} FLOP/s`),
    share: { ...given(used), text: `${100 * used} %`, roughText: `${100 * used} %` },
  };
}

const trainingTime: EstimateDrill = {
  id: 'training-time',
  name: 'Training time',
  asks: 'days from parameters, tokens and GPUs',
  entry: 'topic/distributed-training',
  answers: [86_400, 60 * 86_400],
  draw(random) {
    const run = told(sizes(random));
    const gpus = given(random.pick([64, 128, 256, 512]), things('GPUs'));
    const paper = new Derivation();
    paper.lines.push(run.line);
    const seconds = paper.product('Time', duration, [run.work], [gpus, run.peak, run.share]);
    return {
      situation: `${run.situation} There are ${gpus.text}.`,
      question: 'How many days does it take?',
      unit: { dimension: 'seconds', name: 'days' },
      measure: duration,
      result: seconds,
      lines: paper.lines,
      slips: [
        slip(
          seconds.exact / 3,
          'That is the forward pass alone: forward and backward take 6 FLOP a parameter and token.',
        ),
        slip(
          seconds.exact * run.share.exact,
          'GPUs do not reach their peak: divide by the share that is reached.',
        ),
        slip(seconds.exact * gpus.exact, 'That is the time of one GPU.'),
      ],
      aloud: `About ${seconds.text} with ${gpus.text}; restarts and evaluation add some 10 to 20 %.`,
    };
  },
};

const gpuCount: EstimateDrill = {
  id: 'gpu-count',
  name: 'GPU count',
  asks: 'GPUs from parameters, tokens and the days one has',
  entry: 'topic/data-parallelism',
  answers: [16, 4000],
  draw(random) {
    const run = told(sizes(random));
    const days = given(random.pick([5, 10, 20, 30]), things('days'));
    const paper = new Derivation();
    paper.lines.push(run.line);
    const result = paper.product(
      'GPUs',
      things(''),
      [run.work],
      [days, secondsADay, run.peak, run.share],
    );
    return {
      situation: `${run.situation} It has to be done in ${days.text}.`,
      question: 'How many GPUs does it take?',
      unit: { dimension: 'count', name: 'GPUs' },
      measure: things('GPUs'),
      result,
      lines: paper.lines,
      slips: [
        slip(
          result.exact * run.share.exact,
          'GPUs do not reach their peak: divide by the share that is reached.',
        ),
        slip(result.exact * days.exact, 'That is for one day.'),
        slip(
          result.exact / 3,
          'That is the forward pass alone: forward and backward take 6 FLOP a parameter and token.',
        ),
      ],
      aloud: `About ${result.text} GPUs, rounded up to whole nodes of eight; half the days need twice as many only while communication keeps up.`,
    };
  },
};

const labelVolume: EstimateDrill = {
  id: 'label-volume',
  name: 'Label volume',
  asks: 'labelers from traffic, sampling, judgments and time each',
  entry: 'topic/label-sources',
  answers: [10, 1000],
  draw(random) {
    const items = given(random.pick([1, 2, 5, 10, 20]) * 1e6, things('posts'));
    const share = random.pick([0.1, 0.2, 0.5]);
    const sampled = { ...given(share / 100), text: `${share} %`, roughText: `${share} %` };
    const votes = given(random.pick([2, 3]), things('judgments'));
    const each = given(random.pick([15, 20, 30, 40]), duration);
    const hours = random.pick([5, 6]);
    const paper = new Derivation();
    const labels = paper.product('A day', things('judgments'), [items, sampled, votes]);
    const shift = about(hours * 3600, `${hours} h`, hours * 3600, `${hours} h`);
    const result = paper.product('Labelers', things(''), [labels, each], [shift]);
    return {
      situation: `Of ${items.text} a day ${share} % are sampled for labels, with ${votes.text} each. A judgment takes ${each.text}; a labeler works ${hours} hours a day on it.`,
      question: 'How many labelers does it take?',
      unit: { dimension: 'count', name: 'labelers' },
      measure: things('labelers'),
      result,
      lines: paper.lines,
      slips: [
        slip(labels.exact, 'That is the number of judgments: how many can one person make?'),
        slip(result.exact / votes.exact, 'You forgot that each post gets several judgments.'),
      ],
      aloud: `${labels.text} a day need ${result.text} people; sampling where the model is unsure gets more out of the same money.`,
    };
  },
};

const abDuration: EstimateDrill = {
  id: 'ab-duration',
  name: 'A/B duration',
  asks: 'days of an experiment from base rate, lift and traffic',
  entry: 'topic/ab-testing',
  answers: [3, 200],
  draw(random) {
    const percent = random.pick([2, 4, 5, 10, 20]);
    const lift = random.pick([2, 5, 10]);
    const rate = percent / 100;
    const gap = (rate * lift) / 100;
    const size = (16 * rate * (1 - rate)) / gap ** 2;
    const traffic = given(random.pick([10, 20, 50, 100]) * 1e3, things('users'));
    const share = random.pick([10, 20, 50]);
    const taking = { ...given(share / 100), text: `${share} %`, roughText: `${share} %` };
    const paper = new Derivation();
    const delta = Number(gap.toPrecision(6));
    const variance = about(
      rate * (1 - rate),
      `${rate} × ${Number((1 - rate).toPrecision(3))}`,
      rate,
      `${rate}`,
    );
    const square = about(delta ** 2, `${delta}²`, delta ** 2, `${delta}²`);
    const arm = paper.product('An arm', things('users'), [given(16), variance], [square]);
    const both = paper.product('Both arms', things('users'), [given(2), arm]);
    const result = paper.product('Days', things(''), [both], [traffic, taking]);
    return {
      situation: `${percent} % of the users convert, and a relative lift of ${lift} % should be seen. ${traffic.text} come new a day, of whom ${share} % enter the experiment, in two equal arms.`,
      question: 'How many days does it take, by the rule of 16?',
      unit: { dimension: 'count', name: 'days' },
      measure: things('days'),
      result,
      lines: [`δ: ${rate} × ${lift / 100} = ${delta}`, ...paper.lines],
      slips: [
        slip(result.exact / 2, 'The rule of 16 gives one arm: there are two.'),
        slip(
          size / traffic.exact,
          'Only a share of the traffic is in the experiment, and there are two arms.',
        ),
        slip((2 * size) / traffic.exact, 'Only a share of the traffic is in the experiment.'),
      ],
      aloud: `About ${result.text} days, rounded up to whole weeks; halving the effect to be seen makes it four times as long.`,
    };
  },
};

export const trainingDrills: readonly EstimateDrill[] = [
  trainingTime,
  gpuCount,
  labelVolume,
  abDuration,
];
