/** What stands in the browser's own database: nothing of it can be read without the key, which is never stored beside it. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

export type Seal = {
  readonly close: (value: unknown) => Promise<Sealed>
  /** null where the key does not fit, or the bytes were changed. */
  readonly open: (sealed: Sealed) => Promise<unknown>
}

/** @param key 256 bits in base64url, as the server hands it out. */
export async function createSeal(key: string): Promise<Seal> {
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
  const secret = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    close: async (value) => {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = new TextEncoder().encode(JSON.stringify(value))
      return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, plain) }
    },
    open: async ({ iv, bytes: sealed }) => {
      try {
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, secret, sealed)
        return JSON.parse(new TextDecoder().decode(plain))
      } catch {
        return null
      }
    },
  }
}
