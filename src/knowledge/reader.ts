/** Reads the files of a knowledge base one by one and gathers what is wrong with them. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../core/issue.ts';
import { type Description, describeIssue } from './describe.ts';
import { maxFileBytes, maxFiles, maxProblems, maxTotalBytes } from './limits.ts';
import { readPlainYaml } from './plain.ts';
import { type Path, SourceFile, type Told } from './source.ts';
import { parseYaml } from './yaml.ts';

/** Something read, together with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly source: SourceFile;
  /** Path of the value inside its file; empty when the file is the value. */
  readonly path: Path;
}

export class Reader {
  readonly problems: Problem[] = [];
  /** Ids of files that did not load: links to them are not dangling. */
  readonly failedIds = new Set<string>();
  readonly #directory: string;
  readonly #shownFrom: string;
  readonly #onFile: () => void;
  #totalBytes = 0;

  constructor(directory: string, shownFrom: string, onFile: () => void = () => {}) {
    this.#directory = directory;
    this.#shownFrom = shownFrom;
    this.#onFile = onFile;
  }

  /** The YAML files of a folder, sorted; symbolic links are not followed. */
  files(folder: string): string[] {
    const path = join(this.#directory, folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    const files = readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(path, entry.name))
      .sort();
    if (files.length > maxFiles) {
      this.#fileProblem(path, {
        rule: 'size',
        message: `more than ${maxFiles} files in one folder`,
        hint: 'split the pack in two',
      });
    }
    return files.slice(0, maxFiles);
  }

  readIfThere<S extends z.ZodType>(name: string, schema: S): Located<z.output<S>> | undefined {
    const path = join(this.#directory, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile()
      ? this.read(path, schema)
      : undefined;
  }

  read<S extends z.ZodType>(path: string, schema: S): Located<z.output<S>> | undefined {
    this.#onFile();
    const source = this.#open(path);
    const found = source && this.#parse(source, schema);
    if (!found) this.failedIds.add(stem(path));
    return found;
  }

  checkFileName(path: string, { value, source }: Located<unknown>): void {
    const { id } = value as { id: string };
    if (id === stem(path)) return;
    this.problems.push(
      source.problemAtPath(['id'], {
        rule: 'file-name',
        message: `id "${id}" in a file named ${basename(path)}`,
        hint: `rename the file to ${id}.yaml, or write id: ${stem(path)}`,
      }),
    );
  }

  /** The text of a file, unless it cannot be read, is too much or is no text. */
  #open(path: string): SourceFile | undefined {
    try {
      return this.#readText(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#fileProblem(path, {
        rule: 'unreadable',
        message: `the file cannot be read: ${reason}`,
        hint: 'check its permissions',
      });
      return undefined;
    }
  }

  #readText(path: string): SourceFile | undefined {
    const { size, mtimeMs } = statSync(path);
    this.#totalBytes += size;
    if (size > maxFileBytes || this.#totalBytes > maxTotalBytes) {
      const isFile = size > maxFileBytes;
      this.#fileProblem(path, {
        rule: 'size',
        message: isFile ? `file of ${size} bytes` : `more than ${maxTotalBytes} bytes in all`,
        hint: isFile ? `keep a file under ${maxFileBytes} bytes` : 'split the pack in two',
      });
      return undefined;
    }
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) {
      const facts = { path, changedMs: mtimeMs, bytes: size };
      return new SourceFile(this.#shown(path), bytes.toString(), facts);
    }
    this.#fileProblem(path, {
      rule: 'encoding',
      message: 'the file is not UTF-8',
      hint: 'save it as UTF-8 text',
    });
    return undefined;
  }

  #parse<S extends z.ZodType>(source: SourceFile, schema: S): Located<z.output<S>> | undefined {
    const plain = readPlainYaml(source.text);
    const quick = plain === undefined ? undefined : schema.safeParse(plain);
    if (quick?.success) return { value: quick.data, source, path: [] };
    const parsed = parseYaml(source);
    this.problems.push(...parsed.problems);
    if (parsed.problems.length > 0) return undefined;
    const result = schema.safeParse(parsed.value ?? {});
    if (result.success) return { value: result.data, source, path: [] };
    const descriptions = result.error.issues.slice(0, maxProblems).flatMap(describeIssue);
    this.problems.push(...descriptions.slice(0, maxProblems).map((each) => locate(source, each)));
    return undefined;
  }

  #fileProblem(path: string, told: Told): void {
    this.problems.push(new SourceFile(this.#shown(path), '').problemAt(0, told));
  }

  #shown(path: string): string {
    return relative(this.#shownFrom, path) || path;
  }
}

function locate(source: SourceFile, { path, key, ...told }: Description): Problem {
  return key === undefined
    ? source.problemAtPath(path, told)
    : source.problemAtKey(path, key, told);
}

function stem(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}
