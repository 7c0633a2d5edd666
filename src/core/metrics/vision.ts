/** Boxes and images: intersection over union, peak signal-to-noise ratio. */
import { MetricInputError } from './errors.ts';
import { field } from './fields.ts';
import {
  type Computation,
  type Field,
  type MetricFormula,
  metric,
  undefinedValue,
} from './formula.ts';
import { isList, type MetricInput, numbersIn } from './input.ts';
import { meanOf } from './sum.ts';
import { show, showMean, term } from './working.ts';

const trueBox = field('true', 'the true box', 'box_a', 'a');
const predictedBox = field('predicted', 'the predicted box', 'box_b', 'b');
const boxes = field('boxes', 'the two boxes');
const format = field('format', 'xyxy, xywh or cxcywh; "inclusive" counts pixels at both ends');
const trueImage = field('true', 'the true image', 'image_true');
const testImage = field('predicted', 'the image that is judged', 'image_test');
const dataRange = field('data-range', 'the greatest difference that pixels can have', 'max');
const pixelType = field('dtype', 'the type of the pixels: uint8, uint16, float');

interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function boxesIn(input: MetricInput): [Box, Box, string] {
  const style = String(input.optional(format) ?? 'xyxy');
  if (!/^(xyxy|xywh|cxcywh)\b/.test(style)) {
    throw input.wrong(format, `is "${style}": choose xyxy, xywh or cxcywh`);
  }
  if (!input.has(boxes))
    return [boxIn(input, trueBox, style), boxIn(input, predictedBox, style), style];
  const both = input.list(boxes);
  if (both.length !== 2) throw input.wrong(boxes, `has ${both.length} boxes: give two`);
  const name = input.nameOf(boxes);
  return [boxFrom(both[0], `${name} 1`, style), boxFrom(both[1], `${name} 2`, style), style];
}

function boxIn(input: MetricInput, of: Field, style: string): Box {
  return boxFrom(input.required(of), input.nameOf(of), style);
}

function boxFrom(value: unknown, name: string, style: string): Box {
  const numbers = numbersIn(value, name);
  if (numbers.length !== 4)
    throw new MetricInputError(name, `${name} has ${numbers.length} numbers, not 4`);
  const box = cornersOf(numbers, style);
  if (box.x2 >= box.x1 && box.y2 >= box.y1) return box;
  const side = box.x2 < box.x1 ? 'x2 < x1' : 'y2 < y1';
  const position = box.x2 < box.x1 ? 3 : 4;
  const fault = style.startsWith('xyxy') ? side : 'a negative size';
  throw new MetricInputError(
    name,
    `${name} is not a box: ${fault} at position ${position}`,
    position,
  );
}

function cornersOf(numbers: Float64Array, style: string): Box {
  const [a, b, c, d] = numbers as unknown as [number, number, number, number];
  if (style.startsWith('xywh')) return { x1: a, y1: b, x2: a + c, y2: b + d };
  if (style.startsWith('cx')) return { x1: a - c / 2, y1: b - d / 2, x2: a + c / 2, y2: b + d / 2 };
  return { x1: a, y1: b, x2: c, y2: d };
}

function iou(input: MetricInput): Computation {
  const [a, b, style] = boxesIn(input);
  const extra = style.includes('inclusive') ? 1 : 0;
  const width = Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) + extra);
  const height = Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) + extra);
  const shared = width * height;
  const [areaA, areaB] = [a, b].map(
    (box) => (box.x2 - box.x1 + extra) * (box.y2 - box.y1 + extra),
  ) as [number, number];
  const union = areaA + areaB - shared;
  const steps = [
    `intersection = ${show(width)}·${show(height)} = ${show(shared)}`,
    `union = ${show(areaA)} + ${show(areaB)} − ${show(shared)} = ${show(union)}`,
  ];
  if (union === 0) return undefinedValue('both boxes have no area: 0/0', steps);
  const value = shared / union;
  return { value, steps: [...steps, `IoU = ${show(shared)} / ${show(union)} = ${show(value)}`] };
}

function pixelsIn(input: MetricInput, of: Field): Float64Array {
  const rows: number[] = [];
  const name = input.nameOf(of);
  const collect = (value: unknown) => {
    if (isList(value) && isList(value[0])) for (const part of value) collect(part);
    else for (const pixel of numbersIn(value, name)) rows.push(pixel);
  };
  collect(input.required(of));
  if (rows.length === 0) throw input.wrong(of, 'has no pixels');
  return Float64Array.from(rows);
}

function shapeOf(value: unknown): number[] {
  return isList(value) ? [value.length, ...shapeOf(value[0])] : [];
}

function psnr(input: MetricInput): Computation {
  const truth = pixelsIn(input, trueImage);
  const test = pixelsIn(input, testImage);
  const [shape, other] = [trueImage, testImage].map((of) =>
    shapeOf(input.required(of)).join(' × '),
  );
  if (shape !== other || truth.length !== test.length) {
    throw input.wrong(testImage, `is ${other} pixels, not ${shape}`);
  }
  const range = input.has(dataRange) ? input.number(dataRange) : rangeOf(input, truth);
  if (range <= 0) throw input.wrong(dataRange, `is ${range}: it must be above 0`);
  const error = (index: number) => (truth[index] as number) - (test[index] as number);
  const mse = meanOf(truth.length, (index) => error(index) ** 2);
  const steps = [showMean('MSE', truth.length, (index) => `${term(error(index))}²`, mse)];
  if (mse === 0)
    return { value: Number.POSITIVE_INFINITY, steps: [...steps, 'equal images: PSNR = ∞'] };
  const value = 10 * Math.log10((range * range) / mse);
  const line = `PSNR = 10·log10(${show(range)}² / ${show(mse)}) = ${show(value)} dB`;
  return { value, steps: [...steps, line] };
}

/** As scikit-image: the span of the type, from 0 where no pixel is negative. */
function rangeOf(input: MetricInput, pixels: Float64Array): number {
  const type = input.optional(pixelType);
  if (type === 'uint8') return 255;
  if (type === 'uint16') return 65_535;
  if (typeof type === 'string' && type.startsWith('float')) {
    const isOutside = pixels.some((pixel) => pixel < -1 || pixel > 1);
    if (!isOutside) return pixels.every((pixel) => pixel >= 0) ? 1 : 2;
  }
  throw input.wrong(dataRange, 'is missing: 255 for 8-bit images, 1 for values in [0, 1]');
}

export const vision: readonly MetricFormula[] = [
  metric({
    id: 'iou-box',
    name: 'IoU of boxes',
    aliases: ['iou', 'intersection-over-union', 'jaccard-index'],
    formula: 'IoU = area of intersection / area of union',
    forms: [[trueBox, predictedBox], [boxes]],
    options: [format],
    work: iou,
  }),
  metric({
    id: 'psnr',
    name: 'PSNR',
    aliases: ['peak-signal-to-noise-ratio'],
    formula: 'PSNR = 10 · log10(MAX² / MSE), in dB',
    forms: [[trueImage, testImage]],
    options: [dataRange, pixelType],
    work: psnr,
  }),
];
