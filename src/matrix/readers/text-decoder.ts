/** A decoder for text that begins with these bytes; it drops the byte order mark. */
export function textDecoder(head: Uint8Array): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le");
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder();
}

/** Pieces of bytes as pieces of text, which may be cut anywhere. */
export async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= textDecoder(piece);
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}
