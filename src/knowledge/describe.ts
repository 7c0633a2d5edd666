/** zod's issues in words that say what is wrong and what to do. */
import type { z } from 'zod';
import { maxProblems } from './limits.ts';
import type { RuleId } from './rules/table.ts';
import type { Path } from './source.ts';

export interface Description {
  readonly path: Path;
  /** A key of the map at `path` that is the problem itself. */
  readonly key?: string;
  readonly rule: RuleId;
  readonly message: string;
  readonly hint: string;
}

type Issue = z.core.$ZodIssue;

export function describeIssue(issue: Issue): Description[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol') as Path;
  const field = path.length > 0 ? `"${fieldName(path)}"` : 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, maxProblems).map((key) => ({
        path,
        key,
        rule: 'unknown-field',
        message: `unknown field "${clip(key)}"`,
        hint: 'check the spelling, or leave it out; knowledge/README.md shows the fields of each kind',
      }));
    case 'invalid_type': {
      const missing = issue.input === undefined && /undefined/.test(issue.message);
      return [
        {
          path,
          rule: missing ? 'missing-field' : 'wrong-type',
          message: missing ? `${field} is missing` : `${field} is not ${typeName(issue.expected)}`,
          hint: missing
            ? `add ${field} (${typeName(issue.expected)})`
            : 'write it as knowledge/README.md shows it',
        },
      ];
    }
    case 'invalid_value':
      return [
        {
          path,
          rule: 'unknown-value',
          message: `${field} has a value that is not known here`,
          hint: `use one of: ${issue.values.map(String).join(', ')}`,
        },
      ];
    default:
      return [
        { path, rule: ruleOf(issue), message: `${field}: ${about(issue)}`, hint: hintOf(issue) },
      ];
  }
}

function ruleOf(issue: Issue): RuleId {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'schema';
  const isSmall = issue.code === 'too_small';
  if (issue.origin === 'string') return isSmall ? 'empty-text' : 'too-long';
  if (issue.origin === 'array') return isSmall ? 'empty-list' : 'too-long';
  return 'out-of-range';
}

function about(issue: Issue): string {
  if (issue.code === 'too_small' && issue.origin === 'array')
    return 'the list is empty or too short';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'the text is too long';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'the text is empty';
  return issue.message;
}

function hintOf(issue: Issue): string {
  if (about(issue) !== issue.message) return issue.message;
  return 'correct the value';
}

function typeName(expected: string): string {
  return (
    { array: 'a list', string: 'text', number: 'a number', object: 'a group of fields' }[
      expected
    ] ?? expected
  );
}

/** goal, checklist[2].text */
function fieldName(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index > 0 ? '.' : ''}${clip(part)}`,
    )
    .join('');
}

/** What was written may be of any length. */
function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
