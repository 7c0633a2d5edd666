/** Words compared with a reference. */
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { instead, type NumericDrill } from './drill.ts';
import { between, figure, times } from './figures.ts';

/** Made-up words, all different, so that nothing matches by chance. */
const word = (index: number) =>
  `w${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;

const wer: NumericDrill = {
  id: 'wer',
  entry: 'metric/wer',
  draw(random) {
    const length = random.pick([10, 20, 25, 40, 50]);
    const most = Math.max(1, Math.floor(length / 10));
    const [substituted, deleted, inserted] = times(3, () => between(random, 1, most));
    const [s = 1, d = 1, i = 1] = [substituted, deleted, inserted];
    const reference = times(length, word);
    // Errors stand apart, so that a deletion and an insertion are not taken for one substitution.
    const heard = reference
      .slice(d)
      .map((each, index) => (index >= length - d - s ? word(200 + index) : each));
    const middle = Math.floor(heard.length / 2) - 1;
    heard.splice(middle, 0, ...times(i, (index) => word(400 + index)));
    const input = { reference: reference.join(' '), hypothesis: heard.join(' ') };
    return {
      prompt: `The reference has ${figure(length)} words. The recognizer got ${figure(s)} wrong, left out ${figure(d)} and added ${figure(i)} that nobody said. What is the WER?`,
      formula: 'wer',
      input,
      isShare: true,
      slips: [
        slip(
          (s + d + i) / heard.length,
          'You divided by the words that were heard, not by the reference.',
        ),
        slip((s + d) / length, 'Insertions count too.'),
        slip((s + i) / length, 'Deletions count too.'),
        slip(s / length, 'Deletions and insertions count too.'),
        slip(1 - (s + d + i) / length, 'That is the word accuracy: one minus it is WER.'),
        slip((s + d - i) / length, 'Insertions are added, not taken away.'),
      ],
    };
  },
};

interface Overlap {
  readonly shared: number;
  readonly reference: number;
  readonly candidate: number;
}

function overlap(random: Random): Overlap | undefined {
  const [reference, candidate] = [
    random.pick([8, 10, 12, 16, 20]),
    random.pick([5, 8, 10, 12, 15]),
  ];
  const shared = between(random, 3, Math.min(reference, candidate) - 1);
  return reference === candidate ? undefined : { shared, reference, candidate };
}

/** Letters for the words of the reference, digits for what only the candidate has. */
const texts = ({ shared, reference, candidate }: Overlap) => {
  const letters = times(reference, (index) => String.fromCharCode(98 + index));
  const others = times(candidate - shared, String);
  return {
    reference: letters.join(' '),
    candidate: [...letters.slice(0, shared), ...others].join(' '),
  };
};

const rouge: NumericDrill = {
  id: 'rouge-n',
  entry: 'metric/rouge',
  draw(random) {
    const drawn = overlap(random);
    if (!drawn) return undefined;
    const { shared, reference, candidate } = drawn;
    const input = { ...texts(drawn), n: 1 };
    return {
      prompt: `The reference summary has ${reference} words, the generated one ${candidate}; ${shared} words match, no word repeats. What is the ROUGE-1 recall?`,
      formula: 'rouge-n',
      input,
      part: ['recall'],
      isShare: true,
      slips: [
        instead(
          'rouge-n',
          input,
          'That is ROUGE-1 precision: you divided by the generated words.',
          ['precision'],
        ),
        instead('rouge-n', input, 'That is ROUGE-1 F1.', ['f1']),
        slip(
          shared / (reference + candidate - shared),
          'You divided by all different words of both.',
        ),
      ],
    };
  },
};

const tokenF1: NumericDrill = {
  id: 'token-f1',
  entry: 'metric/token-f1',
  draw(random) {
    const drawn = overlap(random);
    if (!drawn) return undefined;
    const { shared, reference, candidate } = drawn;
    const input = texts(drawn);
    return {
      prompt: `The reference answer has ${reference} words, the given one ${candidate}; ${shared} words match, no word repeats. What is the token F1?`,
      formula: 'token-f1',
      input,
      isShare: true,
      slips: [
        slip(shared / candidate, 'That is the precision of the words.'),
        slip(shared / reference, 'That is the recall of the words.'),
        slip(
          (shared / candidate + shared / reference) / 2,
          'That is the plain mean of precision and recall: F1 is the harmonic one.',
        ),
        slip(shared / (reference + candidate), 'You forgot the factor 2 above.'),
        slip(shared / (reference + candidate - shared), 'That is the Jaccard index.'),
      ],
    };
  },
};

export const textDrills: readonly NumericDrill[] = [wer, rouge, tokenF1];
