import { deserialize } from 'bson';
import { type Doc, decodeTyped, encode } from './values.ts';

export const maxMessageBytes = 48_000_000;
const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const flags = { checksum: 1, moreToCome: 2 };

export type Request = {
  requestId: number;
  /** The command with typed numbers; documents of an insert stay bytes. */
  command: Doc;
  legacy: boolean;
  wantsReply: boolean;
};

/** A message that cannot be answered: the connection is closed. */
export class WireError extends Error {}

/** Cuts a byte stream into messages; throws WireError on an impossible length. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #size = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  next(): Buffer | null {
    if (this.#size < headerBytes) return null;
    const length = this.#peekLength();
    if (length < headerBytes || length > maxMessageBytes) throw new WireError(`message of ${length} bytes`);
    if (this.#size < length) return null;
    const all = this.#joined();
    this.#chunks = all.length > length ? [all.subarray(length)] : [];
    this.#size -= length;
    return all.subarray(0, length);
  }

  #peekLength(): number {
    if ((this.#chunks[0]?.length ?? 0) < 4) this.#joined();
    return this.#chunks[0]?.readInt32LE(0) ?? 0;
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    const all = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

export function readMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  try {
    if (opCode === opMsg) return readMsg(message, requestId);
    if (opCode === opQuery) return readQuery(message, requestId);
  } catch (error) {
    throw error instanceof WireError ? error : new WireError(String(error));
  }
  throw new WireError(`opcode ${opCode} is not supported`);
}

function readMsg(message: Buffer, requestId: number): Request {
  const bits = message.readUInt32LE(16);
  if ((bits & 0xffff & ~(flags.checksum | flags.moreToCome)) !== 0)
    throw new WireError(`unknown flags ${bits}`);
  const end = message.length - (bits & flags.checksum ? 4 : 0);
  let at = 20;
  let command: Doc | null = null;
  const sequences: Doc = {};
  while (at < end) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > end) throw new WireError('section longer than its message');
    const section = message.subarray(at + 1, at + 1 + size);
    if (kind === 0) command = readCommand(section);
    else if (kind === 1) Object.assign(sequences, readSequence(section));
    else throw new WireError(`unknown section kind ${kind}`);
    at += 1 + size;
  }
  if (command === null) throw new WireError('message without a command');
  const wantsReply = (bits & flags.moreToCome) === 0;
  return { requestId, command: Object.assign(command, sequences), legacy: false, wantsReply };
}

function readCommand(bytes: Buffer): Doc {
  if (bytes.toString('latin1', 5, 12) !== 'insert\0') return decodeTyped(bytes);
  return deserialize(bytes, { promoteValues: false, fieldsAsRaw: { documents: true } });
}

function readSequence(section: Buffer): Doc {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new WireError('sequence without a name');
  const name = section.toString('utf8', 4, nameEnd);
  const docs: unknown[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new WireError('document longer than its sequence');
    const bytes = section.subarray(at, at + size);
    docs.push(name === 'documents' ? bytes : decodeTyped(bytes));
    at += size;
  }
  return { [name]: docs };
}

function readQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, 20);
  const start = nameEnd + 9;
  if (nameEnd < 0 || start + 5 > message.length) throw new WireError('OP_QUERY too short');
  const ns = message.toString('utf8', 20, nameEnd);
  const size = message.readInt32LE(start);
  if (!ns.endsWith('.$cmd') || size < 5 || start + size > message.length)
    throw new WireError(`OP_QUERY on ${ns}`);
  const command = decodeTyped(message.subarray(start, start + size));
  return { requestId, command: { ...command, $db: ns.slice(0, -5) }, legacy: true, wantsReply: true };
}

/** An OP_MSG that asks. */
export function writeCommand(command: Doc): Buffer {
  const body = encode(command);
  const head = Buffer.alloc(headerBytes + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(opMsg, 12);
  return Buffer.concat([head, body]);
}

export function writeReply(request: Request, body: Buffer): Buffer {
  const head = request.legacy ? Buffer.alloc(headerBytes + 20) : Buffer.alloc(headerBytes + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.legacy ? opReply : opMsg, 12);
  if (request.legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}

/** The body of a cursor's reply around documents that stay as they are stored. */
export function cursorReply(
  ns: string,
  field: 'firstBatch' | 'nextBatch',
  batch: { id: bigint; docs: Buffer[] },
): Buffer {
  const elements = batch.docs.flatMap((doc, at) => [Buffer.from(`\x03${at}\0`), doc]);
  const list = wrapped(elements);
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(batch.id);
  const tail = encode({ ns });
  const cursor = wrapped([
    Buffer.from(`\x04${field}\0`),
    list,
    Buffer.from('\x12id\0'),
    id,
    tail.subarray(4, tail.length - 1),
  ]);
  const ok = encode({ ok: 1 });
  return wrapped([Buffer.from('\x03cursor\0'), cursor, ok.subarray(4, ok.length - 1)]);
}

function wrapped(parts: readonly Buffer[]): Buffer {
  const size = Buffer.alloc(4);
  const whole = Buffer.concat([size, ...parts, Buffer.of(0)]);
  whole.writeInt32LE(whole.length, 0);
  return whole;
}
