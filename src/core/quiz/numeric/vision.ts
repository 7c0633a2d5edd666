/** Boxes and pixels. */
import { slip } from '../slip.ts';
import { instead, type NumericDrill } from './drill.ts';
import { between, figure, times } from './figures.ts';

type Box = readonly [left: number, top: number, right: number, bottom: number];

const areaOf = ([left, top, right, bottom]: Box) => (right - left) * (bottom - top);

const iou: NumericDrill = {
  id: 'iou-box',
  entry: 'metric/iou',
  draw(random) {
    const [a, b] = times(2, (): Box => {
      const [left, top] = [between(random, 0, 5), between(random, 0, 5)];
      return [left, top, left + between(random, 2, 8), top + between(random, 2, 8)];
    }) as [Box, Box];
    const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
    const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
    if (width <= 0 || height <= 0) return undefined;
    const shared = width * height;
    const [first, second] = [areaOf(a), areaOf(b)];
    if (shared === first || shared === second) return undefined;
    const told = ([left, top, right, bottom]: Box) => `(${left}, ${top}) to (${right}, ${bottom})`;
    return {
      prompt: `The true box spans ${told(a)}, the predicted one ${told(b)}. What is their IoU?`,
      formula: 'iou-box',
      input: { boxes: [a, b] },
      isShare: true,
      slips: [
        slip(
          shared / (first + second),
          'You counted the overlap twice: the union is the sum of the areas minus the overlap.',
        ),
        slip(
          (2 * shared) / (first + second),
          'That is Dice: twice the overlap over the sum of areas.',
        ),
        slip(
          shared / first,
          'You divided by the true box alone: that is the recall of its pixels.',
        ),
        slip(
          shared / second,
          'You divided by the predicted box alone: that is the precision of its pixels.',
        ),
        slip(shared, 'That is the area of the overlap: divide by the union.'),
      ],
    };
  },
};

const psnr: NumericDrill = {
  id: 'psnr',
  entry: 'metric/psnr',
  draw(random) {
    const [peak, miss] = random.pick([
      [1, 0.1],
      [1, 0.01],
      [100, 10],
      [100, 1],
      [1000, 10],
    ] as const);
    const pixels = 4;
    const start = peak / 2;
    const input = {
      true: [times(pixels, () => start)],
      predicted: [times(pixels, (index) => start + (index % 2 ? miss : -miss))],
      'data-range': peak,
    };
    const ratio = Math.log10(peak / miss);
    return {
      prompt: `Pixels range from 0 to ${figure(peak)}; every pixel of the reconstruction is off by ${figure(miss)}. What is the PSNR in dB?`,
      formula: 'psnr',
      input,
      slips: [
        slip(10 * ratio, 'You forgot to square: it is 10 · log₁₀(MAX² / MSE).'),
        slip(20 * Math.log(peak / miss), 'You used the natural logarithm: it is log₁₀.'),
        slip(2 * ratio, 'You forgot the factor 10 of the decibel.'),
        instead(
          'mse',
          { true: [start], predicted: [start + miss] },
          'That is the mean squared error.',
        ),
      ],
    };
  },
};

export const visionDrills: readonly NumericDrill[] = [iou, psnr];
