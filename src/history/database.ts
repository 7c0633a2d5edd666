/** A thin, typed layer over libsql: prepared statements, one kind of transaction, clear errors. */
import Libsql from 'libsql';
import { UserError } from '../errors.ts';

/** libsql ends the process when it is handed a boolean, so the type leaves them out. */
type SqlValue = string | number | null;

export interface Database {
  readonly path: string;
  exec(sql: string): void;
  run(sql: string, values?: readonly SqlValue[]): void;
  /** The first row, or undefined. */
  get<Row>(sql: string, values?: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, values?: readonly SqlValue[]): Row[];
  /**
   * All or nothing; takes the write lock at once, waiting for another program to finish.
   * Inside another one it is a part of that.
   */
  transaction<T>(body: () => T): T;
  close(): void;
}

/** How long one program waits for another that is writing. */
const busyTimeoutMs = 10_000;

/** Opens the file, making it when it is missing. Throws UserError when it cannot be used. */
export function openDatabase(path: string): Database {
  return guarded(path, () => {
    const connection = new Libsql(path, { timeout: busyTimeoutMs });
    try {
      connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
      connection.exec('PRAGMA journal_mode = WAL');
      // An answer must survive a power cut, not only a killed process.
      connection.exec('PRAGMA synchronous = FULL');
      connection.exec('PRAGMA foreign_keys = ON');
    } catch (error) {
      connection.close();
      throw error;
    }
    return databaseOver(path, connection);
  });
}

function databaseOver(path: string, connection: Libsql.Database): Database {
  // libsql ends the process when a closed connection is asked whether it is in a transaction.
  let isInTransaction = false;
  const prepared = new Map<string, Libsql.Statement>();
  function statement(sql: string): Libsql.Statement {
    let found = prepared.get(sql);
    if (!found) {
      found = connection.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  }
  // Values go as one array: a lone null or object would be taken for named parameters.
  const all = <Row>(sql: string, values: readonly SqlValue[] = []): Row[] =>
    guarded(path, () => statement(sql).all([...values]) as Row[]);
  return {
    path,
    exec: (sql) => guarded(path, () => void connection.exec(sql)),
    run: (sql, values = []) => guarded(path, () => void statement(sql).run([...values])),
    get: <Row>(sql: string, values?: readonly SqlValue[]) => all<Row>(sql, values)[0],
    all,
    transaction(body) {
      if (isInTransaction) return body();
      guarded(path, () => connection.exec('BEGIN IMMEDIATE'));
      isInTransaction = true;
      try {
        const result = body();
        guarded(path, () => connection.exec('COMMIT'));
        return result;
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      } finally {
        isInTransaction = false;
      }
    },
    close: () => void connection.close(),
  };
}

function guarded<T>(path: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw explainDatabaseError(error, path) ?? error;
  }
}

const elsewhere =
  'Look-ups and sheets work without it; --data-dir DIR keeps the history elsewhere.';

/** What went wrong with the file, and what to do; undefined when it is our own mistake. */
export function explainDatabaseError(error: unknown, path: string): UserError | undefined {
  const code = codeOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new UserError(
      `your history is damaged: ${path}`,
      `Rename that file to keep it, and mlsd starts a new history; mlsd doctor says more. ${elsewhere}`,
    );
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return new UserError(
      `your history cannot be written: ${path}`,
      `Check who may write that file and its directory. ${elsewhere}`,
    );
  }
  if (/^SQLITE_(FULL|IOERR)/.test(code)) {
    return new UserError(
      `your history could not be saved: ${path}`,
      `Check that the disk has room and works. ${elsewhere}`,
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new UserError(
      `another program has been writing your history for too long: ${path}`,
      'Close the other mlsd and try again; what was answered before is saved.',
    );
  }
  return undefined;
}

/** SQLite's kinds of error by number, those that have to do with the file. */
const kindsOfError: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  23: 'SQLITE_AUTH',
  26: 'SQLITE_NOTADB',
};

/**
 * libsql has no names for the finer kinds, such as a database whose directory cannot be written
 * (1544, in whose last byte stands 8), and tells a file it cannot open in the message only.
 */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const [, number] = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code) ?? [];
  if (number !== undefined) return kindsOfError[Number(number) & 0xff] ?? code;
  if (code !== '') return code;
  return /Unable to open connection/.test(error.message) ? 'SQLITE_CANTOPEN' : '';
}
