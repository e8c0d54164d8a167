import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** 8 bits a pixel, each the place of its colour in the palette. */
const depthAndKind = [8, 3, 0, 0, 0];

/**
 * A square PNG of few colours, a third as large as what a browser writes. Colours that differ by less
 * than an eye sees become the most frequent one of them.
 *
 * @param pixels four bytes each: red, green, blue and how opaque it is.
 * @throws when more than 256 colours are left.
 */
export function indexedPng(side: number, pixels: Uint8Array): Buffer {
  const counts = new Map<number, number>();
  const colors = Uint32Array.from({ length: side * side }, (_none, index) =>
    colorAt(pixels, index),
  );
  colors.forEach(color => counts.set(color, (counts.get(color) ?? 0) + 1));
  const palette = new Map<number, number>();
  for (const [color] of [...counts].sort(([, one], [, other]) => other - one)) {
    const alike = likeness(color);
    palette.set(alike, palette.get(alike) ?? color);
  }
  const places = new Map([...palette.keys()].map((alike, place) => [alike, place]));
  if (places.size > 256) {
    throw new Error(`The picture has ${places.size} colours, which are more than 256.`);
  }
  // Each row begins with a byte that says that it stands there as it is.
  const rows = Buffer.alloc(side * (side + 1));
  colors.forEach((color, index) => {
    const row = Math.floor(index / side);
    rows[index + row + 1] = places.get(likeness(color)) ?? 0;
  });
  const entries = [...palette.values()].map(bytesOf);
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.from([...bytesOf(side), ...bytesOf(side), ...depthAndKind])),
    chunk('PLTE', Buffer.from(entries.flatMap(color => color.slice(0, 3)))),
    chunk('tRNS', Buffer.from(entries.flatMap(color => color.slice(3)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colorAt(pixels: Uint8Array, index: number): number {
  return Buffer.from(pixels.subarray(index * 4, index * 4 + 4)).readUInt32BE();
}

/** The upper four bits of each byte of a colour. */
function likeness(color: number): number {
  return (color & 0xf0f0f0f0) >>> 0;
}

function bytesOf(number: number): number[] {
  return [24, 16, 8, 0].map(shift => (number >>> shift) & 0xff);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  return Buffer.concat([
    Buffer.from(bytesOf(content.length)),
    named,
    Buffer.from(bytesOf(crc32(named))),
  ]);
}
