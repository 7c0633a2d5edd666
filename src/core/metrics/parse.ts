/** What people type for the fields of a metric, as values. */

/** "1,0,1" is a list, ".9" a number, "true" a truth value, "[…]" and "{…}" are JSON, the rest text. */
export function parseValue(text: string): unknown {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) return parseJson(trimmed);
  const parts = trimmed.split(',').map((part) => part.trim());
  if (parts.length === 1) return parseScalar(trimmed);
  const isSentence = parts.some((part) => /\s/.test(part)) || parts.includes('');
  return isSentence ? text : parts.map(parseScalar);
}

/** Several values of one flag are a list of them: boxes, rows, texts. */
export function parseValues(texts: readonly string[]): unknown {
  const values = texts.map(parseValue);
  return values.length === 1 ? values[0] : values;
}

function parseScalar(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Columns of a table with a header, as fields; an empty cell ends its column. */
export function parseTable(rows: readonly (readonly string[])[]): Record<string, unknown> {
  const [header = [], ...body] = rows;
  return Object.fromEntries(
    header.map((name, column) => {
      const cells = body.map((row) => (row[column] ?? '').trim());
      const last = cells.findLastIndex((cell) => cell !== '');
      return [name.trim(), cells.slice(0, last + 1).map(parseScalar)];
    }),
  );
}
