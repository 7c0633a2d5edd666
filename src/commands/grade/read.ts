/** The design that is graded: a file or standard input, bounded, and text. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { printable } from '../../view/width.ts';

const mostBytes = 1024 * 1024;

/** Throws UserError when it cannot be read, is larger than a megabyte, empty, or no text. */
export async function readDesignFile(file: string, workingDirectory: string): Promise<string> {
  const name = file === '-' ? 'standard input' : `"${printable(file)}"`;
  const text = asText(await bytesOf(file, name, workingDirectory), name);
  if (text.trim() === '') throw new UserError(`${name} is empty.`, 'Give a design to grade.');
  return text;
}

async function bytesOf(file: string, name: string, workingDirectory: string): Promise<Buffer> {
  const stream =
    file === '-'
      ? createReadStream('', { fd: 0, autoClose: false })
      : createReadStream(resolve(workingDirectory, file));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostBytes) throw tooLarge(name);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${name} cannot be read: ${printable(reason)}`,
      'Name a Markdown or text file, or - for standard input.',
    );
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): UserError {
  return new UserError(`${name} is larger than a megabyte.`, 'Grade the design alone.');
}

function asText(bytes: Buffer, name: string): string {
  try {
    if (!bytes.includes(0)) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Said below, for both ways of not being text.
  }
  throw new UserError(`${name} is not text in UTF-8.`, 'Save it as Markdown or plain text.');
}
