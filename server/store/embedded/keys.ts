import { Binary, ObjectId } from 'bson';
import { isDoc, isNumeric, rankOf, toNumber } from './values.ts';

/** Writes values so that comparing the bytes compares the values in MongoDB's order. */
class KeyWriter {
  #bytes = Buffer.allocUnsafe(512);
  #length = 0;

  write(value: unknown, direction: 1 | -1): void {
    const start = this.#length;
    this.#value(value);
    if (direction === 1) return;
    for (let at = start; at < this.#length; at += 1) this.#bytes[at] = 0xff ^ (this.#bytes[at] ?? 0);
  }

  take(): Buffer {
    const key = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return key;
  }

  #value(value: unknown): void {
    this.#byte(rankOf(value));
    if (value === null || value === undefined) return;
    if (isNumeric(value)) this.#number(toNumber(value));
    else if (typeof value === 'string') this.#text(value);
    else if (typeof value === 'boolean') this.#byte(value ? 1 : 0);
    else if (value instanceof Date) this.#number(value.getTime());
    else if (value instanceof ObjectId) this.#raw(value.id);
    else if (value instanceof Binary) this.#binary(value);
    else if (Array.isArray(value)) this.#array(value);
    else if (isDoc(value)) this.#doc(value);
  }

  #array(values: readonly unknown[]): void {
    for (const value of values) this.#value(value);
    this.#byte(0);
  }

  #doc(doc: Record<string, unknown>): void {
    for (const [field, value] of Object.entries(doc)) {
      this.#byte(rankOf(value));
      this.#text(field);
      this.#value(value);
    }
    this.#byte(0);
  }

  #binary(value: Binary): void {
    this.#reserve(5);
    this.#length = this.#bytes.writeUInt32BE(value.position, this.#length);
    this.#byte(value.sub_type);
    this.#raw(value.buffer.subarray(0, value.position));
  }

  #number(value: number): void {
    this.#reserve(8);
    const at = this.#length;
    this.#length += 8;
    if (Number.isNaN(value)) {
      this.#bytes.fill(0, at, at + 8);
      return;
    }
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if (value >= 0) this.#bytes[at] = 0x80 ^ (this.#bytes[at] ?? 0);
    else for (let byte = at; byte < at + 8; byte += 1) this.#bytes[byte] = 0xff ^ (this.#bytes[byte] ?? 0);
  }

  #text(text: string): void {
    if (text.includes('\0')) {
      this.#raw(Buffer.from(text).toString('latin1').replaceAll('\0', '\0\xff'), 'latin1');
    } else this.#raw(text, 'utf8');
    this.#byte(0);
    this.#byte(0);
  }

  #raw(data: Uint8Array | string, encoding: 'utf8' | 'latin1' = 'utf8'): void {
    if (typeof data === 'string') {
      this.#reserve(data.length * 3);
      this.#length += this.#bytes.write(data, this.#length, encoding);
      return;
    }
    this.#reserve(data.length);
    this.#bytes.set(data, this.#length);
    this.#length += data.length;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + count) * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

const writer = new KeyWriter();

/** The order-preserving bytes of several values, each ascending (1) or descending (-1). */
export function encodeKey(values: readonly unknown[], directions: readonly (1 | -1)[]): Buffer {
  try {
    values.forEach((value, position) => {
      writer.write(value, directions[position] ?? 1);
    });
  } catch (error) {
    writer.take();
    throw error;
  }
  return writer.take();
}

export function encodeValue(value: unknown): Buffer {
  return encodeKey([value], [1]);
}
