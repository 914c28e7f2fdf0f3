// Carries values between page and main as text, as Electron's structured clone does: copies, and refuses functions.
// Both functions also run inside the page, so they use nothing from outside themselves.

/** Throws where a value cannot be cloned. */
export function encode(value: unknown): string {
  const pack = (item: unknown): unknown => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'bigint') return { $: 'bigint', v: String(item) };
    if (typeof item === 'number' && !Number.isFinite(item)) return { $: 'number', v: String(item) };
    if (typeof item === 'function' || typeof item === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(pack);
    if (item instanceof Date) return { $: 'date', v: item.getTime() };
    if (item instanceof Map) return { $: 'map', v: [...item].map(([key, kept]) => [pack(key), pack(kept)]) };
    if (item instanceof Set) return { $: 'set', v: [...item].map(pack) };
    if (item instanceof Error) return { $: 'error', v: item.message };
    if (item instanceof Uint8Array) return { $: 'bytes', v: Array.from(item) };
    const copy: Record<string, unknown> = {};
    for (const [key, kept] of Object.entries(item)) copy[key === '$' ? '$$' : key] = pack(kept);
    return copy;
  };
  return JSON.stringify(pack(value));
}

export function decode(text: string): unknown {
  const unpack = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(unpack);
    const { $: kind, v } = item as { $?: string; v?: unknown };
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(v as string);
    if (kind === 'number') return Number(v);
    if (kind === 'date') return new Date(v as number);
    if (kind === 'map') return new Map((v as [unknown, unknown][]).map(([key, kept]) => [unpack(key), unpack(kept)]));
    if (kind === 'set') return new Set((v as unknown[]).map(unpack));
    if (kind === 'error') return new Error(v as string);
    if (kind === 'bytes') return new Uint8Array(v as number[]);
    const copy: Record<string, unknown> = {};
    for (const [key, kept] of Object.entries(item)) {
      Object.defineProperty(copy, key === '$$' ? '$' : key, { value: unpack(kept), writable: true, enumerable: true, configurable: true });
    }
    return copy;
  };
  return unpack(JSON.parse(text));
}
