/** The order of scores without comparing objects: fine with a million of them. */

/** Below this a comparison sort is quicker than counting digits. */
const fewScores = 4096;
const digitBits = 16;
const digits = 1 << digitBits;

/** Positions of the values from the greatest to the least; of equal ones, the first comes first. */
export function descending(values: Float64Array): Uint32Array {
  if (values.length < fewScores) return comparedOrder(values);
  return countedOrder(values);
}

function comparedOrder(values: Float64Array): Uint32Array {
  return positions(values.length).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || a - b,
  );
}

/** Radix sort, 16 bits at a time, on keys that rise as the values fall. */
function countedOrder(values: Float64Array): Uint32Array {
  const keys = descendingKeys(values);
  const starts = new Uint32Array(digits);
  let from = positions(values.length);
  let to = new Uint32Array(values.length);
  for (let digit = 0; digit < 4; digit++) {
    if (!countDigits(keys, digit, starts)) continue;
    for (let at = 0; at < from.length; at++) {
      const index = from[at] as number;
      const key = keys[index * 4 + digit] as number;
      const place = starts[key] as number;
      starts[key] = place + 1;
      to[place] = index;
    }
    [from, to] = [to, from];
  }
  return from;
}

function positions(count: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return order;
}

/** Where each digit's run starts; false when all have the same digit, so that nothing moves. */
function countDigits(keys: Uint16Array, digit: number, starts: Uint32Array): boolean {
  starts.fill(0);
  for (let at = digit; at < keys.length; at += 4) {
    const key = keys[at] as number;
    starts[key] = (starts[key] as number) + 1;
  }
  if (starts[keys[digit] as number] === keys.length / 4) return false;
  let start = 0;
  for (let key = 0; key < digits; key++) {
    const count = starts[key] as number;
    starts[key] = start;
    start += count;
  }
  return true;
}

/**
 * The bits of doubles as integers that rise as the doubles fall, least digit first: those of
 * a negative number do so already, those of a positive one are turned over.
 */
function descendingKeys(values: Float64Array): Uint16Array {
  const copy = new Float64Array(values.length);
  // Adding 0 makes −0 the same as 0.
  for (let index = 0; index < values.length; index++) copy[index] = (values[index] as number) + 0;
  const keys = new Uint16Array(copy.buffer);
  for (let at = 0; at < keys.length; at += 4) {
    const top = keys[at + 3] as number;
    if (top >= 0x8000) continue;
    keys[at] = ~(keys[at] as number);
    keys[at + 1] = ~(keys[at + 1] as number);
    keys[at + 2] = ~(keys[at + 2] as number);
    keys[at + 3] = 0x7fff - top;
  }
  return keys;
}
