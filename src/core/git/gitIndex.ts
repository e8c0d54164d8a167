/** One file of git's index; or, by its mode, something that stands there for a whole folder. */
export interface GitIndexEntry {
  /** Relative to the work tree's top, in UTF-8. Valid until the next entry is read. */
  readonly name: Uint8Array;
  readonly mode: number;
  /** The work tree need not have the file: git takes it from the index where it is missing. */
  readonly skipWorktree: boolean;
}

export interface GitIndexEnd {
  /** Of a split index: the name of the file beside it that holds the other entries. */
  readonly sharedIndex: string | undefined;
}

const statBytes = 40;
const extendedFlag = 0x4000;
const nameLengthMask = 0x0fff;
const skipWorktreeFlag = 0x4000;
const intentToAddFlag = 0x2000;

/**
 * Reads an index (git's Documentation/gitformat-index.txt) of version 2, 3 or 4, entry by entry.
 * Like git, it leaves the checksum unchecked; each length has to add up.
 *
 * @param hashBytes how long an object's name is in this repository.
 * @throws RangeError for what is no such index, or only a part of one.
 */
export function readGitIndex(
  bytes: Uint8Array,
  hashBytes: 20 | 32,
  onEntry: (entry: GitIndexEntry) => void,
): GitIndexEnd {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4);
  check(letters(view, 0) === 'DIRC' && version >= 2 && version <= 4);
  const names = version === 4 ? new CompressedNames(bytes) : new PaddedNames(bytes);
  let offset = 12;
  for (let count = view.getUint32(8); count > 0; count--) {
    const flagsAt = offset + statBytes + hashBytes;
    const flags = view.getUint16(flagsAt);
    const isExtended = (flags & extendedFlag) !== 0;
    const extended = isExtended ? view.getUint16(flagsAt + 2) : 0;
    check((extended & ~(skipWorktreeFlag | intentToAddFlag)) === 0);
    const name = names.read(offset, flagsAt + (isExtended ? 4 : 2));
    check(Math.min(name.length, nameLengthMask) === (flags & nameLengthMask));
    onEntry({
      name,
      mode: view.getUint32(offset + 24),
      skipWorktree: (extended & skipWorktreeFlag) !== 0,
    });
    offset = names.end;
  }
  return readExtensions(view, offset, hashBytes);
}

function readExtensions(view: DataView, start: number, hashBytes: number): GitIndexEnd {
  const end = view.byteLength - hashBytes;
  let sharedIndex: string | undefined;
  let offset = start;
  while (offset < end) {
    const kind = letters(view, offset);
    const dataAt = offset + 8;
    offset = dataAt + view.getUint32(offset + 4);
    if (kind === 'link') {
      sharedIndex = hexadecimal(view, dataAt, hashBytes);
    } else {
      // In capitals: what can be passed over. A sparse index's entries show what they are.
      check(/^[A-Z]/.test(kind) || kind === 'sdir');
    }
  }
  check(offset === end);
  // Zeros: an index that is to be split, but is not yet.
  return { sharedIndex: sharedIndex === '0'.repeat(hashBytes * 2) ? undefined : sharedIndex };
}

/** Names as they are, with NULs after them up to a multiple of eight bytes since the entry's start. */
class PaddedNames {
  end = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(entryStart: number, nameStart: number): Uint8Array {
    const nameEnd = this.bytes.indexOf(0, nameStart);
    check(nameEnd !== -1);
    this.end = entryStart + (Math.floor((nameEnd - entryStart) / 8) + 1) * 8;
    return this.bytes.subarray(nameStart, nameEnd);
  }
}

/** Names as how many bytes to drop from the end of the one before, and what to add in their place. */
class CompressedNames {
  end = 0;
  private buffer = new Uint8Array(1024);
  private length = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(_entryStart: number, nameStart: number): Uint8Array {
    let offset = nameStart;
    let byte = this.byteAt(offset++);
    let dropped = byte & 0x7f;
    while ((byte & 0x80) !== 0) {
      byte = this.byteAt(offset++);
      dropped = (dropped + 1) * 0x80 + (byte & 0x7f);
    }
    const nameEnd = this.bytes.indexOf(0, offset);
    check(dropped <= this.length && nameEnd !== -1);
    const kept = this.length - dropped;
    this.length = kept + nameEnd - offset;
    if (this.length > this.buffer.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.buffer);
      this.buffer = grown;
    }
    this.buffer.set(this.bytes.subarray(offset, nameEnd), kept);
    this.end = nameEnd + 1;
    return this.buffer.subarray(0, this.length);
  }

  private byteAt(offset: number): number {
    const byte = this.bytes[offset];
    check(byte !== undefined);
    return byte;
  }
}

function check(isSound: boolean): asserts isSound {
  if (!isSound) {
    throw new RangeError('not an index of git');
  }
}

function letters(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map(index => view.getUint8(offset + index)));
}

function hexadecimal(view: DataView, offset: number, length: number): string {
  return Array.from({ length }, (_byte, index) =>
    view
      .getUint8(offset + index)
      .toString(16)
      .padStart(2, '0'),
  ).join('');
}
