/** What has to be kept, on disk and in memory. */
import { slip } from '../slip.ts';
import { about, bytes, Derivation, given, things } from './derive.ts';
import type { EstimateDrill } from './drill.ts';

const inTerabytes = { dimension: 'bytes', name: 'TB' } as const;
const inGigabytes = { dimension: 'bytes', name: 'GB' } as const;

/** "512 dimensions ≈ 500". */
function dimensionsOf(size: number) {
  const rough =
    { 64: 60, 128: 130, 256: 250, 384: 400, 512: 500, 768: 800, 1024: 1000 }[size] ?? size;
  return about(size, `${size}`, rough, `${rough}`);
}

const logs: EstimateDrill = {
  id: 'log-storage',
  name: 'Storage for logs',
  asks: 'disk space from events, size, retention and copies',
  entry: 'topic/logging',
  answers: [1e12, 1e17],
  draw(random) {
    const users = given(random.pick([1, 5, 10, 20, 50, 100]) * 1e6, things('users'));
    const events = given(random.pick([20, 50, 100, 200]), things('events'));
    const size = given(random.pick([200, 500, 1000, 2000]), bytes);
    const [days, roughDays] = random.pick([
      [30, 30],
      [90, 100],
      [365, 400],
    ] as const);
    const kept = about(days, `${days} days`, roughDays, `${roughDays} days`);
    const copies = given(random.pick([2, 3]), things('copies'));
    const paper = new Derivation();
    const daily = paper.product('A day', bytes, [users, events, size]);
    const result = paper.product('Kept', bytes, [daily, kept, copies]);
    return {
      situation: `${users.text} a day cause ${events.text} each; an event takes ${size.text}. Logs are kept for ${days} days in ${copies.text}.`,
      question: 'How much storage is that, in TB?',
      unit: inTerabytes,
      measure: bytes,
      result,
      lines: paper.lines,
      slips: [
        slip(result.exact / copies.exact, 'You forgot the copies.'),
        slip(daily.exact, 'That is one day without copies.'),
        slip(daily.exact * copies.exact, 'That is one day: multiply by the days of retention.'),
      ],
      aloud: `${daily.text} a day raw, ${result.text} kept; columnar compression takes a factor of 5 to 10 off, and old days go to cold storage.`,
    };
  },
};

const embeddingTable: EstimateDrill = {
  id: 'embedding-table',
  name: 'Embedding table',
  asks: 'memory from rows, dimensions and bytes a number',
  entry: 'topic/embeddings',
  answers: [1e9, 1e12],
  draw(random) {
    const rows = given(random.pick([1, 5, 10, 50, 100, 200, 500]) * 1e6, things('users'));
    const size = dimensionsOf(random.pick([64, 128, 256, 512]));
    const each = given(random.pick([2, 4]), bytes);
    const paper = new Derivation();
    const row = paper.product('A row', bytes, [size, each]);
    const result = paper.product('The table', bytes, [rows, row]);
    const word = each.exact === 4 ? 'float32' : 'float16';
    return {
      situation: `A model has an embedding of ${size.text} dimensions in ${word} for each of ${rows.text}.`,
      question: 'How much memory does the table take, in GB?',
      unit: inGigabytes,
      measure: bytes,
      result,
      lines: paper.lines,
      slips: [
        slip(rows.exact * size.exact, 'You counted numbers: multiply by the bytes of each.'),
        slip(rows.exact * size.exact * 32, 'You counted bits: float32 takes 4 bytes.'),
        slip(3 * result.exact, 'That includes the optimizer: the table alone is asked for.'),
      ],
      aloud: `${result.text} for the table alone, and Adam keeps two more numbers for each in training; past one machine it has to be sharded or hashed.`,
    };
  },
};

const annIndex: EstimateDrill = {
  id: 'ann-index',
  name: 'ANN index',
  asks: 'memory of an HNSW index from vectors and links',
  entry: 'topic/ann-indexes',
  answers: [1e9, 1e12],
  draw(random) {
    const rows = given(random.pick([5, 10, 20, 50, 100, 200]) * 1e6, things('vectors'));
    const size = dimensionsOf(random.pick([128, 256, 384, 768]));
    const links = random.pick([16, 32, 48]);
    const four = given(4, bytes);
    const paper = new Derivation();
    const vector = paper.product('A vector', bytes, [size, four]);
    const degree = given(2 * links, things('links'));
    const edges = paper.product('Its links', bytes, [degree, four]);
    const row = paper.together('Together', bytes, [vector, edges]);
    const result = paper.product('The index', bytes, [rows, row]);
    return {
      situation: `An HNSW index holds ${rows.text} of ${size.text} dimensions in float32. On the bottom layer each has 2M = ${2 * links} links of 4 bytes; the upper layers are negligible.`,
      question: 'How much memory does the index take, in GB?',
      unit: inGigabytes,
      measure: bytes,
      result,
      lines: paper.lines,
      slips: [
        slip(rows.exact * size.exact, 'You counted numbers: a float32 takes 4 bytes.'),
        slip(rows.exact * edges.exact, 'Those are the links alone: the vectors are in it too.'),
      ],
      aloud: `${vector.text} of vector and ${edges.text} of links make ${result.text}, once more for each replica. If that is too much, product quantization makes the vectors 8 to 32 times smaller at some loss of recall.`,
    };
  },
};

const trainingMemory: EstimateDrill = {
  id: 'training-memory',
  name: 'Training memory',
  asks: 'GPU memory for weights, gradients and Adam',
  entry: 'topic/mixed-precision',
  answers: [1e10, 2e12],
  draw(random) {
    const params = given(random.pick([1, 3, 7, 13, 30, 70]) * 1e9, things('parameters'));
    const each = given(16, bytes);
    const paper = new Derivation();
    paper.lines.push(
      'A parameter: weight 2 + gradient 2 + float32 copy 4 + two Adam moments 8 = 16 bytes',
    );
    const result = paper.product('The states', bytes, [params, each]);
    return {
      situation: `A model of ${params.text} is trained with Adam in mixed precision: weights and gradients in 16 bits, a master copy of the weights and two moments in 32 bits.`,
      question: 'How much GPU memory do these states take, activations aside, in GB?',
      unit: inGigabytes,
      measure: bytes,
      result,
      lines: paper.lines,
      slips: [
        slip(
          2 * params.exact,
          'Those are the weights alone: gradients and Adam take seven times that.',
        ),
        slip(
          4 * params.exact,
          'Those are weights and gradients: Adam and the master copy are missing.',
        ),
        slip(
          12 * params.exact,
          'Those are the 32-bit states: weights and gradients in 16 bits come on top.',
        ),
      ],
      aloud: `16 bytes a parameter makes ${result.text} before activations, so the states are sharded over GPUs (ZeRO, FSDP).`,
    };
  },
};

export const storageDrills: readonly EstimateDrill[] = [
  logs,
  embeddingTable,
  annIndex,
  trainingMemory,
];
