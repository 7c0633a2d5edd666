/** Every rule of a knowledge base: what it asks for, and whether breaking it is an error or bad style. */
import type { Severity } from '../../core/issue.ts';

interface Rule {
  readonly severity: Severity;
  /** What holds when the rule is kept. */
  readonly says: string;
}

export const rules = {
  unreadable: error('A file can be read.'),
  encoding: error('A file is UTF-8.'),
  size: error('Files are few and small enough to be read at once.'),
  yaml: error('A file is valid YAML, one document, without tags of its own.'),
  'yaml-alias': error('Text is written out: no YAML anchors and aliases.'),
  'too-deep': error('Lists and groups are nested a few levels deep at most.'),
  'duplicate-key': error('A field is given once.'),
  'control-character': error('Text holds no control characters: it must not drive the terminal.'),
  number: error('A number is finite.'),

  'unknown-field': error('Every field is one that the kind has.'),
  'missing-field': error('Every required field is there, sources among them.'),
  'wrong-type': error('A field holds what it should: text, a number, a list.'),
  'unknown-value': error('A field that takes one of a few values has one of them.'),
  'empty-list': error('A list that must not be empty is not.'),
  'empty-text': error('A text is not empty.'),
  'too-long': error('A text keeps to its length.'),
  'out-of-range': error('A number keeps to its bounds.'),
  schema: error('Ids, minutes and options have the form that the schema asks for.'),
  example: error('The worked example of a metric can be computed from its input.'),
  unfilled: error('The marked places of a new file are filled in.'),

  'file-name': error('A file is named after the id of its entry.'),
  'duplicate-id': error('An id stands for one entry, over all kinds.'),
  'kind-clash': error('A pack replaces an entry only by one of the same kind.'),
  'unknown-id': error('A link leads to an entry that exists.'),
  'wrong-kind': error('A link leads to an entry of the kind that is wanted there.'),
  'one-sided-link': error('A metric or model and its domain name each other.'),
  'self-link': error('Nothing links to itself.'),
  'repeated-link': error('A list names nothing twice.'),
  'unused-entry': warning('A metric or model is linked from somewhere.'),

  'duplicate-name': error('A name, long name or alias stands for one entry of a kind.'),
  'duplicate-technique': warning('A technique is explained in one topic.'),
  'copied-text': warning('Two entries do not share a sentence or a run of words.'),

  minutes: error('Minutes add up: those of a plan, and those of the steps.'),
  weights: error(
    'The weights of a scorecard add up to 100, each dimension once, its decisions from hard to easy.',
  ),
  'step-number': error('Steps are numbered 1, 2, 3 …'),
  'repeated-option': error('The options of a question differ.'),
  'telling-length': warning('The right option is not much longer than the others.'),
  'step-without-points': error('The rubric of a case has points for every step.'),
  'unknown-point': error('A probe is about points of the rubric of its own case.'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

function error(says: string): Rule {
  return { severity: 'error', says };
}

function warning(says: string): Rule {
  return { severity: 'warning', says };
}
