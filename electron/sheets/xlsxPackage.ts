// Opens the zip an XLSX file is, with its sizes checked before anything is unpacked.
import { inflateRawSync } from 'node:zlib';
import { BufferReader, RemoteZipReader } from '@cj-tech-master/excelts/archive';
import { AppError } from '../../shared/errors.ts';
import { walkXml } from './walkXml.ts';
import type { XmlHandlers } from './walkXml.ts';

export type XlsxPackage = {
  has: (path: string) => boolean;
  /** Runs through one part's XML; names come without their prefix. Does nothing when the part is missing. */
  walk: (path: string, handlers: XmlHandlers, report?: (done: number, total: number) => void) => Promise<void>;
};

const stored = 0;
const deflated = 8;

/** Throws `import.zipBomb` {limit} when the directory, or a part against the directory, says more than `unpackedBytes`; `import.notReadable` {format}. */
export async function openXlsx(bytes: Uint8Array, unpackedBytes: number): Promise<XlsxPackage> {
  const reader = await RemoteZipReader.fromReader(new BufferReader(bytes)).catch(() => {
    throw new AppError('import.notReadable', { format: 'xlsx' });
  });
  const entries = reader.getEntries();
  if (entries.some((entry) => entry.isEncrypted)) throw new AppError('import.notReadable', { format: 'encrypted' });
  // Every entry counts, also two of one path: the sum is taken over what the directory lists, before unpacking.
  const total = entries.reduce((sum, entry) => sum + Math.max(0, entry.uncompressedSize), 0);
  if (!(total <= unpackedBytes)) throw new AppError('import.zipBomb', { limit: unpackedBytes });
  const paths = new Map(entries.map((entry) => [entry.path.replace(/^\//, '').toLowerCase(), entry]));
  if (!paths.has('xl/workbook.xml')) {
    const format = paths.has('xl/workbook.bin') ? 'xlsb' : paths.has('content.xml') ? 'ods' : paths.has('word/document.xml') ? 'docx' : 'zip';
    throw new AppError('import.notReadable', { format });
  }

  const unpack = async (path: string): Promise<Uint8Array | null> => {
    const entry = paths.get(path.toLowerCase());
    const packed = entry && await reader.getRawCompressedData(entry);
    if (!entry || !packed) return null;
    if (entry.compressionMethod === stored) return packed;
    if (entry.compressionMethod !== deflated) throw new AppError('import.notReadable', { format: 'xlsx' });
    try {
      // A part larger than the directory says is a trap: zlib stops at the declared size.
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
    } catch (error) {
      const tooMuch = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw tooMuch ? new AppError('import.zipBomb', { limit: unpackedBytes }) : new AppError('import.notReadable', { format: 'xlsx' });
    }
  };

  return {
    has: (path) => paths.has(path.toLowerCase()),
    walk: async (path, handlers, report) => {
      const xml = await unpack(path);
      if (!xml) return;
      try {
        walkXml(xml, xml[0] === 0xff && xml[1] === 0xfe ? 'utf-16le' : 'utf-8', handlers, report);
      } catch (error) {
        throw error instanceof AppError ? error : new AppError('import.notReadable', { format: 'xlsx' });
      }
    },
  };
}
