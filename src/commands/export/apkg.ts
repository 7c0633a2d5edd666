/** An Anki package: a zip with a SQLite collection (schema 11), which every version of Anki reads. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import Libsql from 'libsql';
import type { AnkiNote } from '../../core/anki/notes.ts';
import { seedFrom } from '../../core/random.ts';

const deckName = 'ML system design';
/** The same in every export, so that importing again finds deck and note type. */
const deckId = 1_700_000_000_001;
const noteTypeId = 1_700_000_000_002;
/** Ids are times in milliseconds; notes get one from their guid, in a range of their own. */
const firstNoteId = 1_500_000_000_000;

/** The bytes of a .apkg. `now` is in milliseconds: of two versions of a note, Anki keeps the later. */
export function ankiPackage(notes: readonly AnkiNote[], now: number): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), 'mlsd-anki-'));
  try {
    const path = join(directory, 'collection.anki2');
    writeCollection(path, notes, now);
    const files = { 'collection.anki2': new Uint8Array(readFileSync(path)), media: bytesOf('{}') };
    return zipSync(files, { mtime: now });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function writeCollection(path: string, notes: readonly AnkiNote[], now: number): void {
  const database = new Libsql(path);
  try {
    database.exec(schema);
    database.exec('BEGIN');
    const seconds = Math.floor(now / 1000);
    database
      .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
      .run([seconds, now, now, ...collectionSettings(seconds), '{}']);
    const insertNote = database.prepare(
      "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
    );
    const insertCard = database.prepare(
      "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    );
    const taken = new Set<number>();
    notes.forEach(({ guid, front, back, tags }, index) => {
      const id = freeId(guid, taken);
      const plain = front.replace(/<[^>]*>/g, '');
      const fields = `${front}\u001f${back}`;
      const tagText = ` ${tags.join(' ')} `;
      insertNote.run([id, guid, noteTypeId, seconds, tagText, fields, plain, checksum(plain)]);
      insertCard.run([id, id, deckId, seconds, index + 1]);
    });
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function freeId(guid: string, taken: Set<number>): number {
  let id = firstNoteId + seedFrom(guid);
  while (taken.has(id)) id++;
  taken.add(id);
  return id;
}

/** By which Anki finds notes that look alike: the first 32 bits of the SHA-1 of the first field. */
function checksum(text: string): number {
  return Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);
}

const schema = `
  CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
    scm integer not null, ver integer not null, dty integer not null, usn integer not null,
    ls integer not null, conf text not null, models text not null, decks text not null,
    dconf text not null, tags text not null);
  CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
    mod integer not null, usn integer not null, tags text not null, flds text not null,
    sfld integer not null, csum integer not null, flags integer not null, data text not null);
  CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
    ord integer not null, mod integer not null, usn integer not null, type integer not null,
    queue integer not null, due integer not null, ivl integer not null, factor integer not null,
    reps integer not null, lapses integer not null, left integer not null, odue integer not null,
    odid integer not null, flags integer not null, data text not null);
  CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
    ease integer not null, ivl integer not null, lastIvl integer not null,
    factor integer not null, time integer not null, type integer not null);
  CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
  CREATE INDEX ix_notes_usn ON notes (usn);
  CREATE INDEX ix_cards_usn ON cards (usn);
  CREATE INDEX ix_revlog_usn ON revlog (usn);
  CREATE INDEX ix_cards_nid ON cards (nid);
  CREATE INDEX ix_cards_sched ON cards (did, queue, due);
  CREATE INDEX ix_revlog_cid ON revlog (cid);
  CREATE INDEX ix_notes_csum ON notes (csum);
`;

const css = `.card { font-family: sans-serif; font-size: 18px; text-align: left; max-width: 40em; margin: auto; }
.more { color: gray; }
.right { color: green; }`;

/** conf, models, decks and dconf, as JSON. */
function collectionSettings(mod: number): string[] {
  const field = (name: string, ord: number) => {
    return { name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] };
  };
  const noteType = {
    id: noteTypeId,
    name: 'mlsd',
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: deckId,
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: '{{Front}}',
        afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
    flds: [field('Front', 0), field('Back', 1)],
    css,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
  const deck = (id: number, name: string) => ({
    id,
    name,
    mod,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  });
  const conf = {
    nextPos: 1,
    estTimes: true,
    activeDecks: [deckId],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: deckId,
    newSpread: 0,
    dueCounts: true,
    curModel: String(noteTypeId),
    collapseTime: 1200,
  };
  const options = {
    id: 1,
    mod: 0,
    name: 'Default',
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      bury: true,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: 20,
    },
    rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  };
  const decks = { 1: deck(1, 'Default'), [deckId]: deck(deckId, deckName) };
  return [conf, { [noteTypeId]: noteType }, decks, { 1: options }].map((each) =>
    JSON.stringify(each),
  );
}
