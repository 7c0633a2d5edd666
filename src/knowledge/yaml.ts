/** YAML text → its value, or everything that is wrong with it as YAML. Bounded in time and depth. */
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';
import type { Problem } from '../core/issue.ts';
import { maxBrackets, maxDepth, maxIndent, maxNestingSigns, maxProblems } from './limits.ts';
import type { SourceFile, Told } from './source.ts';

/** Control and bidirectional-override characters; line feed, return and tab are left to YAML. */
const controlCharacter = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;

export interface ParsedYaml {
  /** undefined when there are problems. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

export function parseYaml(source: SourceFile): ParsedYaml {
  const problems = [...controlProblems(source), ...(depthProblems(source) ?? treeProblems(source))];
  if (problems.length > 0) return { value: undefined, problems: problems.slice(0, maxProblems) };
  return { value: source.document.toJS(), problems };
}

export function findControlCharacter(text: string): RegExpExecArray | null {
  return controlCharacter.exec(text);
}

function controlProblems(source: SourceFile): Problem[] {
  const hidden = findControlCharacter(source.text);
  if (!hidden) return [];
  return [
    source.problemAt(hidden.index, {
      rule: 'control-character',
      message: `control character U+${hexCode(hidden[0])} in the text`,
      hint: 'delete it: text of a knowledge base is never allowed to drive the terminal',
    }),
  ];
}

const tooDeep: Told = {
  rule: 'too-deep',
  message: 'lists or groups are nested too deeply',
  hint: 'write the fields as knowledge/README.md shows them',
};

/** A parser calls itself for every level: text that would exhaust the stack is refused unparsed. */
function depthProblems(source: SourceFile): Problem[] | undefined {
  const { text } = source;
  let brackets = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    brackets += bracket === '[' || bracket === '{' ? 1 : -1;
    if (brackets > maxBrackets) return [source.problemAt(index, tooDeep)];
    if (brackets < 0) brackets = 0;
  }
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (indent > maxIndent || nestingSigns(line) > maxNestingSigns) {
      return [source.problemAt(offset + indent, tooDeep)];
    }
    offset += line.length + 1;
  }
  return undefined;
}

/** "- - - x" and "a: b: c" open a level with each sign. */
function nestingSigns(line: string): number {
  return line.length > maxNestingSigns ? (line.match(/[-?:](?=[ \t])/g)?.length ?? 0) : 0;
}

function treeProblems(source: SourceFile): Problem[] {
  const { document } = source;
  const wrong = [...document.errors, ...document.warnings].slice(0, maxProblems).map((error) =>
    source.problemAt(error.pos[0], {
      rule: 'yaml',
      message: firstSentence(error.message),
      hint: 'correct the YAML here; quote text that contains ": " or " #"',
    }),
  );
  return wrong.length > 0 ? wrong : nodeProblems(source, document.contents);
}

interface Visit {
  readonly node: Node | null;
  readonly depth: number;
}

/** Walks without recursion over every node. */
function nodeProblems(source: SourceFile, root: ParsedNode | null): Problem[] {
  const problems: Problem[] = [];
  const queue: Visit[] = [{ node: root, depth: 0 }];
  for (let visit = queue.pop(); visit && problems.length < maxProblems; visit = queue.pop()) {
    const { node, depth } = visit;
    if (!node) continue;
    const told = toldOf(node, depth);
    if (told) problems.push(source.problemAt(node.range?.[0] ?? 0, told));
    if (told === tooDeep) continue;
    for (const key of repeatedKeys(node)) problems.push(repeatedKey(source, key));
    for (const inner of childrenOf(node)) queue.push({ node: inner, depth: depth + 1 });
  }
  return problems.slice(0, maxProblems);
}

function childrenOf(node: Node): (Node | null)[] {
  if (isSeq(node)) return node.items as Node[];
  return isMap(node) ? node.items.flatMap(({ key, value }) => [key as Node, value as Node]) : [];
}

/** The keys of a group that were there already, the first of them. */
function repeatedKeys(node: Node): Node[] {
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  const repeated: Node[] = [];
  for (const { key } of node.items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) repeated.push(key);
    seen.add(key.value);
  }
  return repeated.slice(0, maxProblems);
}

function toldOf(node: Node, depth: number): Told | undefined {
  if (depth > maxDepth) return tooDeep;
  if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
    return {
      rule: 'yaml-alias',
      message: 'YAML anchors and aliases are not used here',
      hint: 'write the text out; quote text that begins with & or *',
    };
  }
  if (isScalar(node) && typeof node.value === 'number' && !Number.isFinite(node.value)) {
    return {
      rule: 'number',
      message: 'the number is not finite',
      hint: 'write a number, or null where there is no bound',
    };
  }
  return undefined;
}

function repeatedKey(source: SourceFile, key: Node): Problem {
  return source.problemAt(key.range?.[0] ?? 0, {
    rule: 'duplicate-key',
    message: 'this field is given twice; keys must be unique',
    hint: 'keep one of them',
  });
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function hexCode(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
