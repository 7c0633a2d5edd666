/** TeX → MathML, made when the page is written, so that the page needs no script. */
import type { ElementContent, Nodes } from 'hast';
import temml from 'temml';
import type { Formula } from '../../document.ts';
import { element } from './element.ts';

/** What temml writes is put on the page as it is, if it is MathML and nothing else. */
const otherThanMath = /<(?!\/?m[a-z]+[\s>])|\b(?:href|src|on[a-z]+)\s*=/i;

/** The formula as MathML; in plain characters when its TeX cannot be read. */
export function mathOf({ value, tex }: Formula, isDisplay: boolean): ElementContent {
  const texts = isDisplay ? breakable(tex) : [tex];
  const pieces = texts.map((each) => markupOf(each, isDisplay));
  if (pieces.some((each) => each === undefined)) return element('code', {}, value);
  const raw = { type: 'raw', value: pieces.join('') } as unknown as ElementContent & Nodes;
  if (!isDisplay) return element('span', { className: ['inline'] }, raw);
  const mayScroll = texts.some((each) => each.length > longPiece);
  return element('span', { className: ['display'], ...(mayScroll ? { tabIndex: 0 } : {}) }, raw);
}

function markupOf(tex: string, displayMode: boolean): string | undefined {
  try {
    const markup = temml.renderToString(tex, { displayMode, throwOnError: true, wrap: 'tex' });
    return otherThanMath.test(markup) ? undefined : markup;
  } catch {
    return undefined;
  }
}

const opening = /^(?:\{|\[|\(|\\left(?![a-z])|\\begin\b|\\lfloor|\\lceil|\\langle)/;
const closing = /^(?:\}|\]|\)|\\right(?![a-z])|\\end\b|\\rfloor|\\rceil|\\rangle)/;
const relation =
  /^(?:=|\\approx\b|\\equiv\b|\\leq?\b|\\geq?\b|\\sim\b|\\to\b|\\qquad\b|\\quad\b|\\Rightarrow\b)/;
const sum = /^[+-]/;
const token = /\\[a-zA-Z]+|\\.|[^\\]/gu;

/** Sums are broken only where the piece between two relations is longer than this. */
const longPiece = 55;

/**
 * A formula in pieces that may stand in lines below each other: MathML itself is not broken into
 * lines. A relation begins its piece.
 */
export function breakable(tex: string): string[] {
  return split(tex, relation).flatMap((piece) =>
    piece.length > longPiece ? split(piece, sum) : [piece],
  );
}

/** Before every such sign that stands in no bracket. */
function split(tex: string, sign: RegExp): string[] {
  const pieces = [''];
  let depth = 0;
  for (const { 0: each, index } of tex.matchAll(token)) {
    const rest = tex.slice(index);
    if (opening.test(rest)) depth++;
    else if (closing.test(rest)) depth = Math.max(0, depth - 1);
    const last = pieces.at(-1) ?? '';
    if (depth === 0 && sign.test(rest) && /[^\s_^{]\s*$/.test(last)) pieces.push('');
    pieces.push((pieces.pop() ?? '') + each);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
