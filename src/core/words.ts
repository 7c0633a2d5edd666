/** The words of a text as a search by need compares them: without the ones that say nothing, each cut to its stem. */
import { stemmer } from 'stemmer';
import { searchKey } from './search.ts';

const silent = new Set(
  `a about above all along also am an and any anybody anything are as at be because been before
  being both but by can could did do doe does doing don done dont each either else etc even ever every
  everybody everyone everything for from get give go going gone got had has have having her here him his
  how i if in instead into is isnt it its itself just keep kind let like lot many may me might mine
  more most much must my need nobody not now of off on only onto or other our ours out over own per
  please quite rather really same say she should show so some somebody someone something still such
  take than that the their them then there these they thing this those though to too two until up upon us
  use very want was way we well went were what when where whether which while who whom whose why will with
  within without would you your`.split(/\s+/),
);

/** Words that are written together or apart, and forms of which the stemmer does not know the root. */
const sameWord: Readonly<Record<string, string>> = {
  'real time': 'realtime',
  'roll out': 'rollout',
  'roll back': 'rollback',
  'go back': 'rollback',
  'on call': 'oncall',
  'make up': 'invent',
  'made up': 'invent',
  'self driving': 'autonomous',
  'trade off': 'tradeoff',
  'over fit': 'overfit',
  women: 'woman',
  men: 'man',
  people: 'user',
  person: 'user',
  bought: 'buy',
  told: 'tell',
  shown: 'show',
  best: 'good',
  better: 'good',
  worst: 'worse',
  bad: 'worse',
  made: 'make',
  sold: 'sell',
  lost: 'lose',
  broke: 'break',
  broken: 'break',
  forgot: 'forget',
  left: 'leave',
  bigger: 'big',
  biggest: 'big',
};
const sameWords = new RegExp(`\\b(?:${Object.keys(sameWord).join('|')})\\b`, 'g');
const comparative =
  /^(small|large|fast|cheap|slow|long|short|high|low|great|old|new|rare|hard|eas[iy]|near|strong|weak|few|simpl)(?:e?r|e?st)$/;

/** The stems of the words that say something, in order. */
export function stems(text: string): string[] {
  return searchKey(text)
    .replace(sameWords, (words) => sameWord[words] ?? words)
    .split(' ')
    .filter((word) => word !== '' && !silent.has(word))
    .map(stemOf);
}

const known = new Map<string, string>();

/** The stem of one word in the form of a search key. */
export function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    stem = stemmer(word.replace(comparative, '$1')).replace(/[ae]nc$/, '');
    known.set(word, stem);
  }
  return stem;
}
